package org.wangge.fabric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;

class FabricBuilderTest {
  private static final String SQUARE = "POLYGON ((0 0, 100 0, 100 100, 0 100, 0 0))";

  private static Fabric wellFormed(FabricBuild build) {
    assertEquals(List.of(), FabricInvariants.check(build.fabric()));
    return build.fabric();
  }

  private static List<String> faces(Fabric fabric) {
    return IntStream.range(0, fabric.faceCount())
        .mapToObj(f -> (Geometry) fabric.faceGeometry(f))
        .map(g -> g.norm().toText())
        .toList();
  }

  // ┌─────┐
  // │     │
  // └─────┘
  @Test
  void aDomainWithoutLinesIsOneFace() {
    Fabric fabric = wellFormed(Wkt.build(SQUARE, List.of()));
    assertEquals(List.of("POLYGON ((0 0, 0 100, 100 100, 100 0, 0 0))"), faces(fabric));
    assertEquals(1, fabric.arcCount());
    assertEquals(10_000, fabric.areaSquareMetres(0));
    assertEquals(ArcClass.STATUTORY, fabric.arcClass(0));
    assertTrue(fabric.isOutline(0));
  }

  // ┌──┬──┐
  // ├──┼──┤
  // └──┴──┘
  @Test
  void twoStreetsMakeFourBlocks() {
    Fabric fabric =
        wellFormed(Wkt.build(SQUARE, "MULTILINESTRING ((-10 50, 110 50), (50 -10, 50 110))"));
    assertEquals(
        List.of(
            "POLYGON ((0 0, 0 50, 50 50, 50 0, 0 0))",
            "POLYGON ((0 50, 0 100, 50 100, 50 50, 0 50))",
            "POLYGON ((50 0, 50 50, 100 50, 100 0, 50 0))",
            "POLYGON ((50 50, 50 100, 100 100, 100 50, 50 50))"),
        faces(fabric).stream().sorted().toList());
    assertEquals(5, fabric.nodeCount());
    assertEquals(8, fabric.arcCount());
  }

  // ┌─────┐
  // │ ┌─┐ │
  // │ └─┘ │
  // └─────┘
  @Test
  void anIslandOfStreetsIsAHole() {
    Fabric fabric = wellFormed(Wkt.build(SQUARE, "LINESTRING (20 20, 40 20, 40 40, 20 40, 20 20)"));
    assertEquals(2, fabric.faceCount());
    assertEquals(
        List.of(
            "POLYGON ((0 0, 0 100, 100 100, 100 0, 0 0), (20 20, 40 20, 40 40, 20 40, 20 20))",
            "POLYGON ((20 20, 20 40, 40 40, 40 20, 20 20))"),
        faces(fabric).stream().sorted().toList());
    int outer = fabric.faceAt(10_000, 10_000);
    assertEquals(1, fabric.holes(outer).length);
    assertEquals(9_600, fabric.areaSquareMetres(outer));
  }

  // An island in an island in an island, and a street that links the outermost to the outline.
  @Test
  void nestedIslandsEndUpInTheRightFaces() {
    Fabric fabric =
        wellFormed(
            Wkt.build(
                SQUARE,
                "MULTILINESTRING ((10 10, 90 10, 90 90, 10 90, 10 10), (20 20, 80 20, 80 80, 20 80,"
                    + " 20 20), (30 30, 70 30, 70 70, 30 70, 30 30), (5 50, 5 60, 7 55, 5 50), (0"
                    + " 95, 10 90))"));
    assertEquals(5, fabric.faceCount());
    assertEquals(
        4,
        List.of(
                fabric.faceAt(1_000, 1_000),
                fabric.faceAt(15_000, 50_000),
                fabric.faceAt(25_000, 50_000),
                fabric.faceAt(50_000, 50_000))
            .stream()
            .distinct()
            .count());
    assertEquals(2, fabric.holes(fabric.faceAt(1_000, 1_000)).length);
  }

  @Test
  void deadEndsAreKeptAsInteriorLines() {
    FabricBuild build =
        Wkt.build(
            SQUARE,
            Wkt.lines(
                "MULTILINESTRING ((0 50, 40 50), (40 50, 40 70), (40 50, 60 40))",
                ArcClass.LOCAL,
                "小巷"));
    Fabric fabric = wellFormed(build);
    assertEquals(1, fabric.faceCount());
    assertEquals(3, build.report().interior().size());
    assertEquals(3, build.report().dangles());
    assertEquals("小巷", build.report().interior().get(0).name());
  }

