package org.wangge.web;

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
 */
public record WebConfig(
    String host, int port, @Nullable String baseUrl, int stopSeconds, SecurityPolicy policy) {

  private static final int STOP_SECONDS = 10;

  public WebConfig(String host, int port, @Nullable String baseUrl) {
    this(host, port, baseUrl, STOP_SECONDS, new SecurityPolicy(java.util.List.of()));
  }

  /** Any free port on this machine: for tests. */
  public static WebConfig anyPort() {
    return new WebConfig("127.0.0.1", 0, null);
  }
}
