package org.wangge.access;

import java.util.Optional;
import org.wangge.web.Visit;

/**
 * The cookie that holds a session's identifier: HttpOnly, SameSite=Strict, without a domain; over
 * https also Secure and with the name prefix by which browsers hold a server to that.
 */
final class SessionCookie {
  private static final String PLAIN = "wangge_session";
  private static final String SECURE = "__Host-wangge_session";

  private SessionCookie() {}

  static Optional<String> find(Visit visit) {
    return visit.findCookie(visit.isSecure() ? SECURE : PLAIN).filter(id -> !id.isEmpty());
  }

  /** The Set-Cookie header for a session just opened. */
  static String of(String id, boolean secure) {
    return header(id, secure, "");
  }

  /** The Set-Cookie header that takes it away again. */
  static String none(boolean secure) {
    return header("", secure, "; Max-Age=0");
  }

  private static String header(String id, boolean secure, String more) {
    return (secure ? SECURE : PLAIN)
        + "="
        + id
        + "; Path=/; HttpOnly; SameSite=Strict"
        + (secure ? "; Secure" : "")
        + more;
  }
}
