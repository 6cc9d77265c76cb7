package org.wangge.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wangge.access.OidcSettings;

/** The identity provider in the settings. */
class OidcSettingsTest {
  private static final String ISSUER = "https://sso.example/realms/district";

  @TempDir Path folder;

  private static Optional<OidcSettings> provider(Map<String, String> environment) {
    return Config.of(Map.of(), environment, null).access().provider();
  }

  private static Map<String, String> whole() {
    return new HashMap<>(
        Map.of(
            "WANGGE_OIDC_ISSUER", ISSUER,
            "WANGGE_OIDC_CLIENT_ID", "wangge",
            "WANGGE_OIDC_CLIENT_SECRET", "hush"));
  }

  @Test
  void withoutAnIssuerThereIsNone() {
    assertEquals(Optional.empty(), provider(Map.of()));
  }

  @Test
  void whatIsNotSaidIsAsUsual() {
    assertEquals(
        new OidcSettings(ISSUER, "wangge", "hush", "preferred_username", "统一身份认证"),
        provider(whole()).orElseThrow());
  }

  @Test
  void theSecretMayStandInAFileOfItsOwnAndIsNotShown() throws Exception {
    Path secret = Files.writeString(folder.resolve("secret"), "of the file\n");
    Map<String, String> environment = whole();
    environment.remove("WANGGE_OIDC_CLIENT_SECRET");
    environment.put("WANGGE_OIDC_CLIENT_SECRET_FILE", secret.toString());
    OidcSettings settings = provider(environment).orElseThrow();
    assertEquals("of the file", settings.clientSecret());
    assertFalse(settings.toString().contains("of the file"), settings.toString());
  }

  @ParameterizedTest
  @CsvSource({
    "WANGGE_OIDC_ISSUER, http://sso.example, oidc.issuer",
    "WANGGE_OIDC_ISSUER, sso.example, oidc.issuer",
    "WANGGE_OIDC_ISSUER, '', oidc.issuer is not",
    "WANGGE_OIDC_CLIENT_ID, '', oidc.client-id",
    "WANGGE_OIDC_CLIENT_SECRET, '', oidc.client-secret"
  })
  void whatIsMissingOrUnsafeIsNamed(String key, String value, String named) {
    Map<String, String> environment = whole();
    environment.put(key, value);
    var problem = assertThrows(IllegalArgumentException.class, () -> provider(environment));
    assertTrue(problem.getMessage().contains(named), problem.getMessage());
  }
}
