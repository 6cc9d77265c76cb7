package org.wangge.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wangge.access.AuditLog.Entry;
import org.wangge.db.Database;
import org.wangge.db.Dialect;
import org.wangge.db.Where;
import org.wangge.policy.Viewer;

class AuditLogTest {
  private static final Viewer SOMEBODY = Viewer.local("somebody");

  private static AuditLog log(Database database) {
    return new AuditLog(new AuditStore(database), new MovableClock());
  }

  private static AuditLog logOfThree(Database database) {
    AuditLog log = log(database);
    for (String subject : List.of("one", "two", "three")) {
      log.note(SOMEBODY, "10.0.0.1", Entry.done("write", subject));
    }
    return log;
  }

  /** What somebody with the keys of the database could do. */
  private static void tamper(Database database, String sql) {
    database.useTransaction(
        handle -> {
          if (database.dialect() == Dialect.POSTGIS) {
            handle.execute("alter table audit_event disable trigger all");
          }
          handle.execute(sql);
        });
  }

  @ParameterizedTest
  @MethodSource("org.wangge.db.TestDatabases#both")
  void anUntouchedChainHolds(Database database) {
    AuditLog.Verification found = logOfThree(database).verify("");
    assertTrue(found.holds());
    assertEquals(3, found.events());
  }

  @ParameterizedTest
  @MethodSource("org.wangge.db.TestDatabases#both")
  void aChangedEventIsFound(Database database) {
    AuditLog log = logOfThree(database);
    tamper(database, "update audit_event set subject = 'other' where seq = 2");
    assertEquals(Optional.of(2L), log.verify("").broken());
  }

  @ParameterizedTest
  @MethodSource("org.wangge.db.TestDatabases#both")
  void aMissingEventIsFound(Database database) {
    AuditLog log = logOfThree(database);
    tamper(database, "delete from audit_event where seq = 2");
    assertEquals(Optional.of(2L), log.verify("").broken());
  }

  @ParameterizedTest
  @MethodSource("org.wangge.db.TestDatabases#both")
  void aCutEndIsFound(Database database) {
    AuditLog log = logOfThree(database);
    tamper(database, "delete from audit_event where seq = 3");
    assertEquals(Optional.of(3L), log.verify("").broken());
  }

  @ParameterizedTest
  @MethodSource("org.wangge.db.TestDatabases#both")
  void aChainWrittenAnewIsFoundByAHeadKeptElsewhere(Database database) {
    String kept = logOfThree(database).verify("").head();
    tamper(database, "delete from audit_event");
    tamper(database, "update audit_head set seq = 0, hash = ''");
    AuditLog anew = log(database);
    anew.note(SOMEBODY, "", Entry.done("write", "nothing happened"));
    assertTrue(anew.verify("").holds());
    assertFalse(anew.verify(kept).holds());
  }

  @ParameterizedTest
  @MethodSource("org.wangge.db.TestDatabases#both")
  void eventsAddedAtOnceMakeOneChain(Database database) throws Exception {
    AuditLog log = log(database);
    ExecutorService pool = Executors.newFixedThreadPool(8);
    List<Future<?>> futures =
        IntStream.range(0, 80)
            .<Future<?>>mapToObj(
                i ->
                    pool.submit(
                        () -> log.note(SOMEBODY, "10.0.0.1", Entry.done("write", "number " + i))))
            .toList();
    for (Future<?> each : futures) {
      each.get();
    }
    pool.shutdown();
    AuditLog.Verification found = log.verify("");
    assertTrue(found.holds(), found.why());
    assertEquals(80, found.events());
  }

  @ParameterizedTest
  @MethodSource("org.wangge.db.TestDatabases#both")
  void anEventStandsOrFallsWithWhatItTells(Database database) {
    AuditLog log = log(database);
    assertThrows(
        IllegalStateException.class,
        () ->
            database.useTransaction(
                handle -> {
                  log.note(SOMEBODY, "", Entry.done("write", "undone"));
                  throw new IllegalStateException("the work failed");
                }));
    assertEquals(0, log.verify("").events());
  }

  @ParameterizedTest
  @MethodSource("org.wangge.db.TestDatabases#both")
  void numbersOfPersonsAreNotWrittenDown(Database database) {
    AuditStore store = new AuditStore(database);
    log(database)
        .note(
            SOMEBODY,
            "",
            Entry.done("read", "?q=13873211234").change("430302199003071234", "\r\n", ""));
    AuditEvent event = store.list(new Where(), 1).get(0);
    assertEquals("?q=138****1234", event.subject());
    assertEquals("430***************", event.before());
    assertEquals("  ", event.after());
  }

  @ParameterizedTest
  @MethodSource("org.wangge.db.TestDatabases#both")
  void onPostgisTheTableItselfRefusesChanges(Database database) {
    logOfThree(database);
    for (String sql :
        List.of(
            "update audit_event set subject = 'x'",
            "delete from audit_event",
            "truncate audit_event")) {
      if (database.dialect() == Dialect.POSTGIS) {
        assertThrows(
            RuntimeException.class, () -> database.useTransaction(handle -> handle.execute(sql)));
      }
    }
    assertTrue(log(database).verify("").holds());
  }
}
