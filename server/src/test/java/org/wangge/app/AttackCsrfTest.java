package org.wangge.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Writes in the name of a visitor who is signed in and looks at another page. */
class AttackCsrfTest extends AttackRun {

  /** What an administrator's browser could be made to write, with a body that would do. */
  private static final Map<String, String> WRITES =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("POST /api/v1/accounts", "{\"name\":\"guest-1\",\"grants\":[]}"),
              Map.entry("PATCH /api/v1/accounts/2", "{\"disabled\":true}"),
              Map.entry("POST /api/v1/accounts/2/password", "{}"),
              Map.entry(
                  "POST /api/v1/tokens",
                  "{\"name\":\"t\",\"role\":\"auditor\",\"scope\":\"*\",\"days\":1}"),
              Map.entry("DELETE /api/v1/tokens/aaaaaaaaaaaa", ""),
              Map.entry("POST /api/v1/cases/import", "小类\n0102\n"),
              Map.entry("POST /api/v1/party/import", "姓名\n王\n"),
              Map.entry("POST /api/v1/services/import", "名称\n甲\n"),
              Map.entry("POST /api/v1/checks", ""),
              Map.entry("POST /api/v1/locate", "{}"),
              Map.entry("POST /api/v1/logout", ""),
              Map.entry(
                  "POST /api/v1/password", "{\"current\":\"x\",\"next\":\"another long one\"}"),
              Map.entry("POST /api/v1/login", "{\"name\":\"admin\",\"password\":\"x\"}")));

  private static final List<String> FORM_TYPES =
      List.of(
          "application/x-www-form-urlencoded",
          "multipart/form-data; boundary=x",
          "text/plain",
          "text/plain; charset=application/json",
          "text/plain;application/json",
          "");

  @Override
  List<Attack> attacks() {
    return all();
  }

  static List<Attack> all() {
    List<Attack> all = new ArrayList<>();
    WRITES.forEach(
        (route, body) ->
            all.add(Attack.of("without a token: " + route, s -> bare(s, route, body))));
    WRITES.forEach(
        (route, body) ->
            all.add(Attack.of("from another site: " + route, s -> foreign(s, route, body))));
    FORM_TYPES.forEach(
        type -> all.add(Attack.of("a form signs in as '" + type + "'", s -> loginForm(s, type))));
    all.add(Attack.of("the token of another session", AttackCsrfTest::anotherSession));
    all.add(Attack.of("the token in a cookie or the address", AttackCsrfTest::elsewhere));
    all.add(Attack.of("a preflight asks for a write", AttackCsrfTest::preflight));
    all.add(Attack.of("another page reads with the cookie", AttackCsrfTest::reading));
    return all;
  }

  private static void bare(AttackedServer server, String route, String body) {
    String[] parts = route.split(" ");
    for (String token :
        List.of("", "X-CSRF-Token: ", "X-CSRF-Token: null", "X-CSRF-Token: undefined")) {
      String[] lines =
          token.isEmpty()
              ? new String[] {server.admin().cookie()}
              : new String[] {server.admin().cookie(), token};
      Attack.answered(server.http.send(parts[0], parts[1], body, lines), 403);
    }
    for (String type : FORM_TYPES) {
      Attack.answered(
          server.http.send(
              parts[0], parts[1], body, server.admin().cookie(), "Content-Type: " + type),
          403);
    }
  }

  /** Even who knows the token does not write from a page of another site. */
  private static void foreign(AttackedServer server, String route, String body) {
    String[] parts = route.split(" ");
    for (String line :
        List.of(
            "Origin: https://evil.example",
            "Origin: null",
            "Origin: http://127.0.0.1.evil.example",
            "Origin: http://127.0.0.1@evil.example",
            "Sec-Fetch-Site: cross-site")) {
      RawHttp.Answer answer = server.asAdmin(parts[0], parts[1], body, line);
      Attack.answered(answer, 403);
      assertEquals("cross-site", AttackedServer.json(answer).path("code").asText());
    }
  }

  private static void loginForm(AttackedServer server, String type) {
    String body = "{\"name\":\"admin\",\"password\":\"" + server.passwords.get("admin") + "\"}";
    RawHttp.Answer answer =
        server.http.send("POST", "/api/v1/login", body, "Content-Type: " + type);
    Attack.answered(answer, 415);
    assertEquals(List.of(), answer.headers("Set-Cookie"));
  }

  private static void anotherSession(AttackedServer server) {
    AttackedServer.Login other = server.login("admin", server.passwords.get("admin"));
    Attack.answered(
        server.http.send(
            "POST",
            "/api/v1/accounts",
            "{\"name\":\"guest-1\",\"grants\":[]}",
            server.admin().cookie(),
            other.csrf()),
        403);
  }

  private static void elsewhere(AttackedServer server) {
    String token = server.admin().csrf().substring("X-CSRF-Token: ".length());
    String account = "{\"name\":\"guest-1\",\"grants\":[]}";
    Stream.of("?csrf=" + token, "?X-CSRF-Token=" + token, "")
        .forEach(
            query ->
                Attack.answered(
                    server.http.send(
                        "POST",
                        "/api/v1/accounts" + query,
                        account,
                        server.admin().cookie() + "; X-CSRF-Token=" + token),
                    403));
  }

  private static void preflight(AttackedServer server) {
    for (String route : WRITES.keySet()) {
      String[] parts = route.split(" ");
      RawHttp.Answer answer =
          server.http.send(
              "OPTIONS",
              parts[1],
              "",
              "Origin: https://evil.example",
              "Access-Control-Request-Method: " + parts[0],
              "Access-Control-Request-Headers: x-csrf-token, content-type");
      String methods = Attack.answered(answer, 204).header("Access-Control-Allow-Methods");
      assertFalse(methods.contains(parts[0]), route + ": " + methods);
      assertFalse(answer.head().toLowerCase(java.util.Locale.ROOT).contains("csrf"), route);
    }
  }

  /** Whoever may read across origins never does so with the visitor's cookie. */
  private static void reading(AttackedServer server) {
    RawHttp.Answer answer =
        server.as("admin", "GET", "/api/v1/session", "", "Origin: https://evil.example");
    Attack.answered(answer, 200);
    assertEquals("*", answer.header("Access-Control-Allow-Origin"));
    assertEquals(List.of(), answer.headers("Access-Control-Allow-Credentials"));
  }
}
