package org.wangge.fabric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.wangge.fabric.FabricOptions.LayerRule;

class LayersAndKindsTest {
  private static final String SQUARE = "POLYGON ((0 0, 100 0, 100 100, 0 100, 0 0))";

  private static List<BoundaryLine> streets(Object... wktClassLayer) {
    List<BoundaryLine> lines = new ArrayList<>();
    for (int i = 0; i < wktClassLayer.length; i += 3) {
      Geometry geometry = Wkt.geometry((String) wktClassLayer[i]);
      lines.addAll(
          Wkt.lines(
              geometry,
              (ArcClass) wktClassLayer[i + 1],
              "线" + i / 3,
              (Integer) wktClassLayer[i + 2]));
    }
    return lines;
  }

  private static FabricBuild build(
      List<BoundaryLine> lines, FabricOptions options, String... waters) {
    List<Geometry> water = Arrays.stream(waters).map(Wkt::geometry).toList();
    FabricBuild build =
        FabricBuilder.build(lines, Wkt.geometry(SQUARE), water, options, Progress.none());
    assertEquals(List.of(), FabricInvariants.check(build.fabric()));
    return build;
  }

  private static FabricBuild build(List<BoundaryLine> lines) {
    return build(lines, FabricOptions.defaults());
  }

  // ───═══│═══───   a bridge between two stubs, over a street
  @Test
  void aBridgeOverAStreetIsNoJunction() {
    FabricBuild build =
        build(
            streets(
                "LINESTRING (50 0, 50 100)",
                ArcClass.LOCAL,
                0,
                "LINESTRING (0 50, 40 50)",
                ArcClass.ARTERIAL,
                0,
                "LINESTRING (40 50, 60 50)",
                ArcClass.ARTERIAL,
                1,
                "LINESTRING (60 50, 100 50)",
                ArcClass.ARTERIAL,
                0));
    assertEquals(2, build.fabric().faceCount());
    assertEquals(1, build.report().layerCrossings());
    assertEquals(
        List.of(InteriorLine.Reason.DANGLE, InteriorLine.Reason.DANGLE, InteriorLine.Reason.LAYER),
        build.report().interior().stream().map(InteriorLine::reason).sorted().toList());
  }

  @Test
  void aBridgeOverARiverBounds() {
    FabricBuild build =
        build(
            streets(
                "LINESTRING (50 0, 50 100)",
                ArcClass.RIVER,
                0,
                "LINESTRING (0 50, 40 50)",
                ArcClass.ARTERIAL,
                0,
                "LINESTRING (40 50, 60 50)",
                ArcClass.ARTERIAL,
                1,
                "LINESTRING (60 50, 100 50)",
                ArcClass.ARTERIAL,
                0));
    assertEquals(4, build.fabric().faceCount());
  }

  @Test
  void onlyThePieceOfABridgeThatPassesAStreetIsLeftOut() {
    FabricBuild build =
        build(
            streets(
                "LINESTRING (70 0, 70 100)",
                ArcClass.LOCAL,
                0,
                "LINESTRING (50 0, 50 50, 50 100)",
                ArcClass.LOCAL,
                1,
                "LINESTRING (0 50, 50 50, 100 50)",
                ArcClass.ARTERIAL,
                1));
    assertEquals(4, build.fabric().faceCount());
    assertEquals(1, build.report().interior().size());
  }

  @Test
  void aLineThatSharesAPointWithABridgeMeetsIt() {
    FabricBuild build =
        build(
            streets(
                "LINESTRING (50 0, 50 50, 50 100)",
                ArcClass.LOCAL,
                0,
                "LINESTRING (0 50, 50 50, 100 50)",
                ArcClass.ARTERIAL,
                1));
    assertEquals(4, build.fabric().faceCount());
    assertEquals(0, build.report().layerCrossings());
    long onBridge =
        java.util.stream.IntStream.range(0, build.fabric().arcCount())
            .filter(a -> (build.fabric().arcFlags(a) & ArcFlags.BRIDGE) != 0)
            .count();
    assertEquals(2, onBridge);
  }

  @Test
  void aTunnelIsLeftOutUnlessAskedFor() {
    List<BoundaryLine> lines =
        streets(
            "LINESTRING (50 0, 50 100)",
            ArcClass.LOCAL,
            0,
            "LINESTRING (0 50, 100 50)",
            ArcClass.EXPRESSWAY,
            -1);
    assertEquals(2, build(lines).fabric().faceCount());
    FabricOptions bound = FabricOptions.defaults().withLayers(LayerRule.BOUND, LayerRule.BOUND);
    assertEquals(4, build(lines, bound).fabric().faceCount());
  }

