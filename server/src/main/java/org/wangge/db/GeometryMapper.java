package org.wangge.db;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;

/** Reads a geometry column of either engine as a JTS geometry with its SRID. */
final class GeometryMapper implements ColumnMapper<@Nullable Geometry> {

  @Override
  public @Nullable Geometry map(ResultSet row, int column, StatementContext context)
      throws SQLException {
    byte[] bytes = row.getBytes(column);
    return bytes == null ? null : read(bytes);
  }

  /**
   * H2 gives the bytes themselves, PostgreSQL their hexadecimal text; EWKB starts with 0 or 1, the
   * text with '0'.
   */
  private static Geometry read(byte[] bytes) throws SQLException {
    try {
      return new WKBReader().read(bytes[0] == '0' ? fromHexadecimal(bytes) : bytes);
    } catch (ParseException e) {
      throw new SQLException("a geometry column holds no EWKB", e);
    }
  }

  private static byte[] fromHexadecimal(byte[] text) {
    byte[] bytes = new byte[text.length / 2];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] =
          (byte) (Character.digit(text[2 * i], 16) << 4 | Character.digit(text[2 * i + 1], 16));
    }
    return bytes;
  }
}
