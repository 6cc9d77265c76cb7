package org.wangge.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.util.Locale;
import java.util.Map;

/** Opens the pool of connections with the options each engine needs. */
final class Pool {
  /**
   * What an H2 address gets unless it says otherwise: names fold to lower case as in PostgreSQL, a
   * commit is on disk when it returns, words that PostgreSQL does not reserve are free as column
   * names, and the file is closed by the pool and not by H2's own shutdown hook, which would run
   * beside ours.
   */
  private static final Map<String, String> H2_OPTIONS =
      Map.of(
          "MODE", "PostgreSQL",
          "DATABASE_TO_LOWER", "TRUE",
          "DEFAULT_NULL_ORDERING", "HIGH",
          "WRITE_DELAY", "0",
          "DB_CLOSE_ON_EXIT", "FALSE",
          "LOCK_TIMEOUT", "60000",
          "NON_KEYWORDS", "VALUE,KEY,DAY,MONTH,YEAR,HOUR,MINUTE,SECOND");

  private Pool() {}

  static HikariDataSource open(DatabaseConfig config) {
    HikariConfig hikari = new HikariConfig();
    hikari.setPoolName("wangge-" + config.dialect().folder());
    hikari.setJdbcUrl(address(config));
    hikari.setUsername(config.user());
    hikari.setPassword(config.password());
    hikari.setMaximumPoolSize(config.poolSize());
    hikari.setMinimumIdle(1);
    hikari.setConnectionTimeout(10_000);
    if (config.dialect() == Dialect.POSTGIS) {
      hikari.addDataSourceProperty("reWriteBatchedInserts", "true");
      hikari.addDataSourceProperty("ApplicationName", "wangge");
    }
    try {
      return new HikariDataSource(hikari);
    } catch (PoolInitializationException e) {
      throw new DatabaseException(explain(config, e), e);
    }
  }

  private static String address(DatabaseConfig config) {
    return config.dialect() == Dialect.H2 ? withH2Options(config.url()) : config.url();
  }

  private static String withH2Options(String url) {
    StringBuilder address = new StringBuilder(url);
    H2_OPTIONS.forEach(
        (option, value) -> {
          if (!url.toUpperCase(Locale.ROOT).contains(";" + option + "=")) {
            address.append(';').append(option).append('=').append(value);
          }
        });
    return address.toString();
  }

  private static String explain(DatabaseConfig config, Exception e) {
    String reason =
        String.valueOf(e.getCause() == null ? e.getMessage() : e.getCause().getMessage());
    if (reason.contains("already in use")) {
      return "the store "
          + config.place()
          + " is in use by another process: stop that one first, or use PostgreSQL for more than"
          + " one server";
    }
    return "the store " + config.place() + " cannot be opened: " + reason;
  }
}
