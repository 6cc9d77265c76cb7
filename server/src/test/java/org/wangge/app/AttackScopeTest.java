package org.wangge.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.wangge.policy.Role;

/** Things of another unit by their numbers, and rights beyond one's own. */
class AttackScopeTest extends AttackRun {

  /** Addresses of things in the last township, by what they are. */
  private static final Map<String, Function<AttackedServer, String>> OUTSIDE =
      new TreeMap<>(
          Map.of(
              "a case", s -> "/api/v1/cases/" + s.caseId("OUT-1"),
              "a report among cases", s -> "/api/v1/cases/" + s.caseId("REP-1"),
              "a case as an item", s -> "/ogc/collections/cases/items/" + s.caseId("OUT-1"),
              "a report as an item", s -> "/ogc/collections/cases/items/" + s.caseId("REP-2"),
              "a building's members", s -> "/api/v1/party/buildings/" + s.building(63),
              "a member as an item", s -> "/ogc/collections/party-assignments/items/2",
              "a report", s -> "/api/v1/reports/" + s.caseId("REP-2"),
              "the chief's account", s -> "/api/v1/accounts/1"));

  @Override
  List<Attack> attacks() {
    return all();
  }

  static List<Attack> all() {
    List<Attack> all = new ArrayList<>();
    for (Role role : Role.values()) {
      OUTSIDE.forEach((what, path) -> all.add(reading(role.code() + "-in", what, path)));
    }
    OUTSIDE.forEach((what, path) -> all.add(reading("anonymous", what, path)));
    all.addAll(lists());
    all.addAll(grants());
    all.addAll(accounts());
    return all;
  }

  private static Attack reading(String who, String what, Function<AttackedServer, String> path) {
    return Attack.of(
        who + " reads " + what + " elsewhere",
        server -> {
          RawHttp.Answer answer = server.as(who, "GET", path.apply(server), "");
          Attack.answered(answer, 401, 403, 404);
          Attack.hides(answer, "OUT-1", "李", AttackedServer.REPORT_TEXT, "admin\"");
        });
  }

  private static List<Attack> lists() {
    List<Attack> all = new ArrayList<>();
    for (String path :
        List.of(
            "/api/v1/cases?limit=1000",
            "/api/v1/cases?grid=" + AttackedServer.GRID_OUTSIDE,
            "/ogc/collections/cases/items?limit=1000",
            "/ogc/collections/cases/items?code=OUT-1",
            "/ogc/collections/cases/items?f=html",
            "/ogc/collections/cases/items?grid=" + AttackedServer.GRID_OUTSIDE,
            "/ogc/collections/cases/items?bbox=-180,-90,180,90",
            "/ogc/collections/party-assignments/items?limit=1000",
            "/ogc/collections/party-assignments/items?f=html",
            "/ogc/collections/party-assignments/items?grid=" + AttackedServer.GRID_OUTSIDE)) {
      all.add(
          Attack.of(
              "others' things in " + path,
              server -> {
                for (String who : List.of("commander-in", "administrator-in", "grid-worker-in")) {
                  RawHttp.Answer answer = Attack.answered(server.as(who, "GET", path, ""), 200);
                  Attack.hides(answer, "\"OUT-1\"", ">OUT-1<", "李", "二支部", "外面");
                }
              }));
    }
    return all;
  }

  // Grants beyond one's own

  private static List<Attack> grants() {
    return List.of(
        grant("in the whole district", "planner", "*"),
        grant("in the district by its code", "planner", "430399"),
        grant("in another township", "planner", AttackedServer.OUTSIDE),
        grant("in a grid of another township", "planner", AttackedServer.GRID_OUTSIDE),
        grant("of an administrator of the district", "administrator", "*"),
        grant("that reads the audit trail of all", "auditor", AttackedServer.INSIDE),
        grant(
            "that reads the audit trail of all through a grid",
            "auditor",
            AttackedServer.GRID_INSIDE));
  }

  private static Attack grant(String what, String role, String scope) {
    return Attack.of(
        "an administrator of a township makes a grant " + what,
        server -> {
          String grant = "{\"role\":\"" + role + "\",\"scope\":\"" + scope + "\"}";
          long id = server.accountIds.get("planner-in");
          Attack.answered(
              server.as(
                  "administrator-in",
                  "POST",
                  "/api/v1/accounts",
                  "{\"name\":\"guest-1\",\"grants\":[" + grant + "]}"),
              403);
          Attack.answered(
              server.as(
                  "administrator-in",
                  "PATCH",
                  "/api/v1/accounts/" + id,
                  "{\"grants\":[" + grant + "]}",
                  "If-Match: " + version(server, id)),
              403);
          Attack.answered(
              server.as(
                  "administrator-in",
                  "POST",
                  "/api/v1/tokens",
                  "{\"name\":\"t\",\"days\":1," + grant.substring(1)),
              403);
        });
  }

  private static String version(AttackedServer server, long id) {
    return server.as("admin", "GET", "/api/v1/accounts/" + id, "").header("ETag");
  }

