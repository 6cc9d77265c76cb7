package org.wangge.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Addresses and methods that mean another thing to the gate than to what lies behind it. */
class AttackPathTest extends AttackRun {
  private static final List<String> TRAVERSALS =
      List.of(
          "/../../../../etc/passwd",
          "/assets/../../../../etc/passwd",
          "/assets/..%2f..%2f..%2fetc%2fpasswd",
          "/%2e%2e/%2e%2e/%2e%2e/etc/passwd",
          "/assets/%2e%2e/org/wangge/access/access.sql",
          "/assets/%252e%252e%252forg%252fwangge%252faccess%252faccess.sql",
          "/assets/..\\..\\org\\wangge\\access\\access.sql",
          "/assets/..%5c..%5corg%5cwangge%5caccess%5caccess.sql",
          "/assets/..;/org/wangge/access/access.sql",
          "/assets/;/../logback.xml",
          "/assets/plain.css%00.html",
          "/assets/%00/../logback.xml",
          "/assets/logback.xml%00.css",
          "/assets/%c0%ae%c0%ae/logback.xml",
          "/assets/%uff0e%uff0e/logback.xml",
          "/webjars/../../org/wangge/access/access.sql",
          "/webjars/%2e%2e/%2e%2e/org/wangge/access/access.sql",
          "/webjars/..%2f..%2f..%2flogback.xml",
          "/webjars//../logback.xml",
          "/logback.xml",
          "/./logback.xml",
          "//logback.xml",
          "/org/wangge/access/access.sql",
          "/META-INF/MANIFEST.MF",
          "/META-INF/maven/pom.xml",
          "/WEB-INF/web.xml",
          "/.git/config",
          "/.env",
          "/wangge-data/wangge.mv.db",
          "/assets/.hidden.css",
          "file:///etc/passwd",
          "/api/v1/grids/..%2f..%2f..%2fetc%2fpasswd",
          "/api/v1/grids/%2e%2e%2faccounts",
          "/api/v1/party/buildings/..%2f..%2faccounts",
          "/ogc/collections/grids/items/..%2f..%2fcases%2fitems",
          "/ogc/collections/..%2fcases/items");

  private static final List<String> CLOSED =
      List.of(
          "/api/v1/cases",
          "/api/v1/accounts",
          "/api/v1/tokens",
          "/api/v1/audit",
          "/api/v1/reports",
          "/api/v1/party/buildings",
          "/metrics",
          "/ogc/collections/cases/items",
          "/ogc/collections/party-assignments/items");

  private static final List<String> METHODS =
      List.of(
          "HEAD",
          "OPTIONS",
          "TRACE",
          "QUERY",
          "PUT",
          "PATCH",
          "DELETE",
          "POST",
          "PROPFIND",
          "CONNECT",
          "get",
          "GETT",
          "G\u00caT",
          "DEBUG",
          "MOVE");

  @Override
  List<Attack> attacks() {
    return all();
  }

  static List<Attack> all() {
    List<Attack> all = new ArrayList<>();
    TRAVERSALS.forEach(
        path -> all.add(Attack.of("climbing to " + path, server -> climbs(server, path))));
    CLOSED.forEach(
        path ->
            all.add(Attack.of("another spelling of " + path, server -> spellings(server, path))));
    METHODS.forEach(
        method -> all.add(Attack.of("the method " + method, server -> method(server, method))));
    Stream.of("X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override", "_method")
        .forEach(
            name ->
                all.add(Attack.of("a write called reading by " + name, s -> override(s, name))));
    Stream.of("X-Original-URL", "X-Rewrite-URL", "X-Forwarded-Uri", "X-Accel-Redirect")
        .forEach(name -> all.add(Attack.of("another address by " + name, s -> rewritten(s, name))));
    all.add(Attack.of("a collection that is spelled differently", AttackPathTest::collections));
    return all;
  }

  private static void climbs(AttackedServer server, String path) {
    for (String who : List.of("anonymous", "planner-in")) {
      RawHttp.Answer answer = Attack.answered(server.as(who, "GET", path, ""), 400, 401, 403, 404);
      Attack.hides(
          answer, "root:", "insert into", "create table", "<configuration", "Manifest-Version");
    }
  }

