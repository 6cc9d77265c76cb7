package org.wangge.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Headers that want to become other headers, links or cached answers. */
class AttackHeadersTest extends AttackRun {
  private static final List<String> HEADERS =
      List.of(
          "Host",
          "X-Forwarded-Host",
          "X-Forwarded-Proto",
          "X-Forwarded-Port",
          "X-Forwarded-Prefix",
          "X-Forwarded-For",
          "Forwarded",
          "Idempotency-Key",
          "If-Match",
          "If-None-Match",
          "If-Modified-Since",
          "Origin",
          "X-CSRF-Token",
          "Accept",
          "Accept-Crs",
          "Accept-Language",
          "Content-Type",
          "Range");

  private static final List<String> SPLITS =
      List.of(
          "evil.example%0d%0aX-Planted: yes",
          "evil.example\rX-Planted: yes",
          "evil.example\nX-Planted: yes",
          "evil.example\r\n X-Planted: yes",
          "evil.example\u0000X-Planted: yes",
          "evil.example\"><script>X-Planted: yes");

  @Override
  List<Attack> attacks() {
    return all();
  }

  static List<Attack> all() {
    List<Attack> all = new ArrayList<>();
    HEADERS.forEach(
        name -> all.add(Attack.of("a line break in " + name, server -> splits(server, name))));
    Stream.of(
            "/api/v1/cases/",
            "/ogc/collections/",
            "/assets/",
            "/api/v1/cases?grid=",
            "/problems?f=")
        .forEach(
            path ->
                all.add(Attack.of("a line break in the address " + path, s -> address(s, path))));
    Stream.of(
            "evil.example/path",
            "user@evil.example",
            "evil.example#",
            "evil.example:99999999",
            "evil.example\\",
            "[::1%25evil.example]",
            "evil.example?x",
            "javascript:alert(1)",
            "<script>",
            "evil.example evil.example")
        .forEach(host -> all.add(Attack.of("Host: " + host, s -> badHost(s, "Host: " + host))));
    Stream.of(
            "/evil.example/../..",
            "//evil.example",
            "https://evil.example",
            "/<script>",
            "/evil.example?x=")
        .forEach(
            prefix ->
                all.add(
                    Attack.of(
                        "X-Forwarded-Prefix: " + prefix,
                        s -> badHost(s, "X-Forwarded-Prefix: " + prefix))));
    Stream.of("javascript", "data", "ftp", "http://evil.example/", "https evil.example")
        .forEach(
            scheme ->
                all.add(
                    Attack.of(
                        "X-Forwarded-Proto: " + scheme,
                        s -> badScheme(s, "X-Forwarded-Proto: " + scheme, scheme))));
    all.add(Attack.of("two Host headers", AttackHeadersTest::twoHosts));
    all.add(Attack.of("no Host header", AttackHeadersTest::noHost));
    all.add(Attack.of("another authority in the request line", AttackHeadersTest::authority));
    all.add(Attack.of("a poisoned answer under the clean entity tag", AttackHeadersTest::tags));
    all.add(Attack.of("a shared cache keeps what is not public", AttackHeadersTest::caches));
    all.add(Attack.of("two lengths of a body", AttackHeadersTest::smuggle));
    all.add(Attack.of("a length and chunks", AttackHeadersTest::lengthAndChunks));
    return all;
  }

  /** The header at a page with links, and at a write that is refused after the gate. */
  private static void splits(AttackedServer server, String name) {
    for (String split : SPLITS) {
      String line = name + ": " + split;
      clean(server.as("planner-in", "GET", "/ogc?f=json", "", line));
      clean(server.asAdmin("POST", "/api/v1/accounts", "{\"name\":\"!\"}", line));
    }
  }

  private static void clean(RawHttp.Answer answer) {
    Attack.decent(answer);
    assertEquals(List.of(), answer.headers("X-Planted"));
    Attack.hides(answer, "href\":\"http://evil.example%", "X-Planted: yes/");
  }

  private static void address(AttackedServer server, String path) {
    for (String split :
        List.of("%0d%0aX-Planted:%20yes", "%0aX-Planted:%20yes", "%E5%98%8A%E5%98%8DX-Planted")) {
      RawHttp.Answer answer =
          Attack.answered(server.as("admin", "GET", path + split, ""), 400, 404);
      assertEquals(List.of(), answer.headers("X-Planted"));
    }
  }

  private static void badHost(AttackedServer server, String line) {
    Attack.hides(
        Attack.decent(server.as("planner-in", "GET", "/ogc?f=json", "", line)),
        "evil.example",
        "<script>");
    Attack.hides(
        Attack.decent(server.as("planner-in", "GET", "/ogc?f=html", "", line)), "evil.example");
  }

  private static void badScheme(AttackedServer server, String line, String scheme) {
    RawHttp.Answer answer = server.as("planner-in", "GET", "/ogc?f=json", "", line);
    Attack.hides(Attack.answered(answer, 200), scheme + "://", "evil.example");
  }

  private static void twoHosts(AttackedServer server) {
    Attack.answered(
        server.http.send("GET", "/ogc", "", "Host: 127.0.0.1", "Host: evil.example"), 400);
  }

  private static void noHost(AttackedServer server) {
    byte[] request = "GET /ogc HTTP/1.1\r\nConnection: close\r\n\r\n".getBytes();
    Attack.answered(server.http.bytes(request), 400);
  }

  private static void authority(AttackedServer server) {
    RawHttp.Answer answer = server.as("planner-in", "GET", "http://evil.example/ogc?f=json", "");
    Attack.hides(Attack.decent(answer), "evil.example");
  }

  private static void tags(AttackedServer server) {
    for (String path : List.of("/ogc?f=json", "/ogc/collections/grids/items?limit=1")) {
      String tag = server.as("planner-in", "GET", path, "").header("ETag");
      assertTrue(!tag.isEmpty(), path);
      RawHttp.Answer poisoned =
          server.as("planner-in", "GET", path, "", "Host: other.example", "If-None-Match: " + tag);
      Attack.answered(poisoned, 200);
      assertNotEquals(tag, poisoned.header("ETag"));
    }
  }

  private static void caches(AttackedServer server) {
    for (String path :
        List.of(
            "/api/v1/cases",
            "/api/v1/cases/" + server.caseId("IN-1"),
            "/api/v1/cases/categories",
            "/ogc/collections/cases/items",
            "/ogc/collections/party-assignments/items",
            "/api/v1/party/buildings/" + server.building(0),
            "/api/v1/accounts",
            "/api/v1/session",
            "/api/v1/checks/latest")) {
      String kept =
          Attack.answered(server.as("admin", "GET", path, ""), 200).header("Cache-Control");
      assertTrue(kept.contains("no-store") || kept.contains("no-cache"), path + ": " + kept);
      assertTrue(!kept.contains("public"), path + ": " + kept);
    }
  }

  /** A proxy that believes the other length would see a second answer. */
  private static void smuggle(AttackedServer server) {
    String request =
        "POST /api/v1/login HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nContent-Length: 40\r\n\r\n{}"
            + "GET /api/v1/accounts HTTP/1.1\r\nHost: a\r\n\r\n";
    Attack.answered(server.http.bytes(request.getBytes()), 400);
  }

  private static void lengthAndChunks(AttackedServer server) {
    String request =
        "POST /api/v1/login HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n"
            + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /metrics HTTP/1.1\r\nHost: a\r\n\r\n";
    RawHttp.Answer answer = server.http.bytes(request.getBytes());
    Attack.answered(answer, 400);
    assertEquals(1, answer.all().split("HTTP/1.1 ", -1).length - 1, answer::all);
  }
}
