package org.wangge.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChangeTopicTest {
  private final AtomicInteger heard = new AtomicInteger();

  @ParameterizedTest
  @MethodSource("org.wangge.db.TestDatabases#both")
  void whoChangesIsHeardBeforeItGoesOn(Database database) {
    ChangeTopic topic = new ChangeTopic(database, "drums");
    topic.onChange(heard::incrementAndGet);
    assertEquals(3, topic.change(handle -> 3));
    assertTrue(heard.get() >= 1);
  }

  @ParameterizedTest
  @MethodSource("org.wangge.db.TestDatabases#both")
  void whatFailsIsNotTold(Database database) {
    ChangeTopic topic = new ChangeTopic(database, "drums");
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
}
