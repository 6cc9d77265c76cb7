package org.wangge.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.wangge.web.JsonOut;

/** SQL where a value belongs. */
class AttackInjectionTest extends AttackRun {
  private static final List<String> PAYLOADS =
      List.of(
          "' or '1'='1",
          "x' or 1=1 --",
          "'; drop table account; --",
          "1 union select csrf from login_session",
          "x'; select pg_sleep(20); --",
          "\\'/**/or/**/1=1#",
          "a\u0000b",
          "%",
          "$$||(select name from account)||$$",
          ":id ? {fn x} <where>");

  /** Paths with a text parameter, and the harmless twin whose rows may not be exceeded. */
  private static final List<String> QUERIES =
      List.of(
          "/api/v1/cases?grid=",
          "/api/v1/cases?category=",
          "/api/v1/cases?channel=",
          "/api/v1/cases?status=",
          "/api/v1/cases?from=",
          "/api/v1/cases?limit=",
          "/api/v1/cases/heat?width=8&height=8&bbox=",
          "/api/v1/cases/choropleth?category=",
          "/api/v1/cases/histogram?bucket=",
          "/api/v1/cases/categories?channel=",
          "/api/v1/services/points?unit=",
          "/api/v1/services/points?grid=",
          "/api/v1/services/points?at=",
          "/api/v1/services/nearest?lon=112&lat=27&kind=",
          "/api/v1/party/buildings?date=",
          "/api/v1/search?q=",
          "/api/v1/locate?lon=112&lat=",
          "/api/v1/checks/latest?subject=",
          "/api/v1/findings?kind=",
          "/api/v1/findings?check=",
          "/ogc/collections/cases/items?code=",
          "/ogc/collections/cases/items?group=",
          "/ogc/collections/cases/items?datetime=",
          "/ogc/collections/cases/items?bbox=",
          "/ogc/collections/cases/items?crs=",
          "/ogc/collections/party-assignments/items?branch=",
          "/ogc/collections/service-points/items?kind=",
          "/ogc/collections/findings/items?kind=",
          "/ogc/collections/grids/items?code=",
          "/ogc/collections/buildings/items?id=",
          "/ogc/collections?f=");

  private static final List<String> AUDIT_QUERIES =
      List.of(
          "/api/v1/audit?actor=",
          "/api/v1/audit?action=",
          "/api/v1/audit?outcome=",
          "/api/v1/audit?from=",
          "/api/v1/audit?before=",
          "/api/v1/audit?subject=",
          "/api/v1/audit?f=csv&subject=",
          "/api/v1/audit/verification?head=");

  private static final List<String> PATHS =
      List.of(
          "/api/v1/cases/",
          "/api/v1/accounts/",
          "/api/v1/grids/",
          "/api/v1/party/buildings/",
          "/api/v1/services/points/",
          "/api/v1/checks/",
          "/ogc/collections/",
          "/ogc/collections/cases/items/",
          "/ogc/collections/party-assignments/items/");

  @Override
  List<Attack> attacks() {
    return all();
  }

