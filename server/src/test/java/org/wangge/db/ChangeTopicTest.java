package org.wangge.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChangeTopicTest {
  private final AtomicInteger heard = new AtomicInteger();

  @ParameterizedTest
  @MethodSource("org.wangge.db.TestDatabases#both")
  void whoChangesIsHeardBeforeItGoesOn(Database database) {
    ChangeTopic topic = new ChangeTopic(database, "cases");
    topic.onChange(heard::incrementAndGet);
    assertEquals(3, topic.change(handle -> 3));
    assertTrue(heard.get() >= 1);
  }

  @ParameterizedTest
  @MethodSource("org.wangge.db.TestDatabases#both")
  void whatFailsIsNotTold(Database database) {
    ChangeTopic topic = new ChangeTopic(database, "cases");
    topic.onChange(heard::incrementAndGet);
    assertThrows(
        RuntimeException.class,
        () ->
            topic.change(
                handle -> {
                  throw new IllegalStateException("no");
                }));
    assertEquals(0, heard.get());
  }

  @ParameterizedTest
  @MethodSource("org.wangge.db.TestDatabases#both")
  void whatIsNumberedOnFromTheLastRowIsAddedByOneAtATime(Database database) throws Exception {
    ChangeTopic topic = new ChangeTopic(database, "cases");
    database.useTransaction(
        handle -> handle.execute("create table numbered (n integer primary key)"));
    ExecutorService threads = Executors.newFixedThreadPool(4);
    List<Future<Long>> added = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      added.add(threads.submit(() -> topic.change(ChangeTopicTest::addNext)));
    }
    threads.shutdown();
    for (Future<Long> each : added) {
      assertEquals(1, each.get());
    }
    int stored = database.read(ChangeTopicTest::last);
    assertEquals(40, stored);
  }

  private static long addNext(Handle handle) {
    return handle.execute("insert into numbered (n) values (?)", last(handle) + 1);
  }

  private static int last(Handle handle) {
    return handle
        .createQuery("select coalesce(max(n), 0) from numbered")
        .mapTo(Integer.class)
        .one();
  }
}
