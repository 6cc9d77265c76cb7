package org.wangge.db;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** Maps a geometry column of either engine to a JTS geometry with its SRID. */
final class GeometryMapper implements ColumnMapper<@Nullable Geometry> {

  @Override
  public @Nullable Geometry map(ResultSet row, int column, StatementContext context)
      throws SQLException {
    return GeometryColumn.find(row, column);
  }
}
