package org.wangge.zoning;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.wangge.fabric.ArcClass;
import org.wangge.fabric.BoundaryLine;
import org.wangge.fabric.Fabric;
import org.wangge.fabric.FabricBuilder;
import org.wangge.fabric.FabricInvariants;
import org.wangge.fabric.FabricOptions;
import org.wangge.fabric.FaceSplit;
import org.wangge.fabric.Livewire;
import org.wangge.fabric.Progress;

/**
 * A board of 6 by 2 blocks of 100 m, ten households each, in three grids of two columns; the first
 * two in one community. Columns are a … f, the lower row is 1: a1, b2.
 */
class RedrawTest {
  private static final int COLUMNS = 6;

  private final Fabric fabric = board();
  private final Redraw redraw = Redraw.of(plan());

  private static Fabric board() {
    List<BoundaryLine> lines = new ArrayList<>();
    for (int i = 0; i <= COLUMNS; i++) {
      lines.add(line(100_000L * i, 0, 100_000L * i, 200_000, "纵" + i + "路"));
    }
    for (int i = 0; i <= 2; i++) {
      lines.add(line(0, 100_000L * i, 100_000L * COLUMNS, 100_000L * i, "横" + i + "路"));
    }
    Geometry domain = new GeometryFactory().toGeometry(new Envelope(0, 100 * COLUMNS, 0, 200));
    Fabric fabric =
        FabricBuilder.build(lines, domain, List.of(), FabricOptions.defaults(), Progress.none())
            .fabric();
    int[] ten = new int[fabric.faceCount()];
    Arrays.fill(ten, 10);
    return fabric.withCounts(ten, ten);
  }

  private static BoundaryLine line(long x1, long y1, long x2, long y2, String name) {
    return BoundaryLine.of(new long[] {x1, x2}, new long[] {y1, y2}, ArcClass.LOCAL, name);
  }

  private Plan plan() {
    int[] zone = new int[fabric.faceCount()];
    for (int column = 0; column < COLUMNS; column++) {
      for (int row = 1; row <= 2; row++) {
        zone[face((char) ('a' + column), row)] = column / 2;
      }
    }
    return Plan.of(fabric, zone, new int[] {0, 0, 1}, new int[] {0, 0});
  }

  private int face(char column, int row) {
    return fabric.faceAt(100_000L * (column - 'a') + 50_000, 100_000L * row - 50_000);
  }

  private int[] blocks(String... names) {
    return Arrays.stream(names)
        .mapToInt(name -> face(name.charAt(0), name.charAt(1) - '0'))
        .sorted()
        .toArray();
  }

  private Redraw after(Outcome outcome) {
    assertFalse(outcome.isRefused(), () -> outcome.objections().toString());
    return redraw.apply(outcome.step().orElseThrow());
  }

  private static Rule rule(Outcome outcome) {
    assertTrue(outcome.isRefused());
    return outcome.objections().get(0).rule();
  }

  @Test
  void aBlockGoesToTheNeighbour() {
    Redraw after = after(Assignment.of(redraw, blocks("c1"), 0, false));
    assertArrayEquals(blocks("a1", "a2", "b1", "b2", "c1"), after.faces(0));
  }

  @Test
  void aStepIsTakenBack() {
    Step step = Assignment.of(redraw, blocks("c1"), 0, false).step().orElseThrow();
    assertArrayEquals(redraw.zones(), redraw.apply(step).revert(step).zones());
  }

  @Test
  void aGridStaysInItsCommunity() {
    Outcome outcome = Assignment.of(redraw, blocks("d1", "e1"), 0, false);
    assertEquals(Rule.NESTING, rule(outcome));
    assertArrayEquals(blocks("e1"), outcome.objections().get(0).faces());
  }

  @Test
  void whatWouldNotTouchIsJoinedByTheShortestRow() {
    Outcome outcome = Assignment.of(redraw, blocks("d1"), 0, false);
    assertEquals(Rule.CONTIGUITY, rule(outcome));
    assertArrayEquals(blocks("d1"), outcome.objections().get(0).faces());
    assertArrayEquals(blocks("c1", "d1"), outcome.remedy());
  }

  @Test
  void whatWouldBeCutOffIsTakenAlong() {
    Redraw wide = after(Assignment.of(redraw, blocks("c1", "c2"), 0, false));
    Redraw bent =
        wide.apply(Assignment.of(wide, blocks("c1", "b1"), 1, false).step().orElseThrow());
    Outcome outcome = Assignment.of(bent, blocks("b2"), 1, false);
    assertEquals(Rule.CONTIGUITY, rule(outcome));
    assertArrayEquals(blocks("b2", "c2"), outcome.remedy());
  }

  @Test
  void whoKnowsBetterIsWarnedOnly() {
    Outcome outcome = Assignment.of(redraw, blocks("d1"), 0, true);
    assertFalse(outcome.isRefused());
    assertEquals(Rule.CONTIGUITY, outcome.objections().get(0).rule());
  }

  @Test
  void aGridIsNotEmptied() {
    Outcome outcome = Assignment.of(redraw, blocks("c1", "c2", "d1", "d2"), 0, false);
    assertEquals(Rule.EMPTY, rule(outcome));
  }

  @Test
  void aLockedGridNeitherLosesNorGains() {
    Redraw locked = redraw.apply(new Step.Locked(true, new int[] {0}, new int[0]));
    assertEquals(Rule.LOCK, rule(Assignment.of(locked, blocks("c1"), 0, false)));
    assertEquals(Rule.LOCK, rule(Assignment.of(locked, blocks("b1"), 1, false)));
  }

