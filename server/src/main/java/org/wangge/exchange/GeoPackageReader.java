package org.wangge.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;

/**
 * GeoPackage: one feature table of an SQLite file, opened read-only. The wanted table, else the
 * first that has rows; the coordinate system by the table's srs_id, or by its definition when it
 * has no EPSG code.
 */
public final class GeoPackageReader implements LayerReader {
  private static final String TABLES =
      "SELECT g.table_name, g.column_name, s.organization, s.organization_coordsys_id, s.definition"
          + " FROM gpkg_geometry_columns g LEFT JOIN gpkg_spatial_ref_sys s ON s.srs_id = g.srs_id"
          + " ORDER BY g.table_name";

  @Override
  public Layer read(DataSource source, ReadOptions options) {
    String attempted = "reading " + source.name() + " as GeoPackage";
    try {
      return source.path() == null
          ? readUpload(source, options, attempted)
          : read(source.path(), source, options, attempted);
    } catch (IOException e) {
      throw Unpacked.problem(attempted, e);
    } catch (SQLException e) {
      String what = "SQLite says: " + e.getMessage();
      throw new ReadException(
          new ReadProblem(
              attempted,
              what,
              "the database file",
              "check that it opens in QGIS and send it again"),
          e);
    }
  }

  /** SQLite needs a file of its own. */
  private static Layer readUpload(DataSource source, ReadOptions options, String attempted)
      throws IOException, SQLException {
    Path file = Files.createTempFile("wangge", ".gpkg");
    try {
      Files.write(file, source.bytes());
      return read(file, source, options, attempted);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private static Layer read(Path file, DataSource source, ReadOptions options, String attempted)
      throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    try (Connection connection = config.createConnection("jdbc:sqlite:" + file.toAbsolutePath())) {
      Map<String, Table> tables = listTables(connection);
      Table table = choose(connection, tables, options, attempted);
      FeatureCollector collector = new FeatureCollector(attempted, options.limits());
      if (tables.size() > 1) {
        collector.note(
            "tables in it: %s; read %s".formatted(String.join(", ", tables.keySet()), table.name));
      }
      readRows(connection, table, collector);
      return collector.toLayer(
          table.name.isEmpty() ? source.baseName() : table.name, crs(table, options));
    }
  }

  private static Map<String, Table> listTables(Connection connection) throws SQLException {
    Map<String, Table> tables = new LinkedHashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(TABLES)) {
      while (rows.next()) {
        Table table =
            new Table(
                rows.getString(1),
                rows.getString(2),
                rows.getString(3),
                rows.getInt(4),
                rows.getString(5));
        tables.put(table.name, table);
      }
    }
    return tables;
  }

  private static Table choose(
      Connection connection, Map<String, Table> tables, ReadOptions options, String attempted)
      throws SQLException {
    if (tables.isEmpty()) {
      throw new ReadException(
          attempted,
          "it has no feature table",
          "gpkg_geometry_columns",
          "export a layer with geometries");
    }
    if (options.layer() != null) {
      Table wanted = tables.get(options.layer());
      if (wanted == null) {
        throw new ReadException(
            attempted,
            "there is no table '" + options.layer() + "'",
            "gpkg_geometry_columns",
            "choose one of " + tables.keySet());
      }
      return wanted;
    }
    for (Table table : tables.values()) {
      if (hasRows(connection, table)) {
        return table;
      }
    }
    return tables.values().iterator().next();
  }

  private static boolean hasRows(Connection connection, Table table) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT 1 FROM " + quoted(table.name) + " LIMIT 1")) {
      return rows.next();
    }
  }

  /** A table's name comes from the file and cannot be a parameter: it is quoted as SQL wants it. */
  private static String quoted(String identifier) {
    return '"' + identifier.replace("\"", "\"\"") + '"';
  }

  private static void readRows(Connection connection, Table table, FeatureCollector collector)
      throws SQLException {
    try (PreparedStatement statement =
            connection.prepareStatement("SELECT * FROM " + quoted(table.name));
        ResultSet rows = statement.executeQuery()) {
      ResultSetMetaData columns = rows.getMetaData();
      for (int row = 1; rows.next(); row++) {
        byte[] geometry = rows.getBytes(table.column);
        collector.add(
            null,
            properties(rows, columns, table),
            "row " + row,
            () -> GeoPackageGeometry.read(geometry));
      }
    }
  }

  private static Map<String, @Nullable Object> properties(
      ResultSet rows, ResultSetMetaData columns, Table table) throws SQLException {
    Map<String, @Nullable Object> properties = new LinkedHashMap<>();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      if (!columns.getColumnName(i).equals(table.column)) {
        properties.put(columns.getColumnName(i), plain(rows.getObject(i)));
      }
    }
    return properties;
  }

  private static @Nullable Object plain(@Nullable Object value) {
    if (value instanceof Integer) {
      return ((Integer) value).longValue();
    }
    return value instanceof byte[] ? null : value;
  }

  private static CrsInfo crs(Table table, ReadOptions options) {
    if (options.crs() != null) {
      return CrsInfo.given(options.crs());
    }
    try {
      if ("EPSG".equalsIgnoreCase(table.organization)) {
        return CrsInfo.file(Crs.epsg(table.code), "the table's srs_id says so");
      }
      return table.definition == null || !table.definition.contains("[")
          ? CrsInfo.unknown("the table names no coordinate system")
          : CrsInfo.file(Crs.parse(table.definition), "the table's definition says so");
    } catch (CrsException e) {
      return CrsInfo.unknown(String.valueOf(e.getMessage()));
    }
  }

  private record Table(
      String name,
      String column,
      @Nullable String organization,
      int code,
      @Nullable String definition) {}
}
