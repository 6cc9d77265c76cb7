package org.wangge.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.slf4j.LoggerFactory;
import org.wangge.policy.Role;

/** Persons and reports where they must not be seen, and markup where a text belongs. */
class AttackPrivacyTest extends AttackRun {
  private static final Logger ROOT = (Logger) LoggerFactory.getLogger("ROOT");
  private static final Logger REQUESTS = (Logger) LoggerFactory.getLogger("request");

  private final ListAppender<ILoggingEvent> logged = new ListAppender<>();

  @BeforeAll
  @Override
  void start() {
    logged.start();
    ROOT.addAppender(logged);
    REQUESTS.setLevel(Level.INFO);
    super.start();
  }

  @Override
  List<Attack> attacks() {
    List<Attack> all = new ArrayList<>(all());
    all.add(Attack.of("secrets and persons in the log", this::log));
    return all;
  }

  static List<Attack> all() {
    List<Attack> all = new ArrayList<>();
    for (String path :
        List.of(
            "/api/v1/cases",
            "/api/v1/cases?f=csv",
            "/ogc/collections/cases/items",
            "/ogc/collections/cases/items?f=html",
            "/ogc/collections/cases/items/1",
            "/ogc/collections/cases/items/1?f=html",
            "/api/v1/cases/1")) {
      all.add(Attack.of("numbers of persons in " + path, server -> numbers(server, path)));
    }
    for (String path :
        List.of(
            "/ogc/collections/party-assignments/items",
            "/ogc/collections/party-assignments/items?f=html",
            "/ogc/collections/party-assignments/items/1",
            "/ogc/collections/party-assignments/items/1?f=html")) {
      all.add(Attack.of("names of members in " + path, server -> names(server, path)));
    }
    for (Role role : Role.values()) {
      all.add(Attack.of("reports as " + role.code(), server -> reports(server, role)));
    }
    all.add(Attack.of("reports in counts", AttackPrivacyTest::counts));
    all.add(Attack.of("whether there is a report by its code", AttackPrivacyTest::probing));
    all.add(Attack.of("a report by the times and extent of cases", AttackPrivacyTest::extent));
    all.add(Attack.of("reports of another township for its handler", AttackPrivacyTest::handlers));
    all.add(Attack.of("persons in the audit trail", AttackPrivacyTest::audit));
    all.add(Attack.of("a formula in the audit trail's table", AttackPrivacyTest::formulas));
    for (String path :
        List.of(
            "/ogc/collections/cases/items?f=html",
            "/ogc/collections/cases/items/1?f=html",
            "/ogc/collections/service-points/items?f=html",
            "/ogc/collections/service-points/items/1?f=html",
            "/ogc/collections/party-assignments/items?f=html",
            "/ogc/collections/party-assignments/items/1?f=html",
            "/ogc/collections/grids/items?f=html&code=%3Cscript%3Ealert(1)",
            "/ogc/collections/%3Cscript%3Ealert(1)%3C%2Fscript%3E?f=html",
            "/ogc/collections/cases/items/%3Cscript%3Ealert(1)?f=html",
            "/ogc/%3Cscript%3Ealert(1)?f=html",
            "/%3Cscript%3Ealert(1)%3C%2Fscript%3E",
            "/ogc?f=%3Cscript%3Ealert(1)",
            "/problems?f=html&x=%3Cscript%3Ealert(1)")) {
      all.add(Attack.of("markup in " + path, server -> markup(server, path)));
    }
    all.add(Attack.of("markup in what is no page", AttackPrivacyTest::types));
    return all;
  }

  /** Roles that may never see them, and one that may, but not here. */
  private static void numbers(AttackedServer server, String path) {
    for (String who :
        List.of(
            "anonymous",
            "administrator-in",
            "planner-in",
            "auditor-in",
            "integrator-in",
            "branch-secretary-in",
            "window-clerk-out",
            "report-handler-in",
            "commander-out")) {
      RawHttp.Answer answer = server.as(who, "GET", path, "");
      Attack.decent(answer);
      boolean own = who.equals("window-clerk-out") || who.equals("commander-out");
      if (!own) {
        Attack.hides(answer, AttackedServer.PHONE, AttackedServer.IDENTITY);
      }
      Attack.hides(answer, own ? "\"IN-1\"" : AttackedServer.PHONE.substring(3, 8) + "6");
    }
  }

