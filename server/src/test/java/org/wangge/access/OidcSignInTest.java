package org.wangge.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wangge.web.TestClient;
import org.wangge.web.WebConfig;

/** Signing in by a provider that behaves, from the first click to the session. */
class OidcSignInTest {
  private static OidcTestProvider provider;
  private static OidcHouse house;
  private OidcBrowser browser;

  @BeforeAll
  static void start() {
    provider = new OidcTestProvider();
    house = OidcHouse.of(provider, OidcTestProvider.SECRET);
  }

  @AfterAll
  static void stop() {
    house.close();
    provider.close();
  }

  @BeforeEach
  void comeAnew() {
    provider.behave();
    house.empty();
    browser = house.browser();
  }

  @Test
  void whoProvedHisNameThereIsSignedInHere() {
    HttpResponse<String> response = browser.signIn();
    assertEquals(302, response.statusCode());
    assertEquals("/", OidcBrowser.location(response));
    assertEquals("no-store", response.headers().firstValue("Cache-Control").orElse(""));
    assertEquals("planner", browser.name());
    assertEquals("account", browser.session().get("viewer").get("kind").asText());
    assertEquals("示意认证", browser.session().get("provider").asText());
    assertEquals("sign-in account planner done", event());
  }

  private String event() {
    AuditEvent event = house.lastEvent();
    return event.action() + " " + event.subject() + " " + event.outcome();
  }

  @Test
  void itsCookiesAreForThisServerAloneAndTheFirstIsTakenAway() {
    String begun = cookies(browser.get("/api/v1/oidc/start")).get(0);
    assertTrue(begun.matches("wangge_oidc=[^;]{43}; .*"), begun);
    assertTrue(begun.endsWith("; Path=/; HttpOnly; SameSite=Lax; Max-Age=600"), begun);
    List<String> done = cookies(browser.signIn());
    assertTrue(done.get(0).matches("wangge_oidc=; .*Max-Age=0"), done.get(0));
    assertTrue(done.get(1).startsWith("wangge_session="), done.get(1));
    assertTrue(done.get(1).endsWith("; Path=/; HttpOnly; SameSite=Strict"), done.get(1));
  }

  private static List<String> cookies(HttpResponse<String> response) {
    return response.headers().allValues("Set-Cookie");
  }

  @Test
  void overHttpsTheCookieIsSecureAndTheWayBackIsThePublicAddress() {
    try (OidcHouse behind =
        new OidcHouse(
            new WebConfig("127.0.0.1", 0, "https://wangge.example/district"),
            Optional.of(OidcHouse.settings(provider.address(), OidcTestProvider.SECRET)))) {
      HttpResponse<String> response = behind.browser().get("/api/v1/oidc/start");
      String cookie = cookies(response).get(0);
      assertTrue(cookie.startsWith("__Host-wangge_oidc="), cookie);
      assertTrue(cookie.endsWith("; Secure"), cookie);
      String query = URI.create(OidcBrowser.location(response)).getQuery();
      assertTrue(
          query.contains("redirect_uri=https://wangge.example/district/api/v1/oidc/callback"),
          query);
    }
  }

  @Test
  void aOneTimePasswordNeedNotBeChangedByWhoDidNotUseIt() {
    provider.says("preferred_username", "admin");
    browser.signIn();
    assertEquals("admin", browser.name());
    assertFalse(browser.session().get("viewer").get("mustChangePassword").asBoolean());
    assertEquals(200, browser.get("/api/v1/accounts").statusCode());

    OidcBrowser other = house.browser();
    other.post(
        "/api/v1/login", "{\"name\":\"admin\",\"password\":\"" + house.adminPassword + "\"}");
    assertEquals("admin", other.name());
    assertEquals(403, other.get("/api/v1/accounts").statusCode());
  }

  @Test
  void capitalsInTheNameDoNotMatter() {
    provider.says("preferred_username", "PLANNER");
    browser.signIn();
    assertEquals("planner", browser.name());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/?layer=cases#16/27.9/112.9", "/problems", "/%E7%BD%91"})
  void itGoesOnToAPathOfThisServer(String path) {
    String start = "/api/v1/oidc/start?return=" + encoded(path);
    assertEquals(path, OidcBrowser.location(browser.signIn(start)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//evil.example/",
        "/\\evil.example",
        "\\/evil.example",
        "https://evil.example/",
        "javascript:alert(1)",
        "evil",
        "",
        " /",
        "/\t/evil.example",
        "/\r\nSet-Cookie: a=b",
        "/网"
      })
  void itGoesNowhereElse(String place) {
    HttpResponse<String> response = browser.get("/api/v1/oidc/start?return=" + encoded(place));
    assertEquals(400, response.statusCode());
    assertEquals("bad-parameter", TestClient.tree(response).get("code").asText());
    assertTrue(cookies(response).isEmpty());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Test
  void theDescriptionOfTheProviderIsReadOnce() {
    int before = provider.discoveries();
    try (OidcHouse fresh = OidcHouse.of(provider, OidcTestProvider.SECRET)) {
      assertEquals(before, provider.discoveries());
      fresh.browser().signIn();
      fresh.browser().signIn();
      assertEquals(before + 1, provider.discoveries());
    }
  }

  @Test
  void theSessionOfBeforeEnds() {
    browser.signIn();
    browser.signIn();
    assertEquals(1, house.openSessions());
  }

  @Test
  void withoutAProviderThereIsNoButtonAndNoWay() {
    try (OidcHouse plain = new OidcHouse(WebConfig.anyPort(), Optional.empty())) {
      OidcBrowser visitor = plain.browser();
      assertTrue(visitor.session().get("provider").isNull());
      assertEquals(404, visitor.get("/api/v1/oidc/start").statusCode());
      assertEquals(404, visitor.get("/api/v1/oidc/callback?code=1&state=2").statusCode());
    }
  }
}
