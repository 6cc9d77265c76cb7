package org.wangge.web;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * How many requests with a body each client has under way. A handler that reads a body waits for it
 * with a thread of the server: a client that opens many requests and sends nothing would hold them
 * all.
 */
final class OpenBodies {
  private final int most;
  private final ConcurrentMap<String, Integer> open = new ConcurrentHashMap<>();

  OpenBodies(int most) {
    this.most = most;
  }

  /** Counts one more of a client; false, and nothing is counted, when it has as many as it may. */
  boolean enter(String client) {
    boolean[] entered = {false};
    open.compute(
        client,
        (name, count) -> {
          int before = count == null ? 0 : count;
          entered[0] = before < most;
          return entered[0] ? Integer.valueOf(before + 1) : count;
        });
    return entered[0];
  }

  /** One that was entered is done. */
  void leave(String client) {
    open.computeIfPresent(client, (name, count) -> count > 1 ? count - 1 : null);
  }
}
