package org.wangge.app;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Where settings come from: the command line, then the environment ({@code WANGGE_PORT}), then a
 * file ({@code port=8080}), then a default. Secrets are not taken from the command line, where
 * everybody on the machine can read them: from the environment, the file, or a file of their own
 * ({@code db.password-file}).
 */
final class Settings {
  static final Set<String> KEYS =
      Set.of(
          "port",
          "host",
          "db",
          "db.user",
          "db.password",
          "db.password-file",
          "data",
          "empty",
          "base-url",
          "public-map",
          "session.idle-minutes",
          "session.hours",
          "requests-per-second",
          "trusted-proxies",
          "tls.certificate",
          "tls.key",
          "oidc.issuer",
          "oidc.client-id",
          "oidc.client-secret",
          "oidc.client-secret-file",
          "oidc.claim",
          "oidc.name");

  private final Map<String, String> options;
  private final Map<String, String> environment;
  private final Properties file;

  private Settings(Map<String, String> options, Map<String, String> environment, Properties file) {
    this.options = options;
    this.environment = environment;
    this.file = file;
  }

  /**
   * @throws IllegalArgumentException when the file cannot be read or has a key that is not known
   */
  static Settings of(
      Map<String, String> options, Map<String, String> environment, @Nullable Path file) {
    return new Settings(options, environment, file == null ? new Properties() : read(file));
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
          "the settings file "
              + file
              + " has unknown keys "
              + unknown
              + "; known are "
              + new TreeSet<>(KEYS));
    }
    return properties;
  }

  Optional<String> find(String key) {
    return Optional.ofNullable(options.get(key))
        .or(() -> Optional.ofNullable(environment.get(variable(key))))
        .or(() -> Optional.ofNullable(file.getProperty(key)))
        .filter(text -> !text.isEmpty() || key.equals("port"));
  }

  String get(String key, String fallback) {
    return find(key).orElse(fallback);
  }

  private static String variable(String key) {
    return "WANGGE_" + key.toUpperCase(Locale.ROOT).replace('-', '_').replace('.', '_');
  }

  /** A secret, or the first line of the file that {@code KEY-file} names. */
  Optional<String> findSecret(String key) {
    return find(key).or(() -> find(key + "-file").map(path -> firstLine(key, Path.of(path))));
  }

  private static String firstLine(String key, Path path) {
    try {
      return Files.readString(path).lines().findFirst().orElse("").strip();
    } catch (IOException unreadable) {
      throw new IllegalArgumentException(
          key + "-file: cannot read " + path + ": " + unreadable.getMessage(), unreadable);
    }
  }

  /**
   * A whole number.
   *
   * @throws IllegalArgumentException when it is none or out of bounds
   */
  int getInt(String key, int fallback, int least, int most) {
    String text = get(key, Integer.toString(fallback));
    try {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      // falls through to the one message for both
    }
    throw new IllegalArgumentException(
        key + ": " + text + " is not a number from " + least + " to " + most);
  }

  /** {@code yes} or {@code no}; none when it is not set. */
  Optional<Boolean> findYesOrNo(String key) {
    return find(key)
        .map(
            text ->
                switch (text) {
                  case "yes", "true" -> true;
                  case "no", "false" -> false;
                  default ->
                      throw new IllegalArgumentException(key + ": " + text + " is not yes or no");
                });
  }
}