  static List<Attack> all() {
    List<Attack> all = new ArrayList<>();
    QUERIES.forEach(path -> all.add(query("admin", path)));
    AUDIT_QUERIES.forEach(path -> all.add(query("auditor-in", path)));
    PATHS.forEach(path -> all.add(path(path)));
    all.add(
        Attack.of(
            "sql in the id of a report", s -> paths(s, "report-handler-in", "/api/v1/reports/")));
    all.add(Attack.of("sql in the id of a token", AttackInjectionTest::tokenIds));
    all.addAll(members());
    List.of("cases", "services", "party").forEach(what -> all.add(columns(what)));
    all.add(
        Attack.of("a pattern in the subject of the audit trail", AttackInjectionTest::patterns));
    all.add(Attack.of("half a character in a name", AttackInjectionTest::halves));
    all.add(Attack.of("sql as the name that signs in", AttackInjectionTest::names));
    all.add(Attack.of("sql as a token", AttackInjectionTest::tokens));
    all.add(Attack.of("sql as a session", AttackInjectionTest::sessions));
    all.add(Attack.of("sql as an Idempotency-Key", AttackInjectionTest::keys));
    return all;
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** Rows of an answer are lines or objects with a code; the twin asks for what is not there. */
  private static Attack query(String who, String path) {
    return Attack.of("sql in " + path, server -> queries(server, who, path));
  }

  private static void queries(AttackedServer server, String who, String path) {
    int harmless = rows(server.as(who, "GET", path + "zzz", ""));
    for (String payload : PAYLOADS) {
      RawHttp.Answer answer = Attack.decent(server.as(who, "GET", path + encoded(payload), ""));
      assertTrue(rows(answer) <= harmless, () -> payload + " found " + answer.all());
    }
  }

  private static int rows(RawHttp.Answer answer) {
    return answer.status() == 200 ? answer.body().split("\"(id|seq)\":|\r\n", -1).length : 1;
  }

  private static Attack path(String path) {
    return Attack.of("sql in the path after " + path, server -> paths(server, "admin", path));
  }

  private static void paths(AttackedServer server, String who, String path) {
    for (String payload : PAYLOADS) {
      Attack.answered(server.as(who, "GET", path + encoded(payload), ""), 400, 404);
    }
  }

  private static void tokenIds(AttackedServer server) {
    for (String payload : PAYLOADS) {
      Attack.answered(server.asAdmin("DELETE", "/api/v1/tokens/" + encoded(payload), ""), 400, 404);
    }
  }

  private static List<Attack> members() {
    String account = "/api/v1/accounts";
    String token = "/api/v1/tokens";
    return List.of(
        member("the name of an account", account, "{\"name\":%s,\"grants\":[]}"),
        member("the role of a grant", account, grants("{\"role\":%s,\"scope\":\"*\"}")),
        member("the scope of a grant", account, grants("{\"role\":\"auditor\",\"scope\":%s}")),
        member(
            "the role of a token",
            token,
            "{\"name\":\"t\",\"role\":%s,\"scope\":\"*\",\"days\":1}"),
        member(
            "the scope of a token",
            token,
            "{\"name\":\"t\",\"role\":\"auditor\",\"scope\":%s,\"days\":1}"),
        member(
            "the days of a token",
            token,
            "{\"name\":\"t\",\"role\":\"auditor\",\"scope\":\"*\",\"days\":%s}"),
        member("an unknown member", account, "{%s:1}"));
  }

  private static String grants(String grant) {
    return "{\"name\":\"guest-x\",\"grants\":[" + grant + "]}";
  }

  private static Attack member(String what, String path, String body) {
    return Attack.of("sql as " + what, server -> member(server, path, body));
  }

  private static void member(AttackedServer server, String path, String body) {
    for (String payload : PAYLOADS) {
      RawHttp.Answer answer = server.asAdmin("POST", path, body.formatted(JsonOut.text(payload)));
      Attack.answered(answer, 400, 422);
    }
  }

  private static Attack columns(String what) {
    return Attack.writing("sql in every column of " + what, server -> columns(server, what));
  }

  /** Texts are kept as they came, whatever they say; what is no text is refused by row. */
  private static void columns(AttackedServer server, String what) {
    List<String> heads =
        Map.of(
                "cases", List.of("编号", "小类", "标题", "说明", "来源", "状态", "上报时间", "经度"),
                "services", List.of("编号", "类型", "名称", "地址", "开放时间", "电话", "单位代码"),
                "party", List.of("姓名", "党员编号", "党支部", "楼栋", "进楼栋日期", "承诺内容"))
            .get(what);
    for (String payload : PAYLOADS) {
      String cell = '"' + payload.replace("\"", "\"\"") + '"';
      String rows =
          String.join(
              "", heads.stream().map(column -> cells(heads, column, cell) + ",27\n").toList());
      RawHttp.Answer answer =
          server.asAdmin(
              "POST",
              "/api/v1/" + what + "/import",
              String.join(",", heads) + ",纬度\n" + rows,
              "Content-Type: text/csv");
      Attack.answered(answer, 200, 400, 422);
      importsText(server, what, cell);
    }
    assertEquals(1, count(server, "select count(*) from account where name = 'admin'"));
  }

  private static String cells(List<String> heads, String column, String cell) {
    return String.join(",", heads.stream().map(head -> head.equals(column) ? cell : "1").toList());
  }

  /** Rows that are good but for the payload as a text reach the store. */
  private static void importsText(AttackedServer server, String what, String cell) {
    String file =
        switch (what) {
          case "cases" -> "小类,标题,说明,上报时间,经度,纬度\n0102," + cell + "," + cell + ",2026-03-01,";
          case "services" -> "类型,名称,地址,电话,经度,纬度\n窗口," + cell + "," + cell + "," + cell + ",";
          default -> "姓名,党支部,承诺内容,进楼栋日期,经度,纬度\n" + cell + "," + cell + "," + cell + ",2026-03-01,";
        };
    RawHttp.Answer answer =
        server.asAdmin(
            "POST",
            "/api/v1/" + what + "/import?coordinates=wgs84",
            file + server.place(5) + "\n",
            "Content-Type: text/csv");
    Attack.answered(answer, 200, 400, 422);
  }

  private static long count(AttackedServer server, String sql) {
    return server.database().read(handle -> handle.createQuery(sql).mapTo(Long.class).one());
  }

  /** A wildcard means itself. */
  private static void patterns(AttackedServer server) {
    for (String pattern : List.of("%", "_", "%%%", "!", "!%", "a%n", "account _dmin")) {
      RawHttp.Answer answer =
          server.as("auditor-in", "GET", "/api/v1/audit?subject=" + encoded(pattern), "");
      Attack.answered(answer, 200);
      AttackedServer.json(answer)
          .path("events")
          .forEach(
              event ->
                  assertTrue(event.path("subject").asText().contains(pattern), event::toString));
    }
  }

  /** No text for PostgreSQL; JSON can write it. */
  private static void halves(AttackedServer server) {
    for (String half : List.of("\\ud800", "\\udc00x", "\\u0000", "\\ud800\\ud800")) {
      String json = "\"" + half + "\"";
      String account = "{\"name\":\"guest-h\",\"grants\":[],\"displayName\":" + json + "}";
      Attack.answered(server.asAdmin("POST", "/api/v1/accounts", account), 400);
      String file =
          "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"geometry\":{\"type\":"
              + "\"Point\",\"coordinates\":["
              + server.place(0)
              + "]},\"properties\":{\"小类\":\"0102\",\"类型\":\"综合窗口\",\"名称\":"
              + json
              + ",\"标题\":"
              + json
              + ",\"上报时间\":\"2026-03-01\"}}]}";
      for (String what : List.of("cases", "services")) {
        Attack.answered(
            server.asAdmin(
                "POST",
                "/api/v1/" + what + "/import?coordinates=wgs84&allOrNothing=true",
                file,
                "Content-Type: application/geo+json"),
            400,
            422);
      }
    }
  }

  private static void names(AttackedServer server) {
    for (String payload : PAYLOADS) {
      Attack.answered(server.tryLogin(payload, payload), 400, 401, 429);
      Attack.answered(server.tryLogin("admin' --" + payload, "x"), 400, 401, 429);
    }
  }

  private static void tokens(AttackedServer server) {
    for (String payload : PAYLOADS) {
      String line = "Authorization: Bearer wg_" + payload.replace("\u0000", "") + "_x";
      Attack.answered(server.http.send("GET", "/api/v1/cases", "", line), 401);
    }
  }

  private static void sessions(AttackedServer server) {
    for (String payload : PAYLOADS) {
      String line = "Cookie: wangge_session=" + encoded(payload);
      Attack.answered(server.http.send("GET", "/api/v1/cases", "", line), 401);
    }
  }

  private static void keys(AttackedServer server) {
    for (String payload : PAYLOADS) {
      String line = "Idempotency-Key: " + payload.replace("\u0000", "");
      Attack.answered(server.asAdmin("POST", "/api/v1/accounts", "{\"name\":\"!\"}", line), 400);
    }
  }
}
