package org.wangge.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.wangge.web.JsonOut;

/** Sessions and tokens that should be good no longer, or never were, and passwords guessed. */
class AttackSessionTest extends AttackRun {
  private static final String ELSEWHERE = "X-Forwarded-For: 203.0.113.7";
  private static final String HOME = "X-Forwarded-For: 198.51.100.1";

  @Override
  List<Attack> attacks() {
    return all();
  }

  static List<Attack> all() {
    List<Attack> all = new ArrayList<>();
    all.add(Attack.of("a planted session", AttackSessionTest::planted));
    all.add(Attack.of("a session after signing out", AttackSessionTest::signedOut));
    all.add(Attack.of("the session before signing in again", AttackSessionTest::rotated));
    all.add(Attack.writing("sessions after a change of password", AttackSessionTest::changed));
    all.add(Attack.writing("sessions after a reset of the password", AttackSessionTest::reset));
    all.add(Attack.writing("sessions of a disabled account", AttackSessionTest::disabled));
    all.add(Attack.writing("rights after a grant was taken", AttackSessionTest::demoted));
    all.add(Attack.of("an idle session", AttackSessionTest::idle));
    all.add(Attack.of("a session without end", AttackSessionTest::endless));
    all.add(Attack.of("what the cookie allows scripts and other sites", AttackSessionTest::cookie));
    all.add(Attack.of("the plain cookie over https", AttackSessionTest::plainCookie));
    all.add(Attack.writing("a revoked token", AttackSessionTest::revoked));
    all.add(Attack.writing("a token past its day", AttackSessionTest::expired));
    for (String text : authorizations()) {
      all.add(
          Attack.of(
              "Authorization: " + text.substring(0, Math.min(40, text.length())),
              server -> bad(server, text)));
    }
    all.add(Attack.of("an Authorization beyond all bounds", AttackSessionTest::oversized));
    all.add(Attack.of("the key of the command line from elsewhere", AttackSessionTest::localKey));
    all.add(Attack.of("a bad token beside a good cookie", AttackSessionTest::both));
    all.add(Attack.of("guessing from one address", AttackSessionTest::guessing));
    all.add(Attack.of("guessing behind made-up addresses", AttackSessionTest::madeUp));
    all.add(
        Attack.of("guessing behind an address in a line of its own", AttackSessionTest::ownLine));
    all.add(Attack.of("guessing behind a chain of addresses", AttackSessionTest::chain));
    all.add(Attack.of("guessing from within a session", AttackSessionTest::within));
    all.add(Attack.of("which names there are", AttackSessionTest::enumeration));
    all.add(Attack.writing("anything else with a one-time password", AttackSessionTest::oneTime));
    all.addAll(passwords());
    return all;
  }

  private static int asks(AttackedServer server, String... lines) {
    return Attack.decent(server.http.send("GET", "/api/v1/accounts", "", lines)).status();
  }

  private static AttackedServer.Login enter(AttackedServer server) {
    return server.login("admin", server.passwords.get("admin"));
  }

  private static void planted(AttackedServer server) {
    String planted = "Cookie: wangge_session=" + "A".repeat(43);
    RawHttp.Answer answer = server.tryLogin("admin", server.passwords.get("admin"), planted);
    Attack.answered(answer, 200);
    Attack.hides(answer, "A".repeat(43));
    assertEquals(401, asks(server, planted));
  }

  private static void signedOut(AttackedServer server) {
    AttackedServer.Login login = enter(server);
    assertEquals(200, asks(server, login.cookie()));
    Attack.answered(
        server.http.send("POST", "/api/v1/logout", "", login.cookie(), login.csrf()), 204);
    assertEquals(401, asks(server, login.cookie()));
  }

  private static void rotated(AttackedServer server) {
    AttackedServer.Login first = enter(server);
    AttackedServer.Login second =
        server.login("admin", server.passwords.get("admin"), first.cookie(), first.csrf());
    assertNotEquals(first.cookie(), second.cookie());
    assertNotEquals(first.csrf(), second.csrf());
    assertEquals(401, asks(server, first.cookie()));
    assertEquals(200, asks(server, second.cookie()));
  }

  private static void changed(AttackedServer server) {
    server.makeAccount("guest-changed", "administrator", "*");
    AttackedServer.Login one = server.enter("guest-changed");
    AttackedServer.Login other = server.enter("guest-changed");
    String current = server.passwords.get("guest-changed");
    AttackedServer.Login after = server.ownPassword(one, current, "quite another one");
    assertEquals(401, asks(server, one.cookie()));
    assertEquals(401, asks(server, other.cookie()));
    assertEquals(200, asks(server, after.cookie()));
    Attack.answered(server.tryLogin("guest-changed", current), 401);
  }

  private static void reset(AttackedServer server) {
    server.makeAccount("guest-reset", "administrator", "*");
    AttackedServer.Login login = server.enter("guest-reset");
    long id = server.accountIds.get("guest-reset");
    Attack.answered(server.asAdmin("POST", "/api/v1/accounts/" + id + "/password", "{}"), 200);
    assertEquals(401, asks(server, login.cookie()));
    Attack.answered(server.tryLogin("guest-reset", server.passwords.get("guest-reset")), 401);
  }

