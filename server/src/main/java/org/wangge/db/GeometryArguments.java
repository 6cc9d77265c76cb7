package org.wangge.db;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKBWriter;
import org.postgresql.util.PGobject;

/** Binds a JTS geometry as EWKB that carries {@link Geometry#getSRID()}. */
final class GeometryArguments extends AbstractArgumentFactory<Geometry> {
  private final Dialect dialect;

  GeometryArguments(Dialect dialect) {
    super(Types.OTHER);
    this.dialect = dialect;
  }

  @Override
  protected Argument build(Geometry geometry, ConfigRegistry config) {
    byte[] bytes = new WKBWriter(2, true).write(geometry);
    return (position, statement, context) -> bind(statement, position, bytes);
  }

  private void bind(PreparedStatement statement, int position, byte[] bytes) throws SQLException {
    if (dialect == Dialect.POSTGIS) {
      statement.setObject(position, hexadecimal(bytes));
    } else {
      statement.setBytes(position, bytes);
    }
  }

  private static PGobject hexadecimal(byte[] bytes) throws SQLException {
    PGobject value = new PGobject();
    value.setType("geometry");
    value.setValue(WKBWriter.toHex(bytes));
    return value;
  }
}
