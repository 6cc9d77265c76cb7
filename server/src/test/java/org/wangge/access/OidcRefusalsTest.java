package org.wangge.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jwt.JWTClaimsSet;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.wangge.web.TestClient;
import org.wangge.web.WebConfig;

/** Whatever goes wrong is a problem with words, one line of the audit trail and no session. */
class OidcRefusalsTest {
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

  /** Tokens that prove nothing, and a word of why. */
  static Stream<Arguments> badTokens() {
    return Stream.of(
        token("wrong nonce", "nonce", given -> given.says("nonce", "another")),
        token("no nonce", "nonce", given -> given.says("nonce", null)),
        token("wrong audience", "aud", given -> given.says("aud", List.of("another"))),
        token("other issuer", "iss", given -> given.says("iss", "https://evil.example")),
        token("expired", "Expired", given -> given.says("exp", minutesAgo(5))),
        token("made in future", "ahead", given -> given.says("iat", minutesAgo(-5))),
        token("alg none", "Signed ID token expected", sealed(OidcTestProvider::unsigned)),
        token("foreign key", "signature", sealed(OidcTestProvider::signedByAnother)),
        token("shared secret", "algorithm", sealed(OidcTestProvider::signedBySecret)));
  }

  private static Arguments token(String name, String why, Consumer<OidcTestProvider> misbehave) {
    return Arguments.of(name, why, misbehave);
  }

  private static Date minutesAgo(long minutes) {
    return Date.from(Instant.now().minus(Duration.ofMinutes(minutes)));
  }

