package org.wangge.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How much is tried. That nothing of it succeeds is asserted by each matter for itself. */
class AttackSummaryTest {
  private static final int FEWEST = 350;

  @Test
  void enoughIsTriedAndEachThingOnce() {
    List<String> names =
        Stream.of(
                AttackInjectionTest.all(),
                AttackHeadersTest.all(),
                AttackUntrustedTest.all(),
                AttackPathTest.all(),
                AttackCsrfTest.all(),
                AttackScopeTest.all(),
                AttackSessionTest.all(),
                AttackBodyTest.all(),
                AttackReplayTest.all(),
                AttackPrivacyTest.all())
            .flatMap(List::stream)
            .map(Attack::name)
            .toList();
    assertEquals(names.size(), names.stream().distinct().count(), "names given twice");
    assertTrue(names.size() >= FEWEST, "only " + names.size() + " attacks");
  }
}
