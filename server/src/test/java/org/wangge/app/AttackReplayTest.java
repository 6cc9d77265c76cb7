package org.wangge.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** The same once more, and changes of what was changed meanwhile. */
class AttackReplayTest extends AttackRun {
  private static final int AT_ONCE = 8;

  @Override
  List<Attack> attacks() {
    return all();
  }

  static List<Attack> all() {
    List<Attack> all = new ArrayList<>();
    all.add(Attack.of("a change that does not say of what", s -> change(s, 428)));
    for (String garbage :
        List.of(
            "*",
            "\"0\"",
            "\"999\"",
            "W/\"77\"",
            "-1",
            "\"\"",
            "abc",
            "\"1\", \"2\"",
            "1e0",
            "\uff11")) {
      all.add(
          Attack.of(
              "a change with If-Match: " + garbage, s -> change(s, 412, "If-Match: " + garbage)));
    }
    all.add(Attack.writing("a change by a version that is past", AttackReplayTest::stale));
    all.add(Attack.writing("changes at once by one version", AttackReplayTest::racing));
    all.add(Attack.writing("an account made twice by one key", AttackReplayTest::account));
    all.add(Attack.writing("a token made twice by one key", AttackReplayTest::token));
    all.add(Attack.writing("an import twice by one key", AttackReplayTest::imported));
    all.add(
        Attack.writing(
            "an account made eight times at once by one key", AttackReplayTest::accounts));
    all.add(Attack.writing("an import eight times at once by one key", AttackReplayTest::imports));
    all.add(
        Attack.writing("an account of one name made eight times at once", AttackReplayTest::names));
    all.add(Attack.writing("the key of somebody else", AttackReplayTest::others));
    all.add(Attack.writing("a key that failed locks nobody out", AttackReplayTest::released));
    all.add(Attack.of("a key beyond all bounds", AttackReplayTest::longKey));
    all.add(Attack.of("what another made, by his key", AttackReplayTest::told));
    return all;
  }

  private static String path(AttackedServer server) {
    return "/api/v1/accounts/" + server.accountIds.get("planner-in");
  }

  private static void change(AttackedServer server, int status, String... lines) {
    Attack.answered(
        server.asAdmin("PATCH", path(server), "{\"displayName\":\"x\"}", lines), status);
  }

  private static void stale(AttackedServer server) {
    String tag = "If-Match: " + server.asAdmin("GET", path(server), "").header("ETag");
    change(server, 200, tag);
    change(server, 412, tag);
  }

  private static void racing(AttackedServer server) {
    String tag = "If-Match: " + server.asAdmin("GET", path(server), "").header("ETag");
    List<Integer> statuses =
        atOnce(() -> server.asAdmin("PATCH", path(server), "{\"displayName\":\"y\"}", tag));
    assertEquals(1, count(statuses, 200), statuses::toString);
    assertEquals(AT_ONCE - 1, count(statuses, 412), statuses::toString);
  }

  private static List<Integer> atOnce(java.util.concurrent.Callable<RawHttp.Answer> request) {
    ExecutorService many = Executors.newFixedThreadPool(AT_ONCE);
    try {
      List<Integer> statuses = new ArrayList<>();
      for (Future<RawHttp.Answer> each :
          many.invokeAll(IntStream.range(0, AT_ONCE).mapToObj(i -> request).toList())) {
        statuses.add(Attack.decent(each.get()).status());
      }
      return statuses;
    } catch (InterruptedException | java.util.concurrent.ExecutionException failed) {
      throw new IllegalStateException(failed);
    } finally {
      many.shutdownNow();
    }
  }

  private static long count(List<Integer> statuses, int status) {
    return statuses.stream().filter(each -> each == status).count();
  }

  private static long rows(AttackedServer server, String sql) {
    return server.database().read(handle -> handle.createQuery(sql).mapTo(Long.class).one());
  }

  private static String accountBody(String name) {
    return "{\"name\":\"" + name + "\",\"grants\":[]}";
  }

  private static void account(AttackedServer server) {
    String key = "Idempotency-Key: account-1";
    RawHttp.Answer first = server.asAdmin("POST", "/api/v1/accounts", accountBody("guest-k1"), key);
    Attack.answered(first, 201);
    RawHttp.Answer again = server.asAdmin("POST", "/api/v1/accounts", accountBody("guest-k2"), key);
    Attack.answered(again, 409);
    assertEquals(first.header("Location"), AttackedServer.json(again).path("location").asText());
    assertEquals(0, rows(server, "select count(*) from account where name = 'guest-k2'"));
  }