  @Test
  void aLockedBorderStays() {
    int[] border = IntStream.range(0, fabric.arcCount()).filter(this::isBetweenB1AndC1).toArray();
    Redraw locked = redraw.apply(new Step.Locked(true, new int[0], border));
    assertEquals(Rule.LOCK, rule(Assignment.of(locked, blocks("c1"), 0, false)));
    assertFalse(Assignment.of(locked, blocks("c2"), 0, false).isRefused());
  }

  private boolean isBetweenB1AndC1(int arc) {
    int[] sides = {fabric.face(2 * arc), fabric.face(2 * arc + 1)};
    Arrays.sort(sides);
    return Arrays.equals(sides, blocks("b1", "c1"));
  }

  /** Column 1 from the lower edge to the upper. */
  private int[] street(int column) {
    Livewire wire = Livewire.of(fabric);
    int from = wire.findNode(100_000L * column, 0, 1, n -> true).orElseThrow();
    int to = wire.findNode(100_000L * column, 200_000, 1, n -> true).orElseThrow();
    return wire.find(from, to).orElseThrow().arcs();
  }

  @Test
  void aPathSplitsAGrid() {
    Redraw after = after(ZoneCuts.split(redraw, 0, street(1)));
    assertEquals(4, after.zoneCount());
    assertEquals(0, after.community(3));
    assertEquals(2, after.faces(0).length);
    assertEquals(2, after.faces(3).length);
  }

  @Test
  void aPathThatCutsNothingIsRefused() {
    assertEquals(Rule.PATH, rule(ZoneCuts.split(redraw, 0, street(4))));
  }

  @Test
  void gridsOfOneCommunityMerge() {
    Redraw after = after(ZoneCuts.merge(redraw, new int[] {0, 1}, 1));
    assertTrue(after.isEmpty(0));
    assertEquals(8, after.faces(1).length);
    assertEquals(Rule.NESTING, rule(ZoneCuts.merge(redraw, new int[] {1, 2}, 1)));
  }

  @Test
  void aBorderIsPushedToTheNextStreet() {
    int[] path = BorderPath.past(redraw, Livewire.of(fabric), 0, 1, 310_000, 120_000).orElseThrow();
    Redraw after = after(ZoneCuts.push(redraw, 0, 1, path));
    assertArrayEquals(blocks("a1", "a2", "b1", "b2", "c1", "c2"), after.faces(0));
  }

  @Test
  void aBorderIsPushedBack() {
    int[] path = BorderPath.past(redraw, Livewire.of(fabric), 0, 1, 90_000, 110_000).orElseThrow();
    Redraw after = after(ZoneCuts.push(redraw, 0, 1, path));
    assertArrayEquals(blocks("a1", "a2"), after.faces(0));
  }

  @Test
  void aBlockIsSplitAndPutTogetherAgain() {
    FaceSplit split =
        FaceSplit.of(
                fabric, face('a', 1), new long[] {50_000, 50_000}, new long[] {-1_000, 150_000})
            .orElseThrow()
            .withCounts(new int[] {4, 6}, new int[] {4, 6});
    assertEquals(List.of(), FabricInvariants.check(split.fabric()));
    Step step = new Step.Refined(fabric, split);
    Redraw after = redraw.apply(step);
    assertEquals(13, after.fabric().faceCount());
    assertEquals(5, after.faces(0).length);
    assertEquals(40, after.households(after.faces(0)));
    assertArrayEquals(redraw.zones(), after.revert(step).zones());
  }

  @Test
  void aLineThatEndsInsideSplitsNothing() {
    assertTrue(
        FaceSplit.of(fabric, face('a', 1), new long[] {50_000, 50_000}, new long[] {-1_000, 50_000})
            .isEmpty());
  }

  @Test
  void aGridIsBroughtIntoTheBand() {
    Redraw lopsided = after(Assignment.of(redraw, blocks("c1", "c2"), 0, false));
    Rebalance.Answer answer =
        Rebalance.of(
            lopsided, new Rebalance.Request(new int[] {0, 1}, new Band(35, 40, 45), 30, 1));
    Redraw after = lopsided.apply(answer.step().orElseThrow());
    assertEquals(40, after.households(after.faces(0)));
    assertEquals(20, answer.householdsMoved());
    assertTrue(answer.notes().stream().allMatch(n -> n.unmet() == Rebalance.Unmet.NONE));
  }

  @Test
  void noMoreIsMovedThanAllowed() {
    Redraw lopsided = after(Assignment.of(redraw, blocks("c1", "c2"), 0, false));
    Rebalance.Answer answer =
        Rebalance.of(
            lopsided, new Rebalance.Request(new int[] {0, 1}, new Band(35, 40, 45), 10, 1));
    assertEquals(10, answer.householdsMoved());
    assertTrue(answer.notes().stream().anyMatch(n -> n.unmet() == Rebalance.Unmet.CAP));
  }

  @Test
  void aCommunityIsDrawnAnewWithoutTouchingOthers() {
    Redraw after = redraw.apply(Redesign.counted(redraw, 0, 4, 1).step().orElseThrow());
    assertArrayEquals(redraw.faces(2), after.faces(2));
    int[] sizes =
        IntStream.range(0, after.zoneCount()).map(z -> after.faces(z).length).sorted().toArray();
    assertArrayEquals(new int[] {2, 2, 2, 2, 4}, sizes);
  }
}
