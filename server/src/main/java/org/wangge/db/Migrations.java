package org.wangge.db;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * Brings the tables up to date: first the PostGIS extension where there is none, then the numbered
 * SQL files of {@code migration/common} and of the engine's own folder.
 */
final class Migrations {
  private static final String FOLDER = "classpath:org/wangge/db/migration/";

  private Migrations() {}

  static void run(DatabaseConfig config, DataSource source) {
    if (config.dialect() == Dialect.POSTGIS) {
      ensureExtension(config, source, "postgis");
      tryExtension(source, "btree_gist");
    }
    try {
      flyway(config, source).migrate();
    } catch (FlywayException e) {
      throw new DatabaseException(
          "the tables of " + config.place() + " cannot be brought up to date: " + e.getMessage(),
          e);
    }
  }

  /**
   * Packages number their files in ranges of their own, so a lower number may arrive after a higher
   * one.
   */
  private static Flyway flyway(DatabaseConfig config, DataSource source) {
    return Flyway.configure()
        .dataSource(source)
        .locations(FOLDER + "common", FOLDER + config.dialect().folder())
        .outOfOrder(true)
        .validateMigrationNaming(true)
        .load();
  }

  private static void ensureExtension(DatabaseConfig config, DataSource source, String name) {
    if (!tryExtension(source, name)) {
      throw new DatabaseException(
          "the database "
              + config.place()
              + " has no PostGIS and this account may not create it. An administrator must run in"
              + " that database: CREATE EXTENSION "
              + name
              + ";");
    }
  }

  private static boolean tryExtension(DataSource source, String name) {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      return hasExtension(statement, name) || create(statement, name);
    } catch (SQLException e) {
      return false;
    }
  }

  private static boolean hasExtension(Statement statement, String name) throws SQLException {
    try (ResultSet found =
        statement.executeQuery("select 1 from pg_extension where extname = '" + name + "'")) {
      return found.next();
    }
  }

  private static boolean create(Statement statement, String name) throws SQLException {
    statement.execute("create extension if not exists " + name);
    return true;
  }
}