  private static List<UnaryOperator<String>> spellings() {
    return List.of(
        path -> path + "/",
        path -> path + "//",
        path -> path + "/.",
        path -> path + ";",
        path -> path + ";a=b",
        path -> path + ";jsessionid=1",
        path -> path + "/;x",
        path -> path + "%20",
        path -> path + "%00",
        path -> path + "%2f",
        path -> path + ".json",
        path -> path + "?x#y",
        path -> path + "..;/",
        path -> path.toUpperCase(java.util.Locale.ROOT),
        path -> "/" + path,
        path -> "//a.example" + path,
        path -> path.replaceFirst("/([a-z])", "/./$1"),
        path -> "/x/.." + path,
        path -> "/health/.." + path,
        path -> "/assets/%2e%2e" + path,
        path -> "/health;/.." + path,
        path -> path.replaceFirst("/([a-z])([a-z]*)$", "//$1$2"),
        path -> path.replaceFirst("/([a-z])([a-z]*)$", ";x=y/$1$2"),
        path -> path.replaceFirst("a", "%61"),
        path -> path.replaceFirst("e", "%65"),
        path -> path.replaceFirst("i", "%69"),
        path -> path.replaceFirst("e", "%2565"),
        path -> path.replaceFirst("i", "\u0131"),
        path -> path.replace('/', '\\'),
        path -> "http://127.0.0.1" + path,
        path ->
            path.substring(0, path.lastIndexOf('/'))
                + "%2f"
                + path.substring(path.lastIndexOf('/') + 1));
  }

  /** Whoever has no right to it gets nothing of it, however it is spelled. */
  private static void spellings(AttackedServer server, String path) {
    for (UnaryOperator<String> spelling : spellings()) {
      String target = spelling.apply(path);
      for (String method : List.of("GET", "HEAD")) {
        RawHttp.Answer answer = Attack.decent(server.as("anonymous", method, target, ""));
        assertNotEquals(200, answer.status(), method + " " + target);
        Attack.hides(answer, "IN-1", "OUT-1", "王小明", "administrator", "\"action\":");
      }
    }
  }

  private static void method(AttackedServer server, String method) {
    for (String path : CLOSED) {
      RawHttp.Answer answer = Attack.decent(server.as("anonymous", method, path, "{}"));
      assertNotEquals(200, answer.status(), method + " " + path);
      assertNotEquals(201, answer.status(), method + " " + path);
      Attack.hides(answer, "IN-1", "王小明", "\"action\":");
    }
  }

  /** An auditor may read, so whatever is called reading must still not write. */
  private static void override(AttackedServer server, String name) {
    String account = "{\"name\":\"guest-1\",\"grants\":[]}";
    for (String method : List.of("GET", "HEAD", "OPTIONS")) {
      Attack.answered(
          server.as("auditor-in", "POST", "/api/v1/accounts", account, name + ": " + method), 403);
      Attack.answered(
          server.http.send(
              "POST", "/api/v1/accounts", account, server.admin().cookie(), name + ": " + method),
          403);
    }
    Attack.answered(
        server.as("admin", "GET", "/api/v1/accounts?_method=POST", account, name + ": POST"), 400);
    Attack.answered(server.as("admin", "GET", "/api/v1/accounts", account, name + ": DELETE"), 200);
  }

  private static void rewritten(AttackedServer server, String name) {
    for (String path : CLOSED) {
      RawHttp.Answer answer =
          Attack.decent(server.as("anonymous", "GET", "/health", "", name + ": " + path));
      assertEquals(200, answer.status());
      Attack.hides(answer, "IN-1", "王小明", "\"action\":", "wangge_requests");
      Attack.answered(server.as("anonymous", "GET", path, "", name + ": /health"), 401);
    }
  }

  /** The gate must not take for an unknown collection what the catalogue knows. */
  private static void collections(AttackedServer server) {
    for (String id :
        List.of(
            "Cases", "cases%20", "cases%00", "c%61ses", "cases;x", "cases.", "%63ases", "CASES")) {
      for (String end : List.of("", "/items", "/schema", "/queryables", "/items/1")) {
        String path = "/ogc/collections/" + id + end;
        RawHttp.Answer answer = Attack.decent(server.as("report-handler-in", "GET", path, ""));
        assertNotEquals(200, answer.status(), path);
        Attack.hides(answer, "IN-1");
      }
    }
  }
}