  private static void disabled(AttackedServer server) {
    server.makeAccount("guest-disabled", "administrator", "*");
    AttackedServer.Login login = server.enter("guest-disabled");
    patch(server, "guest-disabled", "{\"disabled\":true}");
    assertEquals(401, asks(server, login.cookie()));
    Attack.answered(server.tryLogin("guest-disabled", server.passwords.get("guest-disabled")), 401);
    patch(server, "guest-disabled", "{\"disabled\":false}");
    assertEquals(401, asks(server, login.cookie()));
  }

  private static void demoted(AttackedServer server) {
    server.makeAccount("guest-demoted", "administrator", "*");
    AttackedServer.Login login = server.enter("guest-demoted");
    assertEquals(200, asks(server, login.cookie()));
    patch(server, "guest-demoted", "{\"grants\":[]}");
    assertEquals(403, asks(server, login.cookie()));
  }

  private static void patch(AttackedServer server, String name, String body) {
    String path = "/api/v1/accounts/" + server.accountIds.get(name);
    String version = server.asAdmin("GET", path, "").header("ETag");
    Attack.answered(server.asAdmin("PATCH", path, body, "If-Match: " + version), 200);
  }

  private static void idle(AttackedServer server) {
    AttackedServer.Login login = enter(server);
    server.later(Duration.ofMinutes(31));
    assertEquals(401, asks(server, login.cookie()));
  }

  private static void endless(AttackedServer server) {
    AttackedServer.Login login = enter(server);
    for (int i = 0; i < 25; i++) {
      server.clock.pass(Duration.ofMinutes(29));
      asks(server, login.cookie());
    }
    server.later(Duration.ofMinutes(1));
    assertEquals(401, asks(server, login.cookie()));
  }

  private static void cookie(AttackedServer server) {
    RawHttp.Answer plain = server.tryLogin("admin", server.passwords.get("admin"));
    assertTrue(
        plain.header("Set-Cookie").endsWith("; Path=/; HttpOnly; SameSite=Strict"), plain::head);
    assertEquals("no-store", plain.header("Cache-Control"));
    RawHttp.Answer secure =
        server.tryLogin("admin", server.passwords.get("admin"), "X-Forwarded-Proto: https");
    String cookie = secure.header("Set-Cookie");
    assertTrue(cookie.startsWith("__Host-wangge_session="), cookie);
    assertTrue(cookie.endsWith("; Path=/; HttpOnly; SameSite=Strict; Secure"), cookie);
  }

  /** Over https a sibling site could plant the plain name, but not the one with the prefix. */
  private static void plainCookie(AttackedServer server) {
    assertEquals(401, asks(server, server.admin().cookie(), "X-Forwarded-Proto: https"));
  }

  private static void revoked(AttackedServer server) {
    String token = server.makeToken("administrator", "*");
    assertEquals(200, asks(server, token));
    Attack.answered(server.asAdmin("DELETE", "/api/v1/tokens/" + token.split("_")[1], ""), 204);
    assertEquals(401, asks(server, token));
  }

  private static void expired(AttackedServer server) {
    RawHttp.Answer made =
        server.asAdmin(
            "POST",
            "/api/v1/tokens",
            "{\"name\":\"t\",\"role\":\"administrator\",\"scope\":\"*\",\"days\":1}");
    String token = "Authorization: Bearer " + AttackedServer.json(made).path("secret").asText();
    assertEquals(200, asks(server, token));
    server.later(Duration.ofHours(24));
    assertEquals(401, asks(server, token));
  }

  private static List<String> authorizations() {
    return List.of(
        "",
        "Bearer",
        "Bearer ",
        "Bearer wg_",
        "Bearer wg_aaaaaaaaaaaa_" + "A".repeat(43),
        "Bearer local_" + "A".repeat(43),
        "Basic YWRtaW46YWRtaW4=",
        "Digest username=admin",
        "Bearer null",
        "Bearer \u00e9\u00ff",
        "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZG1pbiJ9.",
        "Bearer " + "x".repeat(8_000));
  }

  private static void bad(AttackedServer server, String text) {
    assertEquals(401, asks(server, "Authorization: " + text));
  }

  private static void oversized(AttackedServer server) {
    Attack.answered(
        server.http.send(
            "GET", "/api/v1/accounts", "", "Authorization: Bearer " + "x".repeat(100_000)),
        400,
        431);
  }

  private static void localKey(AttackedServer server) {
    String key = "Authorization: Bearer " + server.app.access().localKey().text();
    assertEquals(200, asks(server, key));
    assertEquals(401, asks(server, key, ELSEWHERE));
    assertEquals(401, asks(server, key, "X-Forwarded-For: 127.0.0.1, 203.0.113.7"));
    assertEquals(401, asks(server, key, "X-Forwarded-For: 127.0.0.1", ELSEWHERE));
  }

