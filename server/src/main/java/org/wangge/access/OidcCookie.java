package org.wangge.access;

import java.util.Optional;
import org.wangge.web.Visit;

/**
 * The cookie of a sign-in under way, good for ten minutes: HttpOnly, without a domain; over https
 * also Secure and with the name prefix that browsers hold a server to. SameSite is Lax: it must
 * come along when the provider sends the browser back.
 */
final class OidcCookie {
  private static final String PLAIN = "wangge_oidc";
  private static final String SECURE = "__Host-wangge_oidc";

  private OidcCookie() {}

  static Optional<String> find(Visit visit) {
    return visit.findCookie(name(visit.isSecure())).filter(id -> !id.isEmpty());
  }

  /** The Set-Cookie header for a sign-in just begun. */
  static String of(String id, boolean secure) {
    return header(id, secure, OidcAttempts.GOOD_FOR.toSeconds());
  }

  /** The Set-Cookie header that takes it away again. */
  static String none(boolean secure) {
    return header("", secure, 0);
  }

  private static String name(boolean secure) {
    return secure ? SECURE : PLAIN;
  }

  private static String header(String id, boolean secure, long seconds) {
    return name(secure)
        + "="
        + id
        + "; Path=/; HttpOnly; SameSite=Lax; Max-Age="
        + seconds
        + (secure ? "; Secure" : "");
  }
}
