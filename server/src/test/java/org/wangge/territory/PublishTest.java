package org.wangge.territory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wangge.db.Database;
import org.wangge.fabric.Fabric;

class PublishTest {
  private static final String BOTH = "org.wangge.db.TestDatabases#both";
  private static final LocalDate MAY = LocalDate.of(2026, 5, 1);
  private static final LocalDate JUNE = LocalDate.of(2026, 6, 1);
  private static final String NEW_CODE = "430399901000099";

  /** The face whose south-west corner stands in that column and row. */
  private static int block(InForce inForce, int column, int row) {
    return inForce.faceAt(112.0007 + column * 1e-3, 27.0007 + row * 1e-3);
  }

  @ParameterizedTest
  @MethodSource(BOTH)
  void whatIsPublishedComesBackIdenticalAndTheOldPlanStays(Database database) {
    Territory territory = TestDistricts.published(database, 8);
    InForce first = territory.inForce();
    Redraw redraw = Redraw.of(first).assign(1, block(first, 1, 0)).rename(1, "东门网格");
    InForce published = territory.publish(redraw.from(MAY));
    InForce reloaded = TestDistricts.territory(database).asOf(MAY);
    assertEquals(2, published.publication().number());
    assertEquals(published.plan().hash(), reloaded.plan().hash());
    assertEquals(territory.preview(redraw.proposal()).plan().hash(), reloaded.plan().hash());
    assertEquals("东门网格", reloaded.grid(1).name());
    InForce old = TestDistricts.territory(database).asOf(MAY.minusDays(1));
    assertEquals(first.plan().hash(), old.plan().hash());
    assertEquals(first.grids(), old.grids());
    assertTrue(SelfCheck.of(reloaded).holds());
    assertTrue(SelfCheck.of(old).holds());
  }

  @ParameterizedTest
  @MethodSource(BOTH)
  void aFuturePlanWaitsForItsDay(Database database) {
    Territory territory = TestDistricts.published(database, 8);
    InForce first = territory.inForce();
    territory.publish(Redraw.of(first).assign(1, block(first, 1, 0)).from(JUNE));
    assertSame(first, territory.inForce());
    assertEquals(1, territory.asOf(JUNE.minusDays(1)).publication().number());
    assertEquals(2, territory.asOf(JUNE).publication().number());
  }

  @ParameterizedTest
  @MethodSource(BOTH)
  void aBaseThatIsNotTheLastIsStaleOnEveryServer(Database database) {
    Territory one = TestDistricts.published(database, 8);
    Territory other = TestDistricts.territory(database);
    InForce first = one.inForce();
    NextPublication second = Redraw.of(first).rename(0, "甲").from(MAY);
    one.publish(second);
    StaleBaseException stale =
        assertThrows(
            StaleBaseException.class,
            () -> other.publish(Redraw.of(first).rename(1, "乙").from(MAY)));
    assertEquals(List.of(2), stale.newer().stream().map(Publication::number).toList());
    assertEquals(2, TestDistricts.territory(database).publications().size());
  }

  @ParameterizedTest
  @MethodSource(BOTH)
  void anotherServerHears(Database database) throws InterruptedException {
    Territory one = TestDistricts.published(database, 8);
    Territory other = TestDistricts.territory(database);
    CountDownLatch heard = new CountDownLatch(1);
    other.onChange(() -> countDownAtTwo(other, heard));
    one.publish(Redraw.of(one.inForce()).rename(0, "甲").from(MAY));
    assertTrue(heard.await(10, TimeUnit.SECONDS));
    assertEquals("甲", other.inForce().grid(0).name());
    assertEquals(one.inForce().version(), other.inForce().version());
  }

  /** The notice of the first publication may come late. */
  private static void countDownAtTwo(Territory territory, CountDownLatch heard) {
    if (territory.publications().size() == 2) {
      heard.countDown();
    }
  }

  @ParameterizedTest
  @MethodSource(BOTH)
  void aCorrectionHoldsFromTheSameDayAndWhatWasBelievedStaysOnRecord(Database database) {
    Territory territory = TestDistricts.published(database, 8);
    InForce first = territory.inForce();
    int block = block(first, 1, 0);
    InForce wrong = territory.publish(Redraw.of(first).assign(1, block).rename(1, "错").from(MAY));
    InForce right = territory.publish(Redraw.of(wrong).assign(0, block).correcting(MAY));
    assertEquals(right.version(), territory.asOf(MAY).version());
    assertEquals(0, territory.asOf(MAY).plan().zone(block));
    Territory reopened = TestDistricts.territory(database);
    assertEquals(wrong.plan().hash(), reopened.findPublication(2).orElseThrow().plan().hash());
    assertEquals(
        2,
        reopened
            .findAsOf(MAY, wrong.publication().recorded())
            .orElseThrow()
            .publication()
            .number());
    assertEquals(3, reopened.findAsOf(MAY).orElseThrow().publication().number());
    assertEquals(
        1,
        reopened
            .findAsOf(MAY.minusDays(1), right.publication().recorded())
            .orElseThrow()
            .publication()
            .number());
  }

