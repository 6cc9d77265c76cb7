package org.wangge.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The front every request passes, on a real port. */
class WebServerTest {
  private static final String LONG = "网格".repeat(2000);

  /** What browsers send when an address is opened. */
  private static final String NAVIGATION =
      "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

  private static WebServer server;
  private static TestClient client;
  private static volatile boolean planInForce = true;

  @BeforeAll
  static void start() {
    Map<String, Supplier<HealthRoutes.Part>> parts = new LinkedHashMap<>();
    parts.put("store", () -> new HealthRoutes.Part(true, "H2"));
    parts.put("plan", () -> new HealthRoutes.Part(planInForce, "publication 1"));
    server =
        WebServer.start(
            WebConfig.anyPort(),
            List.<Routes>of(WebServerTest::routes, new HealthRoutes("1.0", parts)));
    client = new TestClient(server.url());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static void routes(io.javalin.config.RoutesConfig routes) {
    routes.get("/t/hello", context -> context.json(Map.of("base", BaseUrl.of(context))));
    routes.get(
        "/t/long", context -> context.contentType("application/json").json(Map.of("text", LONG)));
    routes.get("/t/entity", context -> Entity.json(Map.of("text", LONG)).send(context));
    routes.get(
        "/t/no",
        context -> {
          throw Problem.notFound("grid", "430302")
              .withRemedy("Look at /ogc.")
              .with("near", List.of(1))
              .raise();
        });
    routes.get(
        "/t/secret",
        context -> {
          throw Problem.of(ProblemKind.SIGN_IN, "请先登录。 Sign in first.").raise();
        });
    routes.get(
        "/t/broken",
        context -> {
          throw new IllegalStateException("secret of the house");
        });
    routes.get(
        "/t/query",
        context -> context.json(Query.of(context, "limit", "b").findInt("limit", 1, 10)));
    routes.post("/t/body", context -> context.json(RequestBody.json(context, 100).size()));
  }

  @Test
  void problemsAreProblemDetailsWithTheirMembers() {
    HttpResponse<String> response = client.get("/t/no");
    assertEquals(404, response.statusCode());
    assertEquals("application/problem+json", type(response));
    JsonNode problem = TestClient.tree(response);
    assertEquals("/problems#not-found", problem.get("type").asText());
    assertEquals("没有找到", problem.get("label").asText());
    assertEquals(404, problem.get("status").asInt());
    assertEquals("/t/no", problem.get("instance").asText());
    assertEquals("Look at /ogc.", problem.get("remedy").asText());
    assertEquals(problem.get("detail"), problem.get("description"));
    assertEquals("not-found", problem.get("code").asText());
    assertEquals(1, problem.get("near").get(0).asInt());
  }

  @Test
  void anUnexpectedFailureTellsNothingOfTheInside() {
    HttpResponse<String> response = client.get("/t/broken");
    assertEquals(500, response.statusCode());
    assertEquals("application/problem+json", type(response));
    assertFalse(response.body().contains("secret"));
    assertFalse(response.body().contains("IllegalState"));
  }

  @Test
  void unknownPathsAndMethodsAreProblems() {
    assertEquals(404, client.get("/nowhere").statusCode());
    assertEquals("application/problem+json", type(client.get("/nowhere")));
    HttpResponse<String> wrong = client.send("DELETE", "/t/hello", "");
    assertEquals(405, wrong.statusCode());
    assertEquals("GET, HEAD, OPTIONS", wrong.headers().firstValue("Allow").orElseThrow());
    assertEquals("application/problem+json", type(wrong));
  }

  @Test
  void whoNavigatesToNothingGetsAPageWithAWayOn() {
    HttpResponse<String> page = client.get("/%3Cscript%3E", "Accept", NAVIGATION);
    assertEquals(404, page.statusCode());
    assertTrue(type(page).startsWith("text/html"), type(page));
    assertTrue(page.body().contains("没有找到"));
    assertTrue(page.body().contains("href=\"/\""));
    assertFalse(page.body().contains("<script>"), "nothing of the address becomes markup");
    String policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();
    assertTrue(policy.contains("default-src 'none'"), policy);
    assertFalse(policy.contains("unsafe"), policy);
    assertEquals("no-store", page.headers().firstValue("Cache-Control").orElseThrow());
  }

  @Test
  void whoNavigatesToWhatNeedsSigningInIsLedThere() {
    HttpResponse<String> page = client.get("/t/secret?a=1&b=%22", "Accept", NAVIGATION);
    assertEquals(401, page.statusCode());
    assertTrue(type(page).startsWith("text/html"), type(page));
    assertTrue(page.body().contains("href=\"/ledger/?next=%2Ft%2Fsecret%3Fa%3D1%26b%3D%2522\""));
  }

  @Test
  void programsGetProblemDetailsHoweverTheyAsk() {
    for (String accept : List.of("*/*", "application/json", "application/json, text/html;q=0.5")) {
      assertEquals("application/problem+json", type(client.get("/nowhere", "Accept", accept)));
      assertEquals("application/problem+json", type(client.get("/t/secret", "Accept", accept)));
    }
    for (String path : List.of("/api/v1/nowhere", "/ogc/nowhere", "/api", "/nowhere?f=json")) {
      HttpResponse<String> response = client.get(path, "Accept", NAVIGATION);
      assertEquals("application/problem+json", type(response), path);
    }
    assertEquals(
        "application/problem+json",
        type(client.send("POST", "/nowhere", "", "Accept", NAVIGATION)));
    assertEquals("application/problem+json", type(client.get("/t/broken", "Accept", NAVIGATION)));
  }

  @Test
  void anUnknownParameterIsRefusedByName() {
    JsonNode problem = client.json("/t/query?limits=3");
    assertEquals(400, problem.get("status").asInt());
    assertTrue(problem.get("detail").asText().contains("limits"));
    assertTrue(problem.get("remedy").asText().contains("limit"));
    for (String bad :
        List.of("limit=0", "limit=11", "limit=x", "limit=", "limit=1&limit=2", "limit=3.5")) {
      assertEquals(400, client.get("/t/query?" + bad).statusCode(), bad);
    }
    assertEquals("7", client.get("/t/query?limit=7").body());
    assertEquals("null", client.get("/t/query").body());
  }

  @Test
  void headAnswersAsGetWithoutABody() {
    HttpResponse<String> head = client.send("HEAD", "/t/entity", "");
    HttpResponse<String> get = client.get("/t/entity");
    assertEquals(200, head.statusCode());
    assertEquals("", head.body());
    assertEquals(get.headers().firstValue("ETag"), head.headers().firstValue("ETag"));
    assertEquals(
        get.headers().firstValue("Content-Length"), head.headers().firstValue("Content-Length"));
    assertEquals(404, client.send("HEAD", "/nowhere", "").statusCode());
  }

  @Test
  void optionsTellsWhatIsAllowed() {
    HttpResponse<String> plain = client.send("OPTIONS", "/t/body", "");
    assertEquals(204, plain.statusCode());
    assertEquals("OPTIONS, POST", plain.headers().firstValue("Allow").orElseThrow());
    assertEquals(404, client.send("OPTIONS", "/nowhere", "").statusCode());
  }

  @Test
  void anybodyMayReadAndNobodyElsesPageMayWrite() {
    HttpResponse<String> read = client.get("/t/no", "Origin", "https://elsewhere.example");
    assertEquals("*", read.headers().firstValue("Access-Control-Allow-Origin").orElseThrow());
    assertEquals(
        "Content-Crs, ETag, Link, Location",
        read.headers().firstValue("Access-Control-Expose-Headers").orElseThrow());
    HttpResponse<String> preflight =
        client.send(
            "OPTIONS",
            "/t/body",
            "",
            "Origin",
            "https://elsewhere.example",
            "Access-Control-Request-Method",
            "POST");
    assertEquals(
        "OPTIONS", preflight.headers().firstValue("Access-Control-Allow-Methods").orElseThrow());
    HttpResponse<String> reading =
        client.send("OPTIONS", "/t/hello", "", "Access-Control-Request-Method", "GET");
    assertEquals(
        "GET, HEAD, OPTIONS",
        reading.headers().firstValue("Access-Control-Allow-Methods").orElseThrow());
    assertEquals(
        403,
        client.send("POST", "/t/body", "[]", "Origin", "https://elsewhere.example").statusCode());
    assertEquals(
        403, client.send("POST", "/t/body", "[]", "Sec-Fetch-Site", "cross-site").statusCode());
    assertEquals(200, client.send("POST", "/t/body", "[1]", "Origin", server.url()).statusCode());
    assertEquals(200, client.send("POST", "/t/body", "[1]").statusCode());
  }

  @Test
  void longAnswersAreGzippedWhenAskedFor() throws IOException {
    for (String path : List.of("/t/long", "/t/entity")) {
      HttpResponse<byte[]> packed = client.bytes(path, "Accept-Encoding", "gzip, deflate");
      assertEquals("gzip", packed.headers().firstValue("Content-Encoding").orElseThrow(), path);
      byte[] plain = client.bytes(path).body();
      assertArrayEquals(
          plain, new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes());
      assertTrue(
          client
              .bytes(path, "Accept-Encoding", "gzip;q=0")
              .headers()
              .firstValue("Content-Encoding")
              .isEmpty(),
          path);
    }
    assertTrue(
        client
            .bytes("/t/hello", "Accept-Encoding", "gzip")
            .headers()
            .firstValue("Content-Encoding")
            .isEmpty());
  }

  @Test
  void whatTheClientHasIsNotSentAgain() {
    String tag = client.get("/t/entity").headers().firstValue("ETag").orElseThrow();
    for (String known : List.of(tag, "\"x\", " + tag, "*", tag.substring(2))) {
      HttpResponse<String> again = client.get("/t/entity", "If-None-Match", known);
      assertEquals(304, again.statusCode());
      assertEquals("", again.body());
      assertEquals(tag, again.headers().firstValue("ETag").orElseThrow());
    }
    assertEquals(200, client.get("/t/entity", "If-None-Match", "\"other\"").statusCode());
  }

  @Test
  void bodiesAreReadUpToTheLimitAndByTheirType() {
    assertEquals(413, client.send("POST", "/t/body", "[" + "1,".repeat(100) + "1]").statusCode());
    assertEquals(
        415, client.send("POST", "/t/body", "[]", "Content-Type", "text/csv").statusCode());
    JsonNode broken =
        TestClient.tree(
            client.send("POST", "/t/body", "[1,\n2", "Content-Type", "application/json"));
    assertEquals(400, broken.get("status").asInt());
    assertTrue(broken.get("where").asText().contains("line 2"));
  }

  @Test
  void linksBeginWithWhatTheProxyTells() {
    assertEquals(server.url(), base());
    assertEquals(
        "https://grid.example",
        base("X-Forwarded-Proto", "https", "X-Forwarded-Host", "grid.example"));
    assertEquals(
        "https://grid.example:8443",
        base(
            "X-Forwarded-Proto",
            "https",
            "X-Forwarded-Host",
            "grid.example",
            "X-Forwarded-Port",
            "8443"));
    assertEquals(
        "https://grid.example/yuhu",
        base(
            "X-Forwarded-Proto",
            "https",
            "X-Forwarded-Host",
            "grid.example",
            "X-Forwarded-Prefix",
            "/yuhu"));
    assertEquals(
        "https://a.example:444",
        base("Forwarded", "for=1.2.3.4;proto=https;host=\"a.example:444\", for=5.6.7.8"));
    assertEquals(server.url(), base("X-Forwarded-Host", "evil\"><script>"));
  }

  private static String base(String... headers) {
    return client.json("/t/hello", headers).get("base").asText();
  }

  @Test
  void aConfiguredBaseComesBeforeEverything() {
    assertEquals(
        "https://one.example/x",
        BaseUrl.find("https://one.example/x/", "http", name -> "two.example"));
  }

  @Test
  void healthTellsWhatIsReady() {
    assertEquals(200, client.get("/health/live").statusCode());
    assertEquals("publication 1", client.json("/health").get("plan").get("detail").asText());
    planInForce = false;
    assertEquals(503, client.get("/health/ready").statusCode());
    assertEquals(200, client.get("/health/live").statusCode());
    planInForce = true;
    assertEquals(200, client.get("/health/ready").statusCode());
  }

  @Test
  void metricsCountByTemplate() {
    client.get("/t/hello");
    String text = client.get("/metrics").body();
    assertTrue(
        text.contains(
            "http_server_request_duration_seconds_count{method=\"GET\",route=\"/t/hello\",status=\"200\"}"),
        text);
    assertTrue(text.contains("jvm_memory_used_bytes"));
  }

  @Test
  void theTableOfErrorsIsServed() {
    assertEquals(ProblemKind.values().length, client.json("/problems").get("problems").size());
    HttpResponse<String> page = client.get("/problems", "Accept", "text/html");
    assertTrue(page.body().contains("id=\"unknown-parameter\""));
    assertTrue(
        page.headers()
            .firstValue("Content-Security-Policy")
            .orElseThrow()
            .contains("script-src 'self'"));
  }

  @Test
  void filesComeWithTypeTagAndPolicy() {
    HttpResponse<String> css = client.get("/assets/plain.css");
    assertEquals(
        "text/css; charset=utf-8",
        css.headers().firstValue("Content-Type").orElseThrow().toLowerCase(java.util.Locale.ROOT));
    assertEquals(
        304,
        client
            .get(
                "/assets/plain.css",
                "If-None-Match",
                css.headers().firstValue("ETag").orElseThrow())
            .statusCode());
    HttpResponse<String> leaflet = client.get("/webjars/leaflet/1.9.4/dist/leaflet-src.esm.js");
    assertEquals(200, leaflet.statusCode());
    assertTrue(leaflet.headers().firstValue("Cache-Control").orElseThrow().contains("immutable"));
    assertEquals("nosniff", leaflet.headers().firstValue("X-Content-Type-Options").orElseThrow());
    for (String path :
        List.of(
            "/assets/../logback.xml",
            "/assets/%2e%2e/logback.xml",
            "/logback.xml",
            "/assets/",
            "/webjars/leaflet/",
            "/..//etc/passwd",
            "/assets/.hidden.css")) {
      assertTrue(client.get(path).statusCode() >= 400, path);
    }
  }

  @Test
  void onlyTheImportMapMayStandInThePage() {
    SecurityPolicy policy = new SecurityPolicy(List.of("https://tiles.example"));
    String csp =
        policy.of("<script type=\"importmap\">{\"imports\":{}}</script><script>alert(1)</script>");
    assertTrue(
        csp.contains(
            "script-src 'self' 'sha256-" + SecurityPolicy.hash("{\"imports\":{}}") + "';"));
    assertFalse(csp.contains("unsafe-inline"));
    assertTrue(csp.contains("https://tiles.example"));
  }

  private static String type(HttpResponse<String> response) {
    return response.headers().firstValue("Content-Type").orElse("");
  }
}