  private static void token(AttackedServer server) {
    String key = "Idempotency-Key: token-1";
    String body = "{\"name\":\"once\",\"role\":\"planner\",\"scope\":\"*\",\"days\":1}";
    Attack.answered(server.asAdmin("POST", "/api/v1/tokens", body, key), 201);
    RawHttp.Answer again = server.asAdmin("POST", "/api/v1/tokens", body, key);
    Attack.answered(again, 409);
    Attack.hides(again, "wg_");
    assertEquals(1, rows(server, "select count(*) from api_token where name = 'once'"));
  }

  private static RawHttp.Answer imports(AttackedServer server, String title, String key) {
    return server.asAdmin(
        "POST",
        "/api/v1/cases/import?coordinates=wgs84",
        "小类,标题,上报时间,经度,纬度\n0102," + title + ",2026-03-01," + server.place(3) + "\n",
        "Content-Type: text/csv",
        "Idempotency-Key: " + key);
  }

  private static void imported(AttackedServer server) {
    Attack.answered(imports(server, "重放甲", "import-1"), 200);
    Attack.answered(imports(server, "重放甲", "import-1"), 409);
    assertEquals(1, rows(server, "select count(*) from case_event where title = '重放甲'"));
  }

  private static void accounts(AttackedServer server) {
    long before = rows(server, "select count(*) from account");
    List<Integer> statuses =
        atOnce(
            () ->
                server.asAdmin(
                    "POST",
                    "/api/v1/accounts",
                    accountBody("guest-" + Thread.currentThread().getId()),
                    "Idempotency-Key: account-8"));
    assertEquals(1, count(statuses, 201), statuses::toString);
    assertEquals(before + 1, rows(server, "select count(*) from account"));
  }

  private static void imports(AttackedServer server) {
    List<Integer> statuses = atOnce(() -> imports(server, "重放乙", "import-8"));
    assertEquals(1, count(statuses, 200), statuses::toString);
    assertEquals(AT_ONCE - 1, count(statuses, 409), statuses::toString);
    assertEquals(1, rows(server, "select count(*) from case_event where title = '重放乙'"));
  }

  /** Without a key the name itself is what may be there once. */
  private static void names(AttackedServer server) {
    List<Integer> statuses =
        atOnce(() -> server.asAdmin("POST", "/api/v1/accounts", accountBody("guest-same")));
    assertEquals(1, count(statuses, 201), statuses::toString);
    assertEquals(AT_ONCE - 1, count(statuses, 409), statuses::toString);
  }

  private static void others(AttackedServer server) {
    String key = "Idempotency-Key: shared";
    Attack.answered(server.asAdmin("POST", "/api/v1/accounts", accountBody("guest-s1"), key), 201);
    String body =
        "{\"name\":\"guest-s2\",\"grants\":[{\"role\":\"planner\",\"scope\":\"430399001\"}]}";
    Attack.answered(server.as("administrator-in", "POST", "/api/v1/accounts", body, key), 201);
    Attack.answered(
        server.asAdmin(
            "POST",
            "/api/v1/tokens",
            "{\"name\":\"s\",\"role\":\"planner\",\"scope\":\"*\",\"days\":1}",
            key),
        201);
    String local = "Authorization: Bearer " + server.app.access().localKey().text();
    Attack.answered(
        server.http.send("POST", "/api/v1/accounts", accountBody("guest-s3"), local, key), 201);
  }

  private static void released(AttackedServer server) {
    String key = "Idempotency-Key: failing";
    Attack.answered(server.asAdmin("POST", "/api/v1/accounts", "{\"name\":\"!\"}", key), 400);
    Attack.answered(server.asAdmin("POST", "/api/v1/accounts", accountBody("guest-r"), key), 201);
  }

  private static void longKey(AttackedServer server) {
    Attack.answered(
        server.asAdmin(
            "POST",
            "/api/v1/accounts",
            accountBody("guest-l"),
            "Idempotency-Key: " + "k".repeat(201)),
        400);
  }

  private static void told(AttackedServer server) {
    RawHttp.Answer answer =
        server.as("planner-in", "POST", "/api/v1/accounts", "{}", "Idempotency-Key: account-1");
    Attack.answered(answer, 403);
    Attack.hides(answer, "location", "/api/v1/accounts/1");
  }
}