  @ParameterizedTest
  @MethodSource(BOTH)
  void aCorrectionBringsBackAGridThatShouldNotHaveGone(Database database) {
    Territory territory = TestDistricts.published(database, 8);
    InForce first = territory.inForce();
    InForce wrong = territory.publish(Redraw.of(first).merge(15, 14).from(MAY));
    Proposal back =
        new Proposal(2, first.fabric(), first.plan().zones(), first.grids(), first.inPieces());
    InForce right =
        territory.publish(
            new NextPublication(back, MAY, "", "审核员", "", NextPublication.Kind.CORRECT));
    assertEquals(15, wrong.grids().size());
    assertEquals(first.plan().hash(), right.plan().hash());
    assertEquals(first.roles(first.grid(15)), right.roles(right.grid(15)));
    GridHistory history = territory.history(TestDistricts.gridCode(15)).orElseThrow();
    assertEquals(2, history.versions().size());
    assertEquals(
        List.of("abolish", "merge", "create", "split"),
        kinds(territory, TestDistricts.gridCode(15)));
    assertEquals(List.of(), territory.brokenLinks());
  }

  @ParameterizedTest
  @MethodSource(BOTH)
  void everythingThatHappensToGridsIsAnEvent(Database database) {
    Territory territory = TestDistricts.published(database, 8);
    InForce first = territory.inForce();
    territory.publish(
        Redraw.of(first)
            .assign(1, block(first, 1, 0))
            .create(NEW_CODE, block(first, 4, 0), block(first, 4, 1))
            .rename(5, "更名")
            .recode(6, "430399901000098")
            .merge(15, 14)
            .from(MAY));
    GridHistory history = territory.history(TestDistricts.gridCode(0)).orElseThrow();
    assertEquals(
        List.of("transfer"), history.events().stream().map(it -> it.kind().code()).toList());
    assertEquals(List.of("split"), kinds(territory, TestDistricts.gridCode(2)));
    assertEquals(List.of("create", "split"), kinds(territory, NEW_CODE));
    assertEquals(List.of("rename"), kinds(territory, TestDistricts.gridCode(5)));
    assertEquals(List.of("recode"), kinds(territory, "430399901000098"));
    assertEquals(List.of("recode"), kinds(territory, TestDistricts.gridCode(6)));
    assertEquals(List.of("abolish", "merge"), kinds(territory, TestDistricts.gridCode(15)));
    assertEquals(2, history.versions().size());
    assertEquals(30, history.versions().get(1).households());
    assertEquals(
        List.of(30, 10), history.lineage().stream().map(GridHistory.Step::households).toList());
    assertEquals(
        List.of(0.75, 0.25), history.lineage().stream().map(GridHistory.Step::share).toList());
    assertTrue(territory.history("430399901000555").isEmpty());
  }

  private static List<String> kinds(Territory territory, String code) {
    return territory.history(code).orElseThrow().events().stream()
        .map(it -> it.kind().code())
        .toList();
  }

  @ParameterizedTest
  @MethodSource(BOTH)
  void whatBreaksARuleIsRefusedAndLeavesNothing(Database database) {
    Territory territory = TestDistricts.published(database, 8);
    InForce first = territory.inForce();
    InForce second =
        territory.publish(
            Redraw.of(first).create(NEW_CODE, block(first, 0, 0), block(first, 0, 1)).from(MAY));
    InForce third = territory.publish(Redraw.of(second).merge(16, 0).from(JUNE));
    refused("before the last", territory, Redraw.of(third).rename(0, "x").from(MAY));
    refused("a correction holds", territory, Redraw.of(third).correcting(JUNE.plusDays(1)));
    refused("2 pieces", territory, Redraw.of(third).assign(1, block(third, 0, 0)).from(JUNE));
    refused(
        "was given before",
        territory,
        Redraw.of(third).create(NEW_CODE, block(third, 4, 0), block(third, 4, 1)).from(JUNE));
    refused("does not match", territory, Redraw.of(third).recode(0, "x").from(JUNE));
    refused(
        "no block",
        territory,
        Redraw.of(third)
            .merge(0, 1)
            .create("430399901000088", block(third, 5, 5))
            .assign(0, block(third, 5, 5))
            .from(JUNE));
    assertEquals(3, TestDistricts.territory(database).publications().size());
  }

