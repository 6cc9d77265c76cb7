package org.wangge.db;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;

/**
 * Reads geometry columns of either engine, for whoever walks a result set by hand; Jdbi's mapping
 * uses it too.
 */
public final class GeometryColumn {
  private GeometryColumn() {}

  /** The geometry with its SRID, null when the column is null. */
  public static @Nullable Geometry find(ResultSet row, int column) throws SQLException {
    byte[] bytes = row.getBytes(column);
    return bytes == null ? null : read(bytes);
  }

  /**
   * The geometry of a column that is never null.
   *
   * @throws SQLException when it is null after all
   */
  public static Geometry get(ResultSet row, String column) throws SQLException {
    Geometry geometry = find(row, row.findColumn(column));
    if (geometry == null) {
      throw new SQLException("the geometry column " + column + " is empty");
    }
    return geometry;
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
