package org.wangge.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.wangge.db.Database;
import org.wangge.db.TestDatabases;

/** Runs the attacks of one matter on the whole server, on H2 and on PostGIS. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AttackRun {
  private final Map<String, AttackedServer> servers = new LinkedHashMap<>();
  private final List<String> failed = new ArrayList<>();

  /** What is tried. */
  abstract List<Attack> attacks();

  AttackedServer open(Database database) {
    return AttackedServer.open(database);
  }

  @BeforeAll
  void start() {
    servers.put("H2", open(TestDatabases.h2()));
    servers.put("PostGIS", open(TestDatabases.postgis()));
  }

  Stream<Arguments> both() {
    return attacks().stream()
        .flatMap(attack -> servers.keySet().stream().map(name -> Arguments.of(name, attack)));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("both")
  void fails(String database, Attack attack) {
    AttackedServer server = servers.get(database);
    failed.add(attack.name());
    attack.on(server);
    failed.remove(attack.name());
  }

  /** After all that the server still is what it was. */
  @AfterAll
  void stands() {
    try {
      assertEquals(List.of(), failed, "attacks that succeeded");
      servers.values().forEach(AttackRun::requireSound);
    } finally {
      servers.values().forEach(AttackedServer::close);
    }
  }

  private static void requireSound(AttackedServer server) {
    assertEquals(200, server.http.send("GET", "/health/ready", "").status());
    assertTrue(server.app.access().audit().verify("").holds(), "the audit trail is broken");
  }
}