  // ──┐ 3 m ┌──   the lane ends 3 m before the street
  @Test
  void aDeadEndNearALineIsANearMiss() {
    List<BoundaryLine> lines =
        new ArrayList<>(Wkt.lines("LINESTRING (50 0, 50 100)", ArcClass.LOCAL, "街"));
    lines.addAll(Wkt.lines("LINESTRING (0 50, 47 50)", ArcClass.PATH, "巷"));
    FabricBuild build = build(lines);
    assertEquals(
        List.of(new NearMiss(47_000, 50_000, 50_000, 50_000, 3, "巷", "街")),
        build.report().nearMisses());
    assertEquals(2, build.fabric().faceCount());
    FabricBuild extended = build(lines, FabricOptions.defaults().withExtendDangles(true));
    assertEquals(3, extended.fabric().faceCount());
    assertEquals(1, extended.report().extended());
    assertEquals(0, extended.report().dangles());
  }

  @Test
  void aStubIsNotNearTheStreetItLeaves() {
    assertEquals(
        List.of(),
        build(
                Wkt.lines(
                    "MULTILINESTRING ((50 0, 50 48, 50 49, 50 50, 50 51, 50 52, 50 100), (50 50, 54"
                        + " 50))"))
            .report()
            .nearMisses());
  }

  @Test
  void nearMissesAreTheSameUnderExtensionOfCrookedLines() {
    List<BoundaryLine> lines =
        Wkt.lines(
            "MULTILINESTRING ((0 13.371, 100 57.779), (31.237 90, 41.113 33.3), (70 10, 66.6"
                + " 41.009))");
    FabricBuild build = build(lines, FabricOptions.defaults().withExtendDangles(true));
    assertEquals(2, build.report().extended());
    assertTrue(build.report().interior().stream().allMatch(line -> line.xs().length == 2));
  }

  // ═══════   two carriageways 10 m apart
  @Test
  void theStripBetweenCarriagewaysIsAMedian() {
    Fabric fabric =
        build(Wkt.lines("MULTILINESTRING ((0 45, 100 45), (0 55, 100 55))", ArcClass.ARTERIAL, ""))
            .fabric();
    assertEquals(FaceKind.MEDIAN, fabric.kind(fabric.faceAt(50_000, 50_000)));
    assertEquals(FaceKind.LAND, fabric.kind(fabric.faceAt(50_000, 20_000)));
    Fabric lanes = build(Wkt.lines("MULTILINESTRING ((0 45, 100 45), (0 55, 100 55))")).fabric();
    assertEquals(FaceKind.LAND, lanes.kind(lanes.faceAt(50_000, 50_000)));
  }

  @Test
  void aFaceOfMoreThanHalfWaterIsWater() {
    List<BoundaryLine> lines = Wkt.lines("LINESTRING (50 0, 50 100)", ArcClass.RIVER, "湘江");
    FabricBuild build =
        build(
            lines, FabricOptions.defaults(), "POLYGON ((40 -10, 99 -10, 99 110, 40 110, 40 -10))");
    assertEquals(FaceKind.WATER, build.fabric().kind(build.fabric().faceAt(70_000, 50_000)));
    assertEquals(FaceKind.LAND, build.fabric().kind(build.fabric().faceAt(20_000, 50_000)));
    assertEquals(1, build.report().waters());
  }

  @Test
  void thinFacesAreCounted() {
    assertEquals(1, build(Wkt.lines("LINESTRING (0 5, 100 5)")).report().thinFaces());
  }

  @Test
  void linesOutsideTheDomainAreLeftOut() {
    FabricBuild build =
        build(Wkt.lines("MULTILINESTRING ((-50 50, 150 50), (-50 0, -50 99), (200 200, 300 300))"));
    assertEquals(2, build.fabric().faceCount());
    assertEquals(List.of(), build.report().interior());
    assertEquals(4, build.report().outsideSegments());
    assertEquals(3 + 4, build.report().segments());
  }

  @Test
  void aTunnelIsCutDownToTheDomain() {
    FabricBuild build =
        build(
            streets(
                "LINESTRING (-50 50, 150 50)",
                ArcClass.LOCAL,
                -1,
                "LINESTRING (200 0, 300 0)",
                ArcClass.LOCAL,
                -1));
    assertEquals(1, build.report().interior().size());
    assertEquals(
        0,
        Math.min(
            build.report().interior().get(0).xs()[0], build.report().interior().get(0).xs()[1]));
    assertEquals(
        100_000,
        Math.max(
            build.report().interior().get(0).xs()[0], build.report().interior().get(0).xs()[1]));
  }
}
