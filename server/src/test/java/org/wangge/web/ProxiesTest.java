package org.wangge.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What proxies say is believed of those that are trusted, of nobody else. */
class ProxiesTest {
  private static final String HERE = "127.0.0.1";
  private static final String[] SAID = {
    "X-Forwarded-For", "203.0.113.7",
    "X-Forwarded-Proto", "https",
    "X-Forwarded-Host", "wangge.example",
    "X-Forwarded-Prefix", "/district"
  };

  private static WebServer trusting;
  private static WebServer wary;

  @BeforeAll
  static void start() {
    trusting = server(Set.of(HERE, "198.51.100.2"));
    wary = server(Set.of("198.51.100.2"));
  }

  private static WebServer server(Set<String> trusted) {
    return WebServer.start(
        WebConfig.anyPort().withTrustedProxies(trusted), List.<Routes>of(ProxiesTest::routes));
  }

  private static void routes(io.javalin.config.RoutesConfig routes) {
    routes.get(
        "/t/where",
        context ->
            context.json(
                Map.of("base", BaseUrl.of(context), "address", ClientAddress.of(context.req()))));
  }

  @AfterAll
  static void stop() {
    trusting.close();
    wary.close();
  }

  private static JsonNode where(WebServer server, String... headers) {
    return new TestClient(server.url()).json("/t/where", headers);
  }

  private static String transportSecurity(WebServer server) {
    HttpResponse<String> response = new TestClient(server.url()).get("/t/where", SAID);
    return response.headers().firstValue("Strict-Transport-Security").orElse("none");
  }

  @Test
  void ofATrustedProxyAddressSchemeHostAndPrefixAreBelieved() {
    JsonNode where = where(trusting, SAID);
    assertEquals("203.0.113.7", where.get("address").asText());
    assertEquals("https://wangge.example/district", where.get("base").asText());
    assertEquals("max-age=31536000", transportSecurity(trusting));
  }

  @Test
  void ofAnybodyElseNothingIs() {
    JsonNode where = where(wary, SAID);
    assertEquals(HERE, where.get("address").asText());
    assertEquals(wary.url(), where.get("base").asText());
    assertEquals("none", transportSecurity(wary));
  }

  @Test
  void theStandardHeaderIsTreatedAlike() {
    String said = "for=203.0.113.7;proto=https;host=wangge.example";
    assertEquals("https://wangge.example", where(trusting, "Forwarded", said).get("base").asText());
    assertEquals(wary.url(), where(wary, "Forwarded", said).get("base").asText());
  }

  /** Whoever stands in front of the last proxy is the client; what he wrote himself is not. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "192.0.2.66, 203.0.113.7 | 203.0.113.7",
        "203.0.113.7, 198.51.100.2 | 203.0.113.7",
        "192.0.2.66, 203.0.113.7, 198.51.100.2 | 203.0.113.7",
        "198.51.100.2 | 127.0.0.1",
        "evil.example | 127.0.0.1",
        "2001:db8::7 | 2001:db8:0:0:0:0:0:7"
      })
  void theClientIsTheLastThatIsNoProxy(String said, String client) {
    assertEquals(client, where(trusting, "X-Forwarded-For", said).get("address").asText());
  }
}