  private static void both(AttackedServer server) {
    assertEquals(401, asks(server, server.admin().cookie(), "Authorization: Bearer wg_x"));
  }

  // Guessing

  private static int guesses(AttackedServer server, String name, int times, String... lines) {
    int status = 0;
    for (int i = 0; i < times; i++) {
      status = Attack.answered(server.tryLogin(name, "guess " + i, lines), 401, 429).status();
    }
    return status;
  }

  /** The guesser waits, the owner does not. */
  private static void guessing(AttackedServer server) {
    assertEquals(429, guesses(server, "admin", 6, ELSEWHERE));
    RawHttp.Answer right = server.tryLogin("admin", server.passwords.get("admin"), ELSEWHERE);
    Attack.answered(right, 429);
    assertFalse(right.header("Retry-After").isEmpty());
    Attack.answered(server.tryLogin("admin", server.passwords.get("admin"), HOME), 200);
  }

  private static void madeUp(AttackedServer server) {
    int status = 0;
    for (int i = 0; i < 7; i++) {
      String line = "X-Forwarded-For: 192.0.2." + i + ", 203.0.113.8";
      status = guesses(server, "planner-in", 1, line);
    }
    assertEquals(429, status);
  }

  /** A proxy that adds a line of its own, behind the client's. */
  private static void ownLine(AttackedServer server) {
    int status = 0;
    for (int i = 0; i < 7; i++) {
      status =
          guesses(
              server,
              "approver-in",
              1,
              "X-Forwarded-For: 192.0.2." + i,
              "X-Forwarded-For: 203.0.113.9");
    }
    assertEquals(429, status);
  }

  /** However long the chain is, its last address counts and not the proxy's own. */
  private static void chain(AttackedServer server) {
    String line = "X-Forwarded-For: " + "192.0.2.1, ".repeat(60) + "203.0.113.10";
    assertEquals(429, guesses(server, "commander-in", 6, line));
    Attack.answered(server.tryLogin("commander-in", "wrong"), 401);
  }

  private static void within(AttackedServer server) {
    String line = "X-Forwarded-For: 203.0.113.30";
    AttackedServer.Login login = server.login("admin", server.passwords.get("admin"), line);
    int status = 0;
    for (int i = 0; i < 6; i++) {
      String body = "{\"current\":\"guess " + i + "\",\"next\":\"quite another one\"}";
      status =
          server
              .http
              .send("POST", "/api/v1/password", body, login.cookie(), login.csrf(), line)
              .status();
    }
    assertEquals(429, status);
  }

  private static void enumeration(AttackedServer server) {
    String known = told(server, "auditor-in", "X-Forwarded-For: 203.0.113.20");
    String unknown = told(server, "nobody-in", "X-Forwarded-For: 203.0.113.21");
    assertEquals(known, unknown);
    assertEquals(known, told(server, "auditor-in'", "X-Forwarded-For: 203.0.113.22"));
  }

  private static String told(AttackedServer server, String name, String line) {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < 6; i++) {
      RawHttp.Answer answer = server.tryLogin(name, "wrong", line);
      Attack.answered(answer, 401, 429);
      all.append(answer.head().replaceAll("Date:.*", "")).append(answer.body());
    }
    return all.toString();
  }

  private static void oneTime(AttackedServer server) {
    server.makeAccount("guest-once", "administrator", "*");
    AttackedServer.Login login = server.login("guest-once", server.passwords.get("guest-once"));
    for (String route : server.routes()) {
      String[] parts = route.split(" ");
      boolean free =
          route.matches(
              "GET /health.*|GET /problems|GET /api/v1/session|POST /api/v1/(login|logout|password)"
                  + "|GET /api/v1/oidc/.*");
      if (!free) {
        String path = parts[1].replaceAll("\\{collection}", "cases").replaceAll("\\{[^}]*}", "1");
        RawHttp.Answer answer = server.http.send(parts[0], path, "", login.cookie(), login.csrf());
        assertEquals(403, answer.status(), route);
        assertEquals("change-password", AttackedServer.json(answer).path("code").asText(), route);
      }
    }
  }

  private static List<Attack> passwords() {
    List<Attack> all = new ArrayList<>();
    for (String bad :
        List.of(
            "",
            "short",
            "my admin name",
            "passwordpassword1",
            "aaaaaaaaaaaaaa",
            "x".repeat(9_000))) {
      all.add(
          Attack.of(
              "the new password '" + bad.substring(0, Math.min(20, bad.length())) + "'",
              server -> refusesPassword(server, bad)));
    }
    return all;
  }

  private static void refusesPassword(AttackedServer server, String bad) {
    AttackedServer.Login login = server.admin();
    RawHttp.Answer answer =
        server.http.send(
            "POST",
            "/api/v1/password",
            JsonOut.text(Map.of("current", server.passwords.get("admin"), "next", bad)),
            login.cookie(),
            login.csrf());
    Attack.answered(answer, 400, 413, 422);
  }
}
