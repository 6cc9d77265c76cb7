package org.wangge.access;

import java.net.URI;
import java.util.Set;

/**
 * The identity provider of the district (OpenID Connect) and how this server is known to it.
 *
 * @param issuer its address, exactly as its own tokens write it; https, or http on this machine
 * @param clientId what this server is called there
 * @param clientSecret what it proves itself with there; never shown nor logged
 * @param claim of the ID token, holds the name of the account
 * @param name what people call the provider
 */
public record OidcSettings(
    String issuer, String clientId, String clientSecret, String claim, String name) {
  public static final String USUAL_CLAIM = "preferred_username";
  public static final String USUAL_NAME = "统一身份认证";

  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

  /**
   * @throws IllegalArgumentException with a sentence for people when one of them is no good
   */
  public OidcSettings {
    requireText("oidc.client-id", clientId);
    requireText("oidc.client-secret", clientSecret);
    requireText("oidc.claim", claim);
    requireText("oidc.name", name);
    if (!isSafe(issuer)) {
      throw new IllegalArgumentException(
          "oidc.issuer: "
              + issuer
              + " is no address that begins with https:// (http:// only on"
              + " this machine)");
    }
  }

  private static void requireText(String key, String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException(key + " is missing; it is needed with oidc.issuer");
    }
  }

  private static boolean isSafe(String text) {
    try {
      return isSafe(URI.create(text));
    } catch (IllegalArgumentException notAnAddress) {
      return false;
    }
  }

  /** Whether nobody between here and there can read or change what is said. */
  static boolean isSafe(URI address) {
    String host = address.getHost();
    return host != null
        && ("https".equals(address.getScheme())
            || "http".equals(address.getScheme()) && THIS_MACHINE.contains(host));
  }

  @Override
  public String toString() {
    return "OidcSettings[issuer=" + issuer + ", clientId=" + clientId + ", claim=" + claim + "]";
  }
}