  private static void refused(String reason, Territory territory, NextPublication next) {
    RefusedPublicationException refused =
        assertThrows(RefusedPublicationException.class, () -> territory.publish(next));
    assertTrue(refused.getMessage().contains(reason), refused.getMessage());
  }

  @ParameterizedTest
  @MethodSource(BOTH)
  void aCompanionThatThrowsTakesThePublicationWithIt(Database database) {
    Territory territory = TestDistricts.published(database, 8);
    NextPublication next = Redraw.of(territory.inForce()).rename(0, "甲").from(MAY);
    assertThrows(
        IllegalStateException.class,
        () ->
            territory.publish(
                next,
                stored -> {
                  throw new IllegalStateException("draft cannot be closed");
                }));
    assertEquals(1, territory.publications().size());
    assertEquals("甲", territory.publish(next).grid(0).name());
  }

  @ParameterizedTest
  @MethodSource(BOTH)
  void aSplitBlockTakesItsBuildingsAlongAndTheOldPublicationShowsItsOwn(Database database) {
    Territory territory = TestDistricts.published(database, 8);
    InForce first = territory.inForce();
    Fabric cut = TestDistricts.cut(8, new int[] {1, 1}, new int[] {6, 3});
    Redraw redraw = Redraw.of(first).on(cut);
    InForce drawn = territory.preview(redraw.proposal());
    int east = drawn.faceAt(112.00180, 27.0015);
    int neighbour = drawn.plan().zone(drawn.faceAt(112.0025, 27.0015));
    InForce second = territory.publish(redraw.assign(neighbour, east).from(MAY));
    assertEquals(66, second.fabric().faceCount());
    assertEquals(2, second.publication().fabric());
    InForce reloaded = TestDistricts.territory(database).asOf(MAY);
    InForce old = TestDistricts.territory(database).asOf(MAY.minusDays(1));
    assertEquals(second.plan().hash(), reloaded.plan().hash());
    assertEquals(first.plan().hash(), old.plan().hash());
    assertEquals(grids(first), grids(old));
    assertEquals(30, reloaded.plan().households(0));
    assertEquals(3, reloaded.buildings().countIn(0));
    assertEquals(5, reloaded.buildings().countIn(neighbour));
    assertTrue(SelfCheck.of(reloaded).holds());
    IntStream.range(0, 66)
        .forEach(
            f ->
                assertEquals(
                    first.faceAt(lon(reloaded, f), lat(reloaded, f)),
                    reloaded.fabric().parentFace(f)));
  }

  private static double lon(InForce of, int face) {
    return of.blockShape(face).lonLat().getInteriorPoint().getX();
  }

  private static double lat(InForce of, int face) {
    return of.blockShape(face).lonLat().getInteriorPoint().getY();
  }

  private static List<String> grids(InForce of) {
    return IntStream.range(0, of.buildings().count())
        .mapToObj(i -> of.grid(of.plan().zone(of.buildings().face(i))).code())
        .toList();
  }

  @ParameterizedTest
  @MethodSource(BOTH)
  void newGridsStartWithOpenSlotsAndKeptOnesKeepTheirs(Database database) {
    Territory territory = TestDistricts.published(database, 8);
    InForce first = territory.inForce();
    InForce second =
        territory.publish(
            Redraw.of(first).create(NEW_CODE, block(first, 0, 0), block(first, 0, 1)).from(MAY));
    assertEquals(first.roles(first.grid(0)), second.roles(second.grid(0)));
    List<RoleSlot> open = second.roles(second.findGrid(NEW_CODE).orElseThrow());
    assertEquals(4, open.size());
    assertTrue(open.stream().allMatch(slot -> slot.holder() == null));
  }

  @ParameterizedTest
  @MethodSource(BOTH)
  void theChainTellsWhatWasAltered(Database database) {
    Territory territory = TestDistricts.published(database, 8);
    territory.publish(Redraw.of(territory.inForce()).rename(0, "甲").from(MAY));
    assertEquals(List.of(), TestDistricts.territory(database).brokenLinks());
    database.useTransaction(
        handle -> handle.execute("update publication set document = 'x' where number = 2"));
    assertNotEquals(List.of(), TestDistricts.territory(database).brokenLinks());
  }
}
