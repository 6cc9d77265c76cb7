package org.wangge.app;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a server. Each is looked up on the command line, then in the environment ({@code
 * WANGGE_PORT}), then in the settings file ({@code port=8080}), then takes its default.
 *
 * @param port TCP port, 0 for any free one
 * @param host address to listen on
 * @param databaseUrl JDBC URL; empty means the embedded database below {@code data}
 * @param databaseUser user, empty when the URL says it
 * @param databasePassword password, empty when the URL says it
 * @param data directory of the embedded database
 * @param empty whether to leave a new store empty instead of seeding the demo district
 * @param baseUrl the public address when the server stands behind a proxy that does not tell it,
 *     else empty
 */
record Config(
    int port,
    String host,
    String databaseUrl,
    String databaseUser,
    String databasePassword,
    Path data,
    boolean empty,
    String baseUrl) {

  private static final Set<String> KEYS =
      Set.of("port", "host", "db", "db.user", "db.password", "data", "empty", "base-url");

  /**
   * Looks every setting up.
   *
   * @param options settings given on the command line, by key
   * @param environment the process environment
   * @param file a settings file, or null
   * @throws IllegalArgumentException with a sentence for people when a value or key is no good
   */
  static Config of(
      Map<String, String> options, Map<String, String> environment, @Nullable Path file) {
    Lookup lookup = new Lookup(options, environment, file == null ? new Properties() : read(file));
    return new Config(
        port(lookup.get("port", "8080")),
        lookup.get("host", "127.0.0.1"),
        lookup.get("db", ""),
        lookup.get("db.user", ""),
        lookup.get("db.password", ""),
        Path.of(lookup.get("data", "wangge-data")),
        Boolean.parseBoolean(lookup.get("empty", "false")),
        lookup.get("base-url", ""));
  }

  /** The JDBC URL to open: the given one, or the embedded H2 file below {@code data}. */
  String jdbcUrl() {
    return databaseUrl.isEmpty()
        ? "jdbc:h2:file:" + data.toAbsolutePath().resolve("wangge")
        : databaseUrl;
  }

  private static int port(String text) {
    try {
      int port = Integer.parseInt(text);
      if (port >= 0 && port <= 65_535) {
        return port;
      }
    } catch (NumberFormatException notANumber) {
      // falls through to the one message for both
    }
    throw new IllegalArgumentException("port: " + text + " is not a number from 0 to 65535");
  }

  private static Properties read(Path file) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (IOException unreadable) {
      throw new IllegalArgumentException(
          "cannot read the settings file " + file + ": " + unreadable.getMessage(), unreadable);
    }
    Set<String> unknown = new TreeSet<>(properties.stringPropertyNames());
    unknown.removeAll(KEYS);
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "the settings file " + file + " has unknown keys " + unknown + "; known are " + KEYS);
    }
    return properties;
  }

  private record Lookup(
      Map<String, String> options, Map<String, String> environment, Properties file) {

    String get(String key, String fallback) {
      return Optional.ofNullable(options.get(key))
          .or(() -> Optional.ofNullable(environment.get(variable(key))))
          .or(() -> Optional.ofNullable(file.getProperty(key)))
          .orElse(fallback);
    }

    private static String variable(String key) {
      return "WANGGE_" + key.toUpperCase(java.util.Locale.ROOT).replace('-', '_').replace('.', '_');
    }
  }
}