  private static void names(AttackedServer server, String path) {
    for (String who :
        List.of(
            "anonymous",
            "administrator-in",
            "planner-in",
            "auditor-in",
            "integrator-in",
            "window-clerk-in",
            "commander-out",
            "grid-worker-out",
            "report-handler-in")) {
      Attack.hides(Attack.decent(server.as(who, "GET", path, "")), "王小明");
    }
  }

  private static void reports(AttackedServer server, Role role) {
    String who = role.code() + "-in";
    for (String path :
        List.of(
            "/api/v1/cases?limit=1000",
            "/api/v1/cases?category=2601",
            "/api/v1/cases?category=26",
            "/api/v1/cases?channel=%E4%B8%BE%E6%8A%A5%E7%AE%B1",
            "/api/v1/cases/" + server.caseId("REP-1"),
            "/api/v1/cases/categories",
            "/api/v1/search?q=REP-1",
            "/api/v1/search?q=%E4%B8%BE%E6%8A%A5",
            "/ogc/collections/cases/items?limit=1000",
            "/ogc/collections/cases/items?category=2601",
            "/ogc/collections/cases/items?group=26",
            "/ogc/collections/cases/items/" + server.caseId("REP-1"))) {
      RawHttp.Answer answer = Attack.decent(server.as(who, "GET", path, ""));
      Attack.hides(answer, "code\":\"REP-1", "REP-2", AttackedServer.REPORT_TEXT, "\"2601\"");
    }
    int expected = role == Role.REPORT_HANDLER ? 200 : 403;
    assertEquals(expected, server.as(who, "GET", "/api/v1/reports", "").status());
    assertEquals(
        expected, server.as(who, "GET", "/api/v1/reports/" + server.caseId("REP-1"), "").status());
  }

  private static void counts(AttackedServer server) {
    for (String path : List.of("choropleth", "histogram", "categories")) {
      RawHttp.Answer answer = server.as("admin", "GET", "/api/v1/cases/" + path, "");
      assertEquals(2, AttackedServer.json(answer).path("total").asInt(), path);
      for (String category : List.of("26", "2601", "2699")) {
        Attack.answered(
            server.as("admin", "GET", "/api/v1/cases/" + path + "?category=" + category, ""), 400);
      }
    }
    String heat = "/api/v1/cases/heat?width=8&height=8&bbox=0,0,1,1&category=";
    Attack.answered(server.as("admin", "GET", heat + "2601", ""), 400);
    RawHttp.Answer list = server.as("admin", "GET", "/api/v1/cases?category=26", "");
    assertEquals(0, AttackedServer.json(list).path("total").asInt());
    RawHttp.Answer items = server.as("admin", "GET", "/ogc/collections/cases/items", "");
    assertEquals(2, AttackedServer.json(items).path("numberMatched").asInt());
  }

  /** The answer for a report is that for what is not there, but for the name asked for. */
  private static void probing(AttackedServer server) {
    for (String path :
        List.of(
            "/ogc/collections/cases/items?code=", "/ogc/collections/cases/items?f=html&code=")) {
      String report = server.as("admin", "GET", path + "REP-1", "").body();
      String nothing = server.as("admin", "GET", path + "NOT-1", "").body();
      assertEquals(nothing.replace("NOT-1", "REP-1"), report);
    }
    long id = server.caseId("REP-1");
    for (String path : List.of("/api/v1/cases/", "/ogc/collections/cases/items/")) {
      String report = server.as("admin", "GET", path + id, "").body();
      assertEquals(
          server.as("admin", "GET", path + 987_654, "").body(), report.replace(id + "", "987654"));
    }
  }

  /** The collection tells of cases alone. */
  private static void extent(AttackedServer server) {
    RawHttp.Answer answer = server.as("admin", "GET", "/ogc/collections/cases?f=json", "");
    Attack.answered(answer, 200);
    Attack.hides(answer, "2601", "REP-");
  }

  private static void handlers(AttackedServer server) {
    RawHttp.Answer answer = server.as("report-handler-in", "GET", "/api/v1/reports", "");
    Attack.hides(Attack.answered(answer, 200), "REP-2");
    assertTrue(answer.body().contains("REP-1"), answer::body);
    Attack.answered(
        server.as("report-handler-in", "GET", "/api/v1/reports/" + server.caseId("REP-2"), ""),
        403);
  }

