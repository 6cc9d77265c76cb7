package org.wangge.db;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Fresh databases with all tables for tests:
 * {@code @ParameterizedTest @MethodSource("org.wangge.db.TestDatabases#both")} gives a test one on
 * H2 and one on PostGIS, closed by JUnit and dropped after the test.
 *
 * <p>PostGIS is the server of {@code WANGGE_TEST_POSTGRES}, a JDBC address of a database whose
 * account may create databases. Without it the tests fail: they are not skipped.
 */
public final class TestDatabases {
  private static final String VARIABLE = "WANGGE_TEST_POSTGRES";

  private TestDatabases() {}

  /** One fresh database on each engine, made when the test takes it. */
  public static Stream<Database> both() {
    return Stream.<Supplier<Database>>of(TestDatabases::h2, TestDatabases::postgis)
        .map(Supplier::get);
  }

  /** A fresh H2 store in memory. */
  public static Database h2() {
    return Database.open(DatabaseConfig.of("jdbc:h2:mem:" + name()));
  }

  /** A fresh PostGIS database, copied from one that is made once per run. */
  public static Database postgis() {
    String name = name();
    run("create database " + name + " template " + Template.NAME);
    return Database.open(DatabaseConfig.of(addressOf(name))).afterClose(() -> drop(name));
  }

  /** A fresh PostGIS server database without tables and without the extension. */
  public static String emptyPostgis() {
    String name = name();
    run("create database " + name);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> drop(name)));
    return addressOf(name);
  }

  private static String name() {
    return "wangge_test_" + UUID.randomUUID().toString().replace("-", "");
  }

  private static String administratorAddress() {
    String address = System.getenv(VARIABLE);
    if (address == null || address.isBlank()) {
      throw new IllegalStateException(
          VARIABLE
              + " is not set: it must be the JDBC address of a PostgreSQL with PostGIS for the"
              + " tests, such as jdbc:postgresql://localhost/postgres?user=postgres&password=…");
    }
    return address;
  }

  private static String addressOf(String database) {
    return administratorAddress()
        .replaceFirst("(jdbc:postgresql:(//[^/]*/)?)[^?]*", "$1" + database);
  }

  private static void run(String sql) {
    try (Connection connection = DriverManager.getConnection(administratorAddress());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  private static void drop(String name) {
    run("drop database if exists " + name + " with (force)");
  }

  /**
   * The database the others are copied from: made when first asked for, dropped when the tests end.
   */
  private static final class Template {
    static final String NAME = make();

    private static String make() {
      String name = name();
      run("create database " + name);
      Database.open(DatabaseConfig.of(addressOf(name))).close();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> drop(name)));
      return name;
    }
  }
}
