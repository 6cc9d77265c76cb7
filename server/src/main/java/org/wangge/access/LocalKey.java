package org.wangge.access;

import java.util.Set;

/**
 * The key with which the command line of the same machine speaks to the running server: made anew
 * at each start, written to a file only the server's own user can read, good for connections from
 * this machine alone.
 */
public final class LocalKey {
  private static final String PREFIX = "local_";
  private static final Set<String> HERE = Set.of("127.0.0.1", "0:0:0:0:0:0:0:1", "::1");

  private final String text = PREFIX + Secrets.random();

  /** What to send as bearer token. */
  public String text() {
    return text;
  }

  boolean opens(String given, String address) {
    return HERE.contains(address) && Secrets.same(given, text);
  }
}