  private static void audit(AttackedServer server) {
    server.as("admin", "GET", "/ogc/collections/cases/items?code=" + AttackedServer.PHONE, "");
    server.as(
        "commander-in", "GET", "/ogc/collections/cases/items?code=" + AttackedServer.IDENTITY, "");
    server.as("commander-in", "GET", "/api/v1/cases?grid=%2B86%20" + AttackedServer.PHONE, "");
    server.tryLogin(AttackedServer.PHONE, "x", "X-Forwarded-For: 203.0.113.50");
    server.tryLogin(AttackedServer.IDENTITY, "x", "X-Forwarded-For: 203.0.113.51");
    for (String form : List.of("json", "csv")) {
      RawHttp.Answer answer =
          server.as("auditor-in", "GET", "/api/v1/audit?limit=1000&f=" + form, "");
      Attack.answered(answer, 200);
      Attack.hides(answer, AttackedServer.PHONE, AttackedServer.IDENTITY, "wangge_session", "wg_");
      server.passwords.values().forEach(password -> Attack.hides(answer, password));
    }
  }

  private static void formulas(AttackedServer server) {
    server.tryLogin("=cmd|' /c calc'!a1", "x", "X-Forwarded-For: 203.0.113.52");
    server.tryLogin("@sum(1)", "x", "X-Forwarded-For: 203.0.113.52");
    RawHttp.Answer answer = server.as("auditor-in", "GET", "/api/v1/audit?f=csv", "");
    Attack.hides(Attack.answered(answer, 200), ",=", ",\"=", ",@", ",\"@", ",\"+");
  }

  private static void markup(AttackedServer server, String path) {
    RawHttp.Answer answer = Attack.decent(server.as("admin", "GET", path, "", "Accept: text/html"));
    if (answer.header("Content-Type").startsWith("text/html")) {
      Attack.hides(answer, "<script>", "<img src=x", "onerror=alert(2)>");
      assertFalse(
          answer.header("Content-Security-Policy").contains("unsafe-inline'; script"), path);
    } else {
      assertTrue(
          answer.header("Content-Type").matches("application/(problem\\+|geo\\+)?json.*"),
          answer::head);
    }
    assertEquals("nosniff", answer.header("X-Content-Type-Options"));
  }

  /** JSON that holds markup is never a page for a browser that guesses; a refusal is one. */
  private static void types(AttackedServer server) {
    String refused = "/api/v1/reports?x=%3Cimg%20src=x%3E";
    RawHttp.Answer page = server.as("admin", "GET", refused, "", "Accept: text/html");
    Attack.hides(Attack.answered(page, 403), "<img src=x");
    for (String path : List.of("/api/v1/cases", "/api/v1/accounts", "/api/v1/services/points")) {
      RawHttp.Answer answer = server.as("admin", "GET", path, "", "Accept: text/html");
      assertTrue(
          answer.header("Content-Type").matches("application/(problem\\+)?json.*"), answer::head);
      assertEquals("nosniff", answer.header("X-Content-Type-Options"));
    }
  }

  /** All that was done above, and what fails in the log itself. */
  private void log(AttackedServer server) {
    server.as("admin", "GET", "/api/v1/cases?grid=" + AttackedServer.PHONE, "");
    server.as("admin", "GET", "/api/v1/cases/" + AttackedServer.PHONE, "");
    server.tryLogin("admin", "a wrong password");
    server.http.send("GET", "/api/v1/cases", "", "Authorization: Bearer wg_planted_token");
    List<String> secrets =
        new ArrayList<>(
            List.of(
                AttackedServer.PHONE,
                AttackedServer.IDENTITY,
                "a wrong password",
                "wg_",
                "wangge_session=",
                "王小明"));
    secrets.addAll(server.passwords.values());
    secrets.add(server.admin().cookie().substring("Cookie: wangge_session=".length()));
    secrets.add(server.admin().csrf().substring("X-CSRF-Token: ".length()));
    List<ILoggingEvent> events = List.copyOf(logged.list);
    assertFalse(events.isEmpty(), "nothing is logged at all");
    for (ILoggingEvent event : events) {
      String line =
          event.getFormattedMessage() + ThrowableProxyUtil.asString(event.getThrowableProxy());
      secrets.forEach(secret -> assertFalse(line.contains(secret), () -> secret + " in " + line));
      assertTrue(event.getLevel().levelInt < Level.ERROR_INT, line);
    }
  }
}
