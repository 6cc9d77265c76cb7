package org.wangge.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Access;
import org.wangge.web.WebConfig;

/**
 * The settings of a server.
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
 * @param access who sees what without signing in, and how long sessions live
 * @param requestsPerSecond of one address
 * @param trustedProxies whose {@code X-Forwarded-*} headers are believed
 * @param certificate for https, none for http
 */
record Config(
    int port,
    String host,
    String databaseUrl,
    String databaseUser,
    String databasePassword,
    Path data,
    boolean empty,
    String baseUrl,
    Access.Options access,
    int requestsPerSecond,
    Set<String> trustedProxies,
    Optional<WebConfig.Certificate> certificate) {

  private static final int LARGEST_PORT = 65_535;

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
    refuseSecrets(options);
    Settings settings = Settings.of(options, environment, file);
    return new Config(
        settings.getInt("port", 8080, 0, LARGEST_PORT),
        settings.get("host", "127.0.0.1"),
        settings.get("db", ""),
        settings.get("db.user", ""),
        settings.findSecret("db.password").orElse(""),
        Path.of(settings.get("data", "wangge-data")),
        Boolean.parseBoolean(settings.get("empty", "false")),
        settings.get("base-url", ""),
        access(settings),
        settings.getInt("requests-per-second", WebConfig.USUAL_REQUESTS_PER_SECOND, 1, 1_000_000),
        proxies(settings),
        certificate(settings));
  }

  /** The command line can be read by everybody on the machine, and stays in histories. */
  private static void refuseSecrets(Map<String, String> options) {
    if (options.getOrDefault("db", "").matches(".*[?&]password=.*|.*//[^/@]*:[^/@]*@.*")) {
      throw new IllegalArgumentException(
          "--db carries a password where everybody on this machine can read it: give it as"
              + " WANGGE_DB_PASSWORD, or db.password or db.password-file in the settings file");
    }
  }

  private static Access.Options access(Settings settings) {
    Access.Options usual = Access.Options.defaults();
    return new Access.Options(
        settings.findYesOrNo("public-map"),
        Duration.ofMinutes(
            settings.getInt("session.idle-minutes", (int) usual.idle().toMinutes(), 1, 24 * 60)),
        Duration.ofHours(
            settings.getInt("session.hours", (int) usual.absolute().toHours(), 1, 24 * 31)),
        usual.requestsPerSecond(),
        ProviderConfig.find(settings));
  }

  /** A list of addresses; {@code none} for nobody, this machine when it is not set. */
  private static Set<String> proxies(Settings settings) {
    return settings
        .find("trusted-proxies")
        .map(
            text ->
                Arrays.stream(text.split("[, ]+"))
                    .filter(address -> !address.isEmpty() && !address.equals("none"))
                    .collect(Collectors.toSet()))
        .orElse(WebConfig.LOOPBACK);
  }

  private static Optional<WebConfig.Certificate> certificate(Settings settings) {
    Optional<String> chain = settings.find("tls.certificate");
    Optional<String> key = settings.find("tls.key");
    if (chain.isPresent() != key.isPresent()) {
      throw new IllegalArgumentException("tls.certificate and tls.key go together");
    }
    return chain.map(path -> new WebConfig.Certificate(Path.of(path), Path.of(key.orElseThrow())));
  }

  /** The JDBC URL to open: the given one, or the embedded H2 file below {@code data}. */
  String jdbcUrl() {
    return databaseUrl.isEmpty()
        ? "jdbc:h2:file:" + data.toAbsolutePath().resolve("wangge")
        : databaseUrl;
  }

  /** The same, heard on this machine alone and on any port: for a command without a server. */
  Config onlyHere() {
    return new Config(
        0,
        "127.0.0.1",
        databaseUrl,
        databaseUser,
        databasePassword,
        data,
        empty,
        "",
        access,
        requestsPerSecond,
        trustedProxies,
        Optional.empty());
  }

  /** How to listen. */
  WebConfig web() {
    WebConfig web =
        new WebConfig(host, port, baseUrl.isEmpty() ? null : baseUrl)
            .withTrustedProxies(trustedProxies)
            .withRequestsPerSecond(requestsPerSecond);
    return certificate.map(web::withCertificate).orElse(web);
  }
}
