package org.wangge.web;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where and how the server listens.
 *
 * @param host address to bind; 127.0.0.1 keeps it on this machine, 0.0.0.0 opens it
 * @param port 0 for any free one
 * @param baseUrl what links begin with, without a slash at the end; null to take it from each
 *     request
 * @param stopSeconds how long requests under way may take to finish when stopping
 */
public record WebConfig(String host, int port, @Nullable String baseUrl, int stopSeconds) {

  /** Any free port on this machine: for tests. */
  public static WebConfig anyPort() {
    return new WebConfig("127.0.0.1", 0, null, 5);
  }

  public Optional<String> findBaseUrl() {
    return Optional.ofNullable(baseUrl);
  }
}
