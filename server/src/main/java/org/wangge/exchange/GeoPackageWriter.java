package org.wangge.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.WKBWriter;
import org.sqlite.SQLiteConfig;

/**
 * Writes polygons in WGS 84 degrees as a GeoPackage 1.3 with one feature table of MultiPolygons.
 * SQLite needs a file: a temporary one, gone when the bytes are read.
 */
public final class GeoPackageWriter {
  private static final int APPLICATION_ID = 0x47504B47;
  private static final int VERSION = 10300;
  private static final int WGS84 = 4326;
  private static final String DEFINITION =
      "GEOGCS[\"WGS 84\",DATUM[\"WGS_1984\",SPHEROID[\"WGS"
          + " 84\",6378137,298.257223563,AUTHORITY[\"EPSG\","
          + "\"7030\"]],AUTHORITY[\"EPSG\",\"6326\"]],PRIMEM[\"Greenwich\",0],UNIT[\"degree\","
          + "0.0174532925199433],AUTHORITY[\"EPSG\",\"4326\"]]";
  private static final List<String> TABLES =
      List.of(
          "CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL"
              + " PRIMARY KEY, organization TEXT NOT NULL, organization_coordsys_id INTEGER NOT"
              + " NULL, definition TEXT NOT NULL, description TEXT)",
          "CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT"
              + " NULL, identifier TEXT UNIQUE, description TEXT DEFAULT '', last_change DATETIME"
              + " NOT NULL, min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,"
              + " CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES"
              + " gpkg_spatial_ref_sys(srs_id))",
          "CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL,"
              + " geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m"
              + " TINYINT NOT NULL, CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),"
              + " CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES"
              + " gpkg_contents(table_name), CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES"
              + " gpkg_spatial_ref_sys (srs_id))",
          "INSERT INTO gpkg_spatial_ref_sys VALUES ('Undefined cartesian', -1, 'NONE', -1,"
              + " 'undefined', NULL), ('Undefined geographic', 0, 'NONE', 0, 'undefined', NULL)");

  private final Layer layer;
  private final String table;
  private final Connection connection;

  private GeoPackageWriter(Layer layer, String table, Connection connection) {
    this.layer = layer;
    this.table = table;
    this.connection = connection;
  }

  /**
   * The file.
   *
   * @param table name of the feature table, letters only
   * @throws IllegalArgumentException when the name has anything but letters
   */
  public static byte[] write(Layer layer, String table) {
    if (!table.matches("[a-z]+")) {
      throw new IllegalArgumentException("no name for a table: " + table);
    }
    try {
      Path file = Files.createTempFile("wangge", ".gpkg");
      try (Connection connection = new SQLiteConfig().createConnection("jdbc:sqlite:" + file)) {
        new GeoPackageWriter(layer, table, connection).writeAll();
      }
      byte[] bytes = Files.readAllBytes(file);
      Files.delete(file);
      return bytes;
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot write a temporary file", failed);
    } catch (SQLException failed) {
      throw new IllegalStateException("SQLite does not take the layer", failed);
    }
  }

  private void writeAll() throws SQLException {
    execute("PRAGMA application_id = " + APPLICATION_ID);
    execute("PRAGMA user_version = " + VERSION);
    connection.setAutoCommit(false);
    for (String sql : TABLES) {
      execute(sql);
    }
    register();
    execute(
        "CREATE TABLE "
            + table
            + " (fid INTEGER PRIMARY KEY AUTOINCREMENT, geom BLOB"
            + columns()
            + ")");
    insertAll();
    connection.commit();
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private void register() throws SQLException {
    Envelope box = new Envelope();
    layer.features().forEach(each -> box.expandToInclude(each.geometry().getEnvelopeInternal()));
    run(
        "INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, 'EPSG', ?, ?, NULL)",
        "WGS 84",
        WGS84,
        WGS84,
        DEFINITION);
    run(
        "INSERT INTO gpkg_contents VALUES (?, 'features', ?, '', '2000-01-01T00:00:00.000Z', ?, ?,"
            + " ?, ?, ?)",
        table,
        layer.name(),
        box.getMinX(),
        box.getMinY(),
        box.getMaxX(),
        box.getMaxY(),
        WGS84);
    run(
        "INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', 'MULTIPOLYGON', ?, 0, 0)",
        table,
        WGS84);
  }

  private void run(String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }

  private List<String> names() {
    return layer.features().isEmpty()
        ? List.of()
        : List.copyOf(layer.features().get(0).properties().keySet());
  }

  private String columns() {
    return names().stream()
        .map(name -> ", " + quoted(name) + " " + type(name))
        .collect(Collectors.joining());
  }

  /** Names of columns cannot be parameters: they are quoted as SQL wants it. */
  private static String quoted(String identifier) {
    return '"' + identifier.replace("\"", "\"\"") + '"';
  }

  private String type(String name) {
    @Nullable Object value = layer.features().get(0).properties().get(name);
    if (value instanceof Double) {
      return "DOUBLE";
    }
    return value instanceof Number ? "INTEGER" : "TEXT";
  }

  private void insertAll() throws SQLException {
    List<String> names = names();
    String marks = ", ?".repeat(names.size());
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO " + table + " VALUES (NULL, ?" + marks + ")")) {
      for (Feature feature : layer.features()) {
        insert.setBytes(1, blob(feature.geometry()));
        for (int i = 0; i < names.size(); i++) {
          insert.setObject(i + 2, feature.properties().get(names.get(i)));
        }
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /** Header with the box, then WKB; both little-endian. */
  private static byte[] blob(Geometry geometry) {
    byte[] wkb = new WKBWriter(2, ByteOrderValues.LITTLE_ENDIAN).write(multi(geometry));
    Envelope box = geometry.getEnvelopeInternal();
    ByteBuffer blob = ByteBuffer.allocate(40 + wkb.length).order(ByteOrder.LITTLE_ENDIAN);
    blob.put((byte) 'G').put((byte) 'P').put((byte) 0).put((byte) 0b11).putInt(WGS84);
    blob.putDouble(box.getMinX()).putDouble(box.getMaxX());
    blob.putDouble(box.getMinY()).putDouble(box.getMaxY());
    return blob.put(wkb).array();
  }

  private static MultiPolygon multi(Geometry geometry) {
    return geometry instanceof Polygon polygon
        ? geometry.getFactory().createMultiPolygon(new Polygon[] {polygon})
        : (MultiPolygon) geometry;
  }
}