  private static Consumer<OidcTestProvider> sealed(Function<JWTClaimsSet, String> seal) {
    return given -> given.seal = seal;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badTokens")
  void aTokenThatProvesNothingIsRefused(
      String name, String why, Consumer<OidcTestProvider> misbehave) {
    misbehave.accept(provider);
    JsonNode problem = refused(browser.signIn());
    assertTrue(problem.get("detail").asText().contains("身份证明无效"), problem.toString());
    assertWhy("the ID token is not valid");
    assertWhy(why);
  }

  private JsonNode refused(HttpResponse<String> response) {
    assertEquals(403, response.statusCode(), response.body());
    JsonNode problem = TestClient.tree(response);
    assertEquals("sign-in-failed", problem.get("code").asText());
    assertTrue(problem.get("remedy").asText().contains("管理员"));
    assertNoSession();
    assertEquals("sign-in", house.lastEvent().action());
    assertEquals("refused", house.lastEvent().outcome());
    return problem;
  }

  private void assertNoSession() {
    assertEquals("", browser.name());
    assertEquals(0, house.openSessions());
  }

  private void assertWhy(String part) {
    String why = house.lastEvent().why();
    assertTrue(why.contains(part), why);
  }

  @Test
  void anUnknownNameIsToldAndNoAccountIsMade() {
    provider.says("preferred_username", "Stranger");
    JsonNode problem = refused(browser.signIn());
    assertEquals("stranger", problem.get("value").asText());
    assertTrue(problem.get("detail").asText().contains("“stranger”"));
    assertEquals("account stranger", house.lastEvent().subject());
    refused(browser.signIn());
  }

  @Test
  void aLetterThatOnlyLooksLikeOneMakesNobodyElse() {
    // The Kelvin sign is a small k in lower case: lea\u212Aer is not leaker, whoever that is.
    provider.says("preferred_username", "lea\u212Aer");
    assertEquals("lea\u212Aer", refused(browser.signIn()).get("value").asText());
  }

  @Test
  void aDisabledAccountStaysOut() {
    provider.says("preferred_username", "leaver");
    assertTrue(refused(browser.signIn()).get("detail").asText().contains("已停用"));
    assertEquals("account leaver", house.lastEvent().subject());
  }

  @Test
  void aTokenWithoutTheClaimNamesNobody() {
    provider.says("preferred_username", null);
    refused(browser.signIn());
    assertWhy("preferred_username");
  }

  @Test
  void whoDeclinesThereIsNotSignedInHere() {
    provider.answer = given -> Map.of("error", "access_denied", "state", given.get("state"));
    assertTrue(refused(browser.signIn()).get("detail").asText().contains("未获许可"));
    assertWhy("access_denied");
  }

  @Test
  void anotherErrorOfTheProviderIsToldToo() {
    provider.answer = given -> Map.of("error", "server_error", "state", given.get("state"));
    assertTrue(refused(browser.signIn()).get("detail").asText().contains("declined"));
    assertWhy("server_error");
  }

  @Test
  void aWrongStateIsRefusedAndUsesTheSignInUp() {
    String right = browser.wayBack();
    refused(browser.get(right.replaceAll("state=[^&]*", "state=wrong")));
    assertWhy("state");
    refused(browser.get(right));
    assertWhy("no sign-in under way");
  }

  @Test
  void aStateGivenTwiceIsNone() {
    String right = browser.wayBack();
    refused(browser.get(right + "&state=wrong"));
    assertWhy("state");
  }

  @Test
  void anAnswerOfAnotherIssuerIsRefused() {
    provider.answer = given -> with(given, "iss", "https://evil.example");
    refused(browser.signIn());
    assertWhy("another issuer");
  }

  private static Map<String, String> with(Map<String, String> given, String name, String value) {
    Map<String, String> changed = new HashMap<>(given);
    changed.put(name, value);
    return changed;
  }

  @Test
  void anAnswerWithoutACodeIsRefused() {
    provider.answer = given -> Map.of("state", given.get("state"));
    refused(browser.signIn());
    assertWhy("no code");
  }

  @Test
  void theSameAnswerDoesNotOpenASecondSession() {
    String back = browser.wayBack();
    assertEquals(302, browser.get(back).statusCode());
    HttpResponse<String> again = browser.get(back);
    assertEquals(403, again.statusCode());
    assertWhy("no sign-in under way");
    assertEquals(1, house.openSessions());
  }

  @Test
  void aCodeThatWasUsedIsRefusedByTheProvider() {
    String used = browser.wayBack().replaceAll(".*code=([^&]*).*", "$1");
    provider.answer = given -> with(given, "code", used);
    OidcBrowser thief = house.browser();
    assertEquals(403, thief.signIn().statusCode());
    assertWhy("invalid_grant");
    assertNoSession();
  }

  @Test
  void anotherBrowserCannotFinishWhatThisOneBegan() {
    String back = browser.wayBack();
    assertEquals(403, house.browser().get(back).statusCode());
    assertWhy("no sign-in under way");
    assertEquals(302, browser.get(back).statusCode());
  }

  @Test
  void aSignInIsGoodForTenMinutes() {
    String late = browser.wayBack();
    house.pass(Duration.ofMinutes(10));
    assertTrue(refused(browser.get(late)).get("detail").asText().contains("已过期"));
    String inTime = browser.wayBack();
    house.pass(Duration.ofMinutes(10).minusSeconds(30));
    assertEquals(302, browser.get(inTime).statusCode());
  }

  @Test
  void aWrongSecretIsRefusedByTheProvider() {
    try (OidcHouse other = OidcHouse.of(provider, "not the secret")) {
      assertEquals(403, other.browser().signIn().statusCode());
      String why = other.lastEvent().why();
      assertTrue(why.contains("invalid_client"), why);
      assertEquals(0, other.openSessions());
    }
  }

  @Test
  void aBrowserGetsAPageWithTheWords() {
    provider.says("preferred_username", "<b>x");
    HttpResponse<String> response =
        browser.signIn("/api/v1/oidc/start", "Accept", "text/html,*/*;q=0.8");
    assertEquals(403, response.statusCode());
    assertEquals(
        "text/html;charset=utf-8", response.headers().firstValue("Content-Type").orElse(""));
    assertTrue(response.body().contains("没有账号“&lt;b&gt;x”"), response.body());
    assertTrue(response.body().contains("href=\"/api/v1/oidc/start\""), response.body());
    assertNoSession();
  }

  @Test
  void aProviderThatIsDownIsToldAndAskedAgainNextTime() {
    try (OidcHouse fresh = OidcHouse.of(provider, OidcTestProvider.SECRET)) {
      provider.down = true;
      assertUnavailable(fresh, "500");
      provider.down = false;
      assertEquals(302, fresh.browser().signIn().statusCode());
    }
  }

  private static void assertUnavailable(OidcHouse house, String why) {
    HttpResponse<String> response = house.browser().get("/api/v1/oidc/start");
    assertEquals(503, response.statusCode(), response.body());
    JsonNode problem = TestClient.tree(response);
    assertEquals("unavailable", problem.get("code").asText());
    assertTrue(problem.get("detail").asText().startsWith("示意认证暂时无法使用"));
    AuditEvent event = house.lastEvent();
    assertEquals("refused", event.outcome());
    assertTrue(event.why().contains(why), event.why());
  }

  @Test
  void aProviderThatIsNotThereDoesNotKeepTheServerFromStarting() throws IOException {
    String nowhere = "http://127.0.0.1:" + freePort();
    try (OidcHouse alone =
        new OidcHouse(
            WebConfig.anyPort(),
            Optional.of(OidcHouse.settings(nowhere, OidcTestProvider.SECRET)))) {
      assertUnavailable(alone, nowhere);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Test
  void aRedirectOfTheProviderIsNotFollowed() {
    provider.moved = true;
    try (OidcHouse fresh = OidcHouse.of(provider, OidcTestProvider.SECRET)) {
      assertUnavailable(fresh, "302");
    }
  }

  @Test
  void aProviderThatCallsItselfOtherwiseIsNotAsked() {
    provider.issuer = "https://evil.example";
    try (OidcHouse fresh = OidcHouse.of(provider, OidcTestProvider.SECRET)) {
      assertUnavailable(fresh, "https://evil.example");
    }
  }
}
