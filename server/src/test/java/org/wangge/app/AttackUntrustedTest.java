package org.wangge.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.wangge.db.Database;

/** What only a proxy may say, said by anybody: this server trusts none. */
class AttackUntrustedTest extends AttackRun {

  @Override
  AttackedServer open(Database database) {
    return new AttackedServer(database, AttackedServer.config(false, Set.of()));
  }

  @Override
  List<Attack> attacks() {
    return all();
  }

  static List<Attack> all() {
    List<Attack> all = new ArrayList<>();
    for (String line :
        List.of(
            "X-Forwarded-Host: evil.example",
            "X-Forwarded-Prefix: /evil.example",
            "X-Forwarded-Proto: evil.example",
            "X-Forwarded-Port: 6666",
            "Forwarded: host=evil.example;proto=https",
            "Forwarded: for=192.0.2.1;host=\"evil.example\"",
            "X-Host: evil.example",
            "X-Forwarded-Server: evil.example",
            "X-Original-Host: evil.example")) {
      all.add(Attack.of("untrusted " + line, server -> poisons(server, line)));
    }
    all.add(Attack.of("untrusted word of https", AttackUntrustedTest::https));
    all.add(
        Attack.of(
            "guessing behind made-up addresses without a proxy", AttackUntrustedTest::guesses));
    all.add(Attack.of("a made-up address in the audit trail", AttackUntrustedTest::audited));
    return all;
  }

  private static void poisons(AttackedServer server, String line) {
    for (String path :
        List.of("/ogc?f=json", "/ogc?f=html", "/ogc/api", "/ogc/collections/grids/items?limit=1")) {
      RawHttp.Answer answer = Attack.answered(server.as("planner-in", "GET", path, "", line), 200);
      Attack.hides(answer, "evil.example", "6666");
      assertEquals(server.as("planner-in", "GET", path, "").header("ETag"), answer.header("ETag"));
    }
  }

  private static void https(AttackedServer server) {
    RawHttp.Answer answer =
        server.tryLogin("admin", server.passwords.get("admin"), "X-Forwarded-Proto: https");
    Attack.hides(Attack.answered(answer, 200), "Secure", "Strict-Transport-Security");
  }

  private static void guesses(AttackedServer server) {
    int status = 0;
    for (int i = 0; i < 7; i++) {
      RawHttp.Answer answer =
          server.tryLogin("approver-in", "wrong", "X-Forwarded-For: 203.0.113." + i);
      status = Attack.answered(answer, 401, 429).status();
    }
    assertEquals(429, status);
  }

  private static void audited(AttackedServer server) {
    server.tryLogin("planner-in", "wrong", "X-Forwarded-For: 203.0.113.99");
    Attack.hides(
        Attack.answered(server.as("auditor-in", "GET", "/api/v1/audit?limit=1000", ""), 200),
        "203.0.113.99");
  }
}
