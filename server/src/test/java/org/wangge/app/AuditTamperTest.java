package org.wangge.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wangge.access.AuditLog;
import org.wangge.db.Database;
import org.wangge.db.Dialect;
import org.wangge.db.TestDatabases;

/** The audit trail under the hands of whoever owns the database. */
class AuditTamperTest {
  private static final String UPDATE = "update audit_event set actor = 'nobody' where seq = 3";
  private static final String DELETE = "delete from audit_event where seq = 3";

  @ParameterizedTest
  @MethodSource("org.wangge.db.TestDatabases#both")
  void everyTamperingShows(Database database) {
    try (AttackedServer server = AttackedServer.open(database)) {
      AuditLog log = server.app.access().audit();
      AuditLog.Verification whole = log.verify("");
      assertTrue(whole.holds());
      assertTrue(log.verify(whole.head()).holds());
      tampering().forEach(sql -> assertShows(server, log, sql, whole));
      assertFalse(log.verify("0".repeat(64)).holds(), "a head that never was");
    }
  }

  private static Stream<List<String>> tampering() {
    String copy =
        "insert into audit_event select %s, at, actor, actor_kind, roles, action, subject, outcome,"
            + " before_text, after_text, why, address, previous_hash, hash from audit_event where seq = 3";
    return Stream.of(
        List.of(UPDATE),
        List.of("update audit_event set why = 'x' where seq = 1"),
        List.of("update audit_event set at = at + interval '1' second where seq = 4"),
        List.of("update audit_event set subject = subject || ' ', action = action where seq = 2"),
        List.of("update audit_event set hash = previous_hash where seq = 5"),
        List.of(DELETE),
        List.of("delete from audit_event where seq = 1"),
        List.of("delete from audit_event where seq > 4"),
        List.of("delete from audit_event"),
        List.of(DELETE, "update audit_event set seq = seq - 1 where seq = 4"),
        List.of(copy.formatted("(select max(seq) + 1 from audit_event)")),
        List.of(copy.formatted("0")),
        List.of("update audit_head set seq = seq - 1"),
        List.of("update audit_head set hash = ''"));
  }

  /** Everything is taken back afterwards: each tampering is alone. */
  private static void assertShows(
      AttackedServer server, AuditLog log, List<String> statements, AuditLog.Verification whole) {
    Consumer<Handle> work =
        handle -> {
          allow(server, handle);
          statements.forEach(handle::execute);
          AuditLog.Verification found = log.verify("");
          assertFalse(found.holds(), statements::toString);
          assertTrue(found.broken().isPresent());
          throw new TakenBack();
        };
    assertThrows(TakenBack.class, () -> server.database().useTransaction(work));
    assertEquals(Optional.empty(), log.verify(whole.head()).broken(), statements::toString);
  }

  /** Ends a transaction without leaving anything. */
  private static final class TakenBack extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private static void allow(AttackedServer server, Handle handle) {
    if (server.database().dialect() != Dialect.H2) {
      handle.execute("alter table audit_event disable trigger audit_event_append_only");
    }
  }

  /** Cutting off the end and moving the head with it shows by a head kept elsewhere alone. */
  @ParameterizedTest
  @MethodSource("org.wangge.db.TestDatabases#both")
  void aCutWithItsHeadShowsByAHeadKeptElsewhere(Database database) {
    try (AttackedServer server = AttackedServer.open(database)) {
      AuditLog log = server.app.access().audit();
      String kept = log.verify("").head();
      server
          .database()
          .useTransaction(
              handle -> {
                allow(server, handle);
                handle.execute("delete from audit_event where seq > 4");
                handle.execute(
                    "update audit_head set seq = 4, hash = (select hash from audit_event where seq = 4)");
              });
      assertTrue(log.verify("").holds());
      assertFalse(log.verify(kept).holds());
    }
  }

  @Test
  void postgresRefusesToChangeIt() {
    try (AttackedServer server = AttackedServer.open(TestDatabases.postgis())) {
      for (String sql :
          List.of(UPDATE, DELETE, "delete from audit_event", "truncate audit_event")) {
        Consumer<Handle> work = handle -> handle.execute(sql);
        assertThrows(
            JdbiException.class, () -> server.database().jdbi().useHandle(work::accept), sql);
      }
      assertTrue(server.app.access().audit().verify("").holds());
    }
  }
}
