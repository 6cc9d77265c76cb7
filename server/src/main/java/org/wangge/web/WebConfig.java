package org.wangge.web;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where and how the server listens.
 *
 * @param host address to bind; 127.0.0.1 keeps it on this machine, 0.0.0.0 opens it
 * @param port 0 for any free one
 * @param baseUrl what links begin with, without a slash at the end; null or empty to take it from
 *     each request
 * @param stopSeconds how long requests under way may take to finish when stopping
 * @param policy what pages may load
 * @param trustedProxies addresses of proxies whose {@code Forwarded} and {@code X-Forwarded-*}
 *     headers are believed; of all others they are passed over
 * @param requestsPerSecond how many requests one address may send in the long run; short bursts may
 *     be five times that
 * @param certificate for https, none for http
 */
public record WebConfig(
    String host,
    int port,
    @Nullable String baseUrl,
    int stopSeconds,
    SecurityPolicy policy,
    Set<String> trustedProxies,
    int requestsPerSecond,
    Optional<Certificate> certificate) {

  /** This machine, as a proxy. */
  public static final Set<String> LOOPBACK = Set.of("127.0.0.1", "0:0:0:0:0:0:0:1", "::1");

  /** Enough for a page that draws a district, and for a program that walks its collections. */
  public static final int USUAL_REQUESTS_PER_SECOND = 200;

  private static final int STOP_SECONDS = 10;

  public WebConfig {
    trustedProxies = Set.copyOf(trustedProxies);
  }

  /**
   * What the server proves itself with.
   *
   * @param chain PEM file of its certificate and those above it
   * @param key PEM file of its private key, PKCS #8, not encrypted
   */
  public record Certificate(Path chain, Path key) {}

  public WebConfig(String host, int port, @Nullable String baseUrl) {
    this(
        host,
        port,
        baseUrl,
        STOP_SECONDS,
        new SecurityPolicy(List.of()),
        LOOPBACK,
        USUAL_REQUESTS_PER_SECOND,
        Optional.empty());
  }

  /** The same behind other proxies. */
  public WebConfig withTrustedProxies(Set<String> addresses) {
    return new WebConfig(
        host, port, baseUrl, stopSeconds, policy, addresses, requestsPerSecond, certificate);
  }

  /** The same with another limit of requests. */
  public WebConfig withRequestsPerSecond(int limit) {
    return new WebConfig(
        host, port, baseUrl, stopSeconds, policy, trustedProxies, limit, certificate);
  }

  /** The same over https. */
  public WebConfig withCertificate(Certificate found) {
    return new WebConfig(
        host,
        port,
        baseUrl,
        stopSeconds,
        policy,
        trustedProxies,
        requestsPerSecond,
        Optional.of(found));
  }

  /** Any free port on this machine: for tests of single features, which do not count requests. */
  public static WebConfig anyPort() {
    return new WebConfig("127.0.0.1", 0, null).withRequestsPerSecond(Integer.MAX_VALUE);
  }
}