  @Test
  void theStrongestClassWinsAlongAStreet() {
    List<BoundaryLine> lines =
        new ArrayList<>(Wkt.lines("LINESTRING (50 0, 50 100)", ArcClass.PATH, "b"));
    lines.addAll(Wkt.lines("LINESTRING (50 120, 50 -20)", ArcClass.ARTERIAL, "a"));
    lines.add(BoundaryLine.statutory(new long[] {50_000, 50_000}, new long[] {0, 100_000}, ""));
    Fabric fabric = wellFormed(Wkt.build(SQUARE, lines));
    int arc =
        IntStream.range(0, fabric.arcCount())
            .filter(a -> !fabric.isOutline(a))
            .findFirst()
            .orElseThrow();
    assertEquals(ArcClass.ARTERIAL, fabric.arcClass(arc));
    assertEquals("a", fabric.arcName(arc));
    assertEquals(ArcFlags.MANDATORY, fabric.arcFlags(arc));
    assertEquals(2, fabric.faceCount());
  }

  @Test
  void aDomainOfPartsAndHolesIsCoveredExactly() {
    Fabric fabric =
        wellFormed(
            Wkt.build(
                "MULTIPOLYGON (((0 0, 100 0, 100 100, 0 100, 0 0), (20 20, 20 60, 60 60, 60 20, 20"
                    + " 20)), ((30 30, 50 30, 50 50, 30 50, 30 30)), ((200 0, 300 0, 300 100, 200"
                    + " 0)))",
                "MULTILINESTRING ((-50 40, 400 40), (25 0, 25 100), (210 -10, 210 100))"));
    assertEquals(
        2_000_000L * (10_000 - 1_600 + 400 + 5_000),
        FabricInvariants.domainDoubleAreaSquareMillimetres(fabric));
    assertEquals(-1, fabric.faceAt(21_000, 21_000));
    assertEquals(-1, fabric.faceAt(150_000, 40_000));
    assertTrue(fabric.faceAt(40_000, 45_000) >= 0);
  }

  @Test
  void aPointOnAnArcBelongsToTheLowestFaceThatTouchesIt() {
    Fabric fabric =
        wellFormed(Wkt.build(SQUARE, "MULTILINESTRING ((0 50, 100 50), (50 0, 50 100))"));
    assertEquals(0, fabric.faceAt(50_000, 50_000));
    for (int a = 0; a < fabric.arcCount(); a++) {
      int left = fabric.face(2 * a) < 0 ? Integer.MAX_VALUE : fabric.face(2 * a);
      int right = fabric.face(2 * a + 1) < 0 ? Integer.MAX_VALUE : fabric.face(2 * a + 1);
      long x = (fabric.pointX(a, 0) + fabric.pointX(a, 1)) / 2;
      long y = (fabric.pointY(a, 0) + fabric.pointY(a, 1)) / 2;
      assertEquals(Math.min(left, right), fabric.faceAt(x, y));
    }
    assertEquals(-1, fabric.faceAt(100_001, 50_000));
  }

  @Test
  void dataAndBackIsTheSameFabric() {
    Fabric fabric =
        wellFormed(Wkt.build(SQUARE, "MULTILINESTRING ((0 50, 100 50), (50 0, 50 100))"))
            .withCounts(new int[] {1, 2, 3, 4}, new int[] {5, 6, 7, 8});
    Fabric again = Fabric.of(fabric.data());
    assertEquals(fabric.hash(), again.hash());
    assertEquals(faces(fabric), faces(again));
    assertEquals(3, again.households(2));
  }

  @Test
  void aDomainWithoutAreaIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> Wkt.build("POLYGON EMPTY", List.of()));
  }

  @Test
  void damagedDataAreRefused() {
    FabricData data = Wkt.build(SQUARE, "LINESTRING (0 50, 100 50)").fabric().data();
    data.nodeX()[1] += 1;
    assertThrows(IllegalArgumentException.class, () -> Fabric.of(data));
  }

  @Test
  void aSecondLineWithTheSameEndsIsAnotherArc() {
    Fabric fabric =
        wellFormed(Wkt.build(SQUARE, "MULTILINESTRING ((0 50, 100 50), (0 50, 50 60, 100 50))"));
    assertEquals(3, fabric.faceCount());
    assertEquals(4, fabric.arcCount());
  }

  @Test
  void progressNeverFallsAndEndsAtOne() {
    List<Double> shares = new ArrayList<>();
    FabricBuilder.build(
        List.of(),
        Wkt.geometry(SQUARE),
        List.of(),
        FabricOptions.defaults(),
        (stage, share) -> shares.add(share));
    assertEquals(shares.stream().sorted().toList(), shares);
    assertEquals(1, shares.get(shares.size() - 1));
  }

  @Test
  void aStreetBesideTheDomainMayBeAnywhereOnEarth() {
    List<BoundaryLine> lines =
        List.of(
            BoundaryLine.of(
                new long[] {9_000_000_000L, 9_000_001_000L},
                new long[] {0, 0},
                ArcClass.LOCAL,
                ""));
    assertEquals(1, wellFormed(Wkt.build(SQUARE, lines)).faceCount());
  }
}
