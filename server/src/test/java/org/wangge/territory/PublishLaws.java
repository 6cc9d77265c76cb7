package org.wangge.territory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.wangge.db.Database;
import org.wangge.db.TestDatabases;
import org.wangge.fabric.Fabric;

/** Random successions of publications: moves, new grids, merges, recodes, corrections, cuts. */
class PublishLaws {
  private static final int SIZE = 8;
  private static final int PUBLICATIONS = 8;

  @Property(tries = 12, shrinking = ShrinkingMode.OFF)
  void everySuccessionIsTotalAndTellsWhereEverybodyWent(@ForAll long seed) {
    try (Database database = TestDatabases.h2()) {
      new Run(TestDistricts.published(database, SIZE), new SplittableRandom(seed)).run(database);
    }
  }

  @Property(tries = 3, shrinking = ShrinkingMode.OFF)
  void onPostgresToo(@ForAll long seed) {
    try (Database database = TestDatabases.postgis()) {
      new Run(TestDistricts.published(database, SIZE), new SplittableRandom(seed)).run(database);
    }
  }

  /** One succession, with what it should be remembered as. */
  private static final class Run {
    private final Territory territory;
    private final SplittableRandom random;
    private final List<InForce> published = new ArrayList<>();
    private final List<int[]> cuts = new ArrayList<>();
    private int newCodes;

    Run(Territory territory, SplittableRandom random) {
      this.territory = territory;
      this.random = random;
      published.add(territory.inForce());
    }

    void run(Database database) {
      for (int tries = 0; tries < 200 && published.size() < PUBLICATIONS; tries++) {
        InForce last = published.get(published.size() - 1);
        try {
          published.add(territory.publish(next(last)));
        } catch (RefusedPublicationException refused) {
          assertTrue(
              refused.reasons().stream().allMatch(it -> it.matches(".*(pieces|no block).*")),
              refused.getMessage());
        }
      }
      assertEquals(PUBLICATIONS, published.size());
      Territory reopened = TestDistricts.territory(database);
      everyPublicationIsAsItWas(reopened);
      everyDayIsTotal(reopened);
      everyShareIsTold(database);
      noCodeIsGivenTwice(database);
      assertEquals(List.of(), reopened.brokenLinks());
    }

    private NextPublication next(InForce last) {
      Redraw redraw = Redraw.of(last);
      int changes = random.nextInt(1, 4);
      for (int i = 0; i < changes; i++) {
        change(last, redraw);
      }
      LocalDate day = last.publication().effective();
      return random.nextInt(4) == 0
          ? redraw.correcting(day)
          : redraw.from(day.plusDays(random.nextInt(0, 60)));
    }

    private void change(InForce last, Redraw redraw) {
      int face = random.nextInt(last.fabric().faceCount());
      int[] around = last.fabric().neighbours(face);
      int other = last.plan().zone(around[random.nextInt(around.length)]);
      switch (random.nextInt(7)) {
        case 0, 1, 2 -> redraw.assignIn(last, other, face);
        case 3 -> redraw.createIn(last, "4303999100%05d".formatted(++newCodes), face);
        case 4 -> redraw.renameFirst("名" + random.nextInt(1000));
        case 5 -> redraw.recodeFirst("4303999200%05d".formatted(++newCodes));
        default -> cut(redraw);
      }
    }

    /** A grid disappears when its last block is given away. */
    private void cut(Redraw redraw) {
      cuts.add(new int[] {random.nextInt(SIZE), random.nextInt(SIZE)});
      Fabric refined = TestDistricts.cut(SIZE, distinct(cuts));
      redraw.on(refined);
    }

    private static int[][] distinct(List<int[]> cuts) {
      Map<Integer, int[]> byCell = new HashMap<>();
      cuts.forEach(cut -> byCell.put(cut[0] * SIZE + cut[1], cut));
      return byCell.values().toArray(int[][]::new);
    }

    private void everyPublicationIsAsItWas(Territory reopened) {
      for (InForce given : published) {
        InForce stored = reopened.findPublication(given.publication().number()).orElseThrow();
        assertEquals(given.plan().hash(), stored.plan().hash());
        assertEquals(given.grids(), stored.grids());
        assertEquals(given.inPieces(), stored.inPieces());
        assertEquals(buildingGrids(given), buildingGrids(stored));
      }
    }

    private static List<String> buildingGrids(InForce of) {
      return IntStream.range(0, of.buildings().count())
          .mapToObj(i -> of.grid(of.plan().zone(of.buildings().face(i))).code())
          .toList();
    }

    /** On a day holds the last publication that took effect by then. */
    private void everyDayIsTotal(Territory reopened) {
      LocalDate end = published.get(published.size() - 1).publication().effective().plusDays(2);
      TestDistricts.FIRST_DAY
          .minusDays(1)
          .datesUntil(end)
          .forEach(
              day ->
                  assertEquals(
                      expected(day),
                      reopened.findAsOf(day).map(found -> found.publication().number()),
                      day::toString));
      for (InForce given : published) {
        for (int shift = -1; shift <= 1; shift++) {
          LocalDate day = given.publication().effective().plusDays(shift);
          reopened.findAsOf(day).ifPresent(Run::assertTotal);
          assertEquals(day.isBefore(TestDistricts.FIRST_DAY), reopened.findAsOf(day).isEmpty());
        }
        assertEquals(
            given.publication().number(),
            reopened
                .findAsOf(given.publication().effective(), given.publication().recorded())
                .orElseThrow()
                .publication()
                .number());
      }
    }

    private Optional<Integer> expected(LocalDate day) {
      return published.stream()
          .map(InForce::publication)
          .filter(publication -> !publication.effective().isAfter(day))
          .map(Publication::number)
          .max(Integer::compare);
    }

    private static void assertTotal(InForce of) {
      int households = IntStream.range(0, of.grids().size()).map(of.plan()::households).sum();
      assertEquals(SIZE * SIZE * 10, households);
      assertEquals(SIZE * SIZE, of.buildings().count());
      assertTrue(SelfCheck.of(of).holds(), () -> SelfCheck.of(of).answer().toString());
    }

    private void everyShareIsTold(Database database) {
      List<Double> sums =
          database.read(
              handle ->
                  handle
                      .createQuery(
                          "select sum(l.share) from lineage l join change_event e on e.id = l.event"
                              + " group by e.publication, l.from_grid")
                      .mapTo(Double.class)
                      .list());
      sums.forEach(sum -> assertEquals(1, sum, 1e-9));
      assertTrue(!sums.isEmpty());
    }

    private static void noCodeIsGivenTwice(Database database) {
      List<String> codes =
          database.read(
              handle ->
                  handle
                      .createQuery("select distinct code || ' ' || grid from grid_version")
                      .mapTo(String.class)
                      .list());
      Set<String> seen = new HashSet<>();
      codes.forEach(text -> assertTrue(seen.add(text.split(" ")[0]), text));
    }
  }
}