  private static List<Attack> accounts() {
    return List.of(
        Attack.of("a township's administrator takes over the chief", AttackScopeTest::takeOver),
        Attack.writing(
            "a township's administrator takes over an auditor", AttackScopeTest::takeAuditor),
        Attack.writing(
            "a township's administrator waits in an account without grants", AttackScopeTest::wait),
        Attack.of("names of accounts elsewhere are told", AttackScopeTest::names),
        Attack.of("a list of accounts shows others", AttackScopeTest::listed),
        Attack.of("an administrator promotes himself", AttackScopeTest::promotion),
        Attack.writing("the last administrator goes", AttackScopeTest::last),
        Attack.of("a token of a lesser role makes tokens", AttackScopeTest::tokenByToken),
        Attack.of("a township's administrator revokes a token elsewhere", AttackScopeTest::revokes),
        Attack.of(
            "members that the account's owner does not set", AttackScopeTest::massAssignment));
  }

  private static void takeOver(AttackedServer server) {
    String who = "administrator-in";
    String path = "/api/v1/accounts/1";
    String match = "If-Match: " + version(server, 1);
    Attack.answered(server.as(who, "POST", path + "/password", "{}"), 403, 404);
    for (String body :
        List.of("{\"disabled\":true}", "{\"grants\":[]}", "{\"displayName\":\"x\"}")) {
      Attack.answered(server.as(who, "PATCH", path, body, match), 403, 404);
    }
    Attack.answered(server.as(who, "PATCH", path, "{\"grants\":[]}", "If-Match: *"), 403, 404);
  }

  /** His rights reach beyond the township he was given in. */
  private static void takeAuditor(AttackedServer server) {
    long id = server.accountIds.get("auditor-in");
    RawHttp.Answer answer =
        server.as("administrator-in", "POST", "/api/v1/accounts/" + id + "/password", "{}");
    Attack.answered(answer, 403, 404);
    Attack.hides(answer, "\"password\":");
  }

  /** Who has no grants yet may be given any: whoever knows his password by then has them too. */
  private static void wait(AttackedServer server) {
    RawHttp.Answer made =
        server.asAdmin("POST", "/api/v1/accounts", "{\"name\":\"guest-new\",\"grants\":[]}");
    long id =
        AttackedServer.json(AttackedServer.require(made, 201)).path("account").path("id").asLong();
    Attack.answered(
        server.as("administrator-in", "POST", "/api/v1/accounts/" + id + "/password", "{}"), 403);
  }

  private static void names(AttackedServer server) {
    for (String who : List.of("administrator-out", "administrator-in")) {
      for (long id = 1; id <= server.accountIds.size() + 1; id++) {
        RawHttp.Answer answer = server.as(who, "GET", "/api/v1/accounts/" + id, "");
        if (Attack.answered(answer, 200, 403, 404).status() != 200) {
          Attack.hides(answer, "account admin", "\"admin", "planner", "auditor");
        }
      }
    }
  }

  private static void listed(AttackedServer server) {
    RawHttp.Answer answer = server.as("administrator-out", "GET", "/api/v1/accounts", "");
    Attack.hides(Attack.answered(answer, 200), "-in", "\"admin\"");
    RawHttp.Answer tokens = server.as("administrator-out", "GET", "/api/v1/tokens", "");
    Attack.hides(Attack.answered(tokens, 200), AttackedServer.INSIDE, "secretHash", "wg_");
  }

  private static void promotion(AttackedServer server) {
    for (String who : List.of("planner-in", "commander-in", "auditor-in", "integrator-in")) {
      long id = server.accountIds.get(who);
      Attack.answered(
          server.as(
              who,
              "PATCH",
              "/api/v1/accounts/" + id,
              "{\"grants\":[{\"role\":\"administrator\",\"scope\":\"*\"}]}",
              "If-Match: \"1\""),
          403);
    }
    Attack.answered(
        server.asAdmin(
            "PATCH",
            "/api/v1/accounts/1",
            "{\"grants\":[{\"role\":\"report-handler\",\"scope\":\"*\"}]}",
            "If-Match: " + version(server, 1)),
        403);
  }

  private static void last(AttackedServer server) {
    String token = server.makeToken("administrator", "*");
    for (String body : List.of("{\"disabled\":true}", "{\"grants\":[]}")) {
      RawHttp.Answer answer =
          server.http.send(
              "PATCH", "/api/v1/accounts/1", body, token, "If-Match: " + version(server, 1));
      Attack.answered(answer, 409);
    }
    AttackedServer.require(
        server.asAdmin("DELETE", "/api/v1/tokens/" + token.split("_")[1], ""), 204);
  }

  private static void tokenByToken(AttackedServer server) {
    for (Role role : Role.values()) {
      if (role != Role.ADMINISTRATOR) {
        RawHttp.Answer answer =
            server.as(
                role.code() + "-in",
                "POST",
                "/api/v1/tokens",
                "{\"name\":\"t\",\"days\":1,\"role\":\"" + role.code() + "\",\"scope\":\"*\"}");
        Attack.answered(answer, 403);
      }
    }
  }

  private static void revokes(AttackedServer server) {
    String id = server.token("planner-out").split("_")[1];
    Attack.answered(server.as("administrator-in", "DELETE", "/api/v1/tokens/" + id, ""), 404);
    Attack.answered(server.as("planner-out", "GET", "/api/v1/district", ""), 200);
    assertNotEquals("", id);
  }

  private static void massAssignment(AttackedServer server) {
    for (String member :
        List.of(
            "id",
            "version",
            "passwordHash",
            "password",
            "mustChangePassword",
            "created",
            "__proto__")) {
      String body = "{\"name\":\"guest-1\",\"grants\":[],\"" + member + "\":1}";
      assertEquals(400, server.asAdmin("POST", "/api/v1/accounts", body).status(), member);
    }
  }
}
