package org.wangge.app;

import java.util.Optional;
import java.util.Set;
import org.wangge.access.OidcSettings;

/** The identity provider in the settings. */
final class ProviderConfig {
  private static final Set<String> OF_NO_USE_ALONE =
      Set.of("oidc.client-id", "oidc.client-secret", "oidc.client-secret-file");

  private ProviderConfig() {}

  /**
   * None when {@code oidc.issuer} is not set. The provider itself is not asked: it may be down
   * while this server starts.
   *
   * @throws IllegalArgumentException when part of it is missing or no good
   */
  static Optional<OidcSettings> find(Settings settings) {
    Optional<String> issuer = settings.find("oidc.issuer");
    if (issuer.isEmpty()) {
      refuseHalf(settings);
    }
    return issuer.map(address -> of(address, settings));
  }

  private static OidcSettings of(String issuer, Settings settings) {
    return new OidcSettings(
        issuer,
        settings.get("oidc.client-id", ""),
        settings.findSecret("oidc.client-secret").orElse(""),
        settings.get("oidc.claim", OidcSettings.USUAL_CLAIM),
        settings.get("oidc.name", OidcSettings.USUAL_NAME));
  }

  private static void refuseHalf(Settings settings) {
    for (String key : OF_NO_USE_ALONE) {
      if (settings.find(key).isPresent()) {
        throw new IllegalArgumentException(key + " is set but oidc.issuer is not");
      }
    }
  }
}
