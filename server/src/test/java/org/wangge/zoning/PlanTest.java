package org.wangge.zoning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.wangge.fabric.ArcClass;
import org.wangge.fabric.BoundaryLine;
import org.wangge.fabric.Fabric;
import org.wangge.fabric.Wkt;

class PlanTest {
  private static final String SQUARE = "POLYGON ((0 0, 30 0, 30 30, 0 30, 0 0))";

  // 2 5 8
  // 1 4 7     blocks, 10 m each; the middle vertical lines are arterials, the horizontal ones lanes
  // 0 3 6
  private static Fabric nineBlocks() {
    List<BoundaryLine> lines =
        new ArrayList<>(
            Wkt.lines("MULTILINESTRING ((10 0, 10 30), (20 0, 20 30))", ArcClass.ARTERIAL, "大道"));
    lines.addAll(Wkt.lines("MULTILINESTRING ((0 10, 30 10), (0 20, 30 20))", ArcClass.CUT, ""));
    return Wkt.build(SQUARE, lines).fabric();
  }

  private static int[] zones(Fabric fabric, String... rowsFromNorth) {
    int[] zone = new int[fabric.faceCount()];
    for (int f = 0; f < zone.length; f++) {
      int column = (int) (fabric.interiorPoint(f).getX() / 10);
      int row = 2 - (int) (fabric.interiorPoint(f).getY() / 10);
      zone[f] = rowsFromNorth[row].charAt(column) - '0';
    }
    return zone;
  }

  private static Plan plan(String... rowsFromNorth) {
    Fabric fabric = nineBlocks();
    int[] zone = zones(fabric, rowsFromNorth);
    int count = Arrays.stream(zone).max().orElseThrow() + 1;
    return Plan.of(
        fabric, zone, IntStream.range(0, count).map(z -> z / 2).toArray(), new int[] {0, 0, 1, 1});
  }

  private static List<String> polygons(Plan plan) {
    return Arrays.stream(ZonePolygons.of(plan)).map(Geometry::norm).map(Geometry::toText).toList();
  }

  @Test
  void aZoneAroundAnotherHasAHole() {
    Plan plan = plan("000", "010", "000");
    assertEquals(
        "POLYGON ((0 0, 0 10, 0 20, 0 30, 10 30, 20 30, 30 30, 30 20, 30 10, 30 0, 20 0, 10 0, 0"
            + " 0), (10 10, 20 10, 20 20, 10 20, 10 10))",
        polygons(plan).get(0));
    assertEquals(1, BoundaryMeasures.of(plan).holes(0));
    assertEquals(List.of(), PlanInvariants.check(plan));
  }

  @Test
  void aZoneThatTouchesItselfInAPointIsTwoPolygons() {
    Plan plan = plan("110", "101", "011");
    assertEquals(2, ZonePolygons.of(plan)[1].getNumGeometries());
    assertEquals(2, BoundaryMeasures.of(plan).pieces(1));
    assertTrue(PlanInvariants.check(plan).contains("zone 1 lies in 2 pieces"));
  }

  @Test
  void aRingPinchedAtACornerKeepsItsHole() {
    Plan plan = plan("000", "010", "001");
    Geometry around = ZonePolygons.of(plan)[0];
    assertTrue(around.isValid());
    assertEquals(700, around.getArea());
  }

  @Test
  void theLevelOfAnArcIsTheHighestUnitThatChanges() {
    Plan plan = plan("014", "014", "224");
    Fabric fabric = plan.fabric();
    Level[] between = new Level[5];
    for (int a = 0; a < fabric.arcCount(); a++) {
      if (plan.left(a) == plan.right(a)) {
        assertEquals(Level.NONE, plan.level(a));
      } else if (plan.left(a) >= 0 && plan.right(a) >= 0) {
        int pair = plan.left(a) + plan.right(a);
        between[Math.min(4, pair)] = plan.level(a);
      } else {
        assertEquals(Level.DISTRICT, plan.level(a));
      }
    }
    assertEquals(Level.GRID, between[1]);
    assertEquals(Level.COMMUNITY, between[2]);
    assertEquals(Level.TOWNSHIP, between[4]);
  }

  @Test
  void bordersAreMeasuredByWhatTheyRunAlong() {
    BoundaryMeasures measures = BoundaryMeasures.of(plan("011", "011", "022"));
    assertEquals(30, measures.lengthMetres(ArcClass.ARTERIAL));
    assertEquals(20, measures.lengthMetres(ArcClass.CUT));
    assertEquals(0.6, measures.onStreetShare(), 1e-12);
    assertEquals(1, measures.onStreetShare(0));
    assertEquals(0.5, measures.onGroundShare(1), 1e-12);
    assertEquals(50, measures.outlineMetres(0));
  }

  @Test
  void aFaceWithoutAZoneIsReported() {
    Plan plan = plan("000", "000", "000");
    assertTrue(
        PlanInvariants.check(plan.assign(new int[] {4}, -1)).contains("face 4 belongs to no zone"));
  }

  @Test
  void numbersThatPointNowhereAreRefused() {
    Fabric fabric = nineBlocks();
    assertThrows(
        IllegalArgumentException.class, () -> Plan.of(fabric, new int[8], new int[1], new int[1]));
    assertThrows(
        IllegalArgumentException.class,
        () -> Plan.of(fabric, new int[9], new int[] {1}, new int[1]));
    assertThrows(
        IllegalArgumentException.class, () -> plan("000", "000", "000").assign(new int[] {0}, 7));
  }

  @Test
  void theLocatorFindsTheFirstOfOverlappingPolygons() {
    PointLocator locator =
        PointLocator.ofPolygons(
            List.of(
                Wkt.geometry("POLYGON ((0 0, 50 0, 50 50, 0 50, 0 0))"),
                Wkt.geometry(
                    "MULTIPOLYGON (((40 0, 90 0, 90 50, 40 50, 40 0)), ((200 0, 300 0, 300 90, 200"
                        + " 0)))")));
    assertEquals(0, locator.zoneAt(45, 25));
    assertEquals(1, locator.zoneAt(55, 25));
    assertEquals(1, locator.zoneAt(290, 10));
    assertEquals(-1, locator.zoneAt(150, 10));
    assertEquals(-1, locator.zoneAt(-5000, 10));
  }
}
