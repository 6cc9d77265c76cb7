package org.wangge.founding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.wangge.exchange.CrsInfo;
import org.wangge.exchange.Feature;
import org.wangge.exchange.Layer;
import org.wangge.exchange.StreetLines;
import org.wangge.fabric.ArcClass;
import org.wangge.fabric.BoundaryLine;
import org.wangge.fabric.Progress;
import org.wangge.territory.DistrictSettings;
import org.wangge.territory.FirstPublication;
import org.wangge.territory.Grid;
import org.wangge.zoning.BoundaryMeasures;
import org.wangge.zoning.Plan;
import org.wangge.zoning.PlanInvariants;
import org.wangge.zoning.ZonePolygons;

/** A district of 200 m by 200 m with a street crossing in its middle and four grids of 100 m. */
class FoundingTest {
  private static final String DOMAIN =
      "POLYGON ((0 0, 100 0, 200 0, 200 100, 200 200, 100 200, 0 200, 0 100, 0 0))";
  private static final String SOUTH_WEST = "POLYGON ((0 0, 100 0, 100 100, 0 100, 0 0))";
  private static final String SOUTH_EAST = "POLYGON ((100 0, 200 0, 200 100, 100 100, 100 0))";
  private static final String NORTH_WEST = "POLYGON ((0 100, 100 100, 100 200, 0 200, 0 100))";
  private static final String NORTH_EAST =
      "POLYGON ((100 100, 200 100, 200 200, 100 200, 100 100))";

  private final List<Feature> grids = new ArrayList<>();
  private final List<Feature> buildings = new ArrayList<>();
  private boolean strict;

  @Test
  void gridsDrawnAlongStreetsAreBoundedByThem() {
    give(SOUTH_WEST, SOUTH_EAST, NORTH_WEST, NORTH_EAST);
    Founded founded = found();
    FirstPublication publication = founded.publication();
    assertEquals(4, publication.fabric().faceCount());
    assertEquals(1.0, BoundaryMeasures.of(plan(founded)).onStreetShare());
    assertEquals(List.of(), PlanInvariants.check(plan(founded)));
    assertTrue(founded.check().findings().isEmpty());
  }

  @Test
  void bordersAFewMillimetresOffAreTheStreetAllTheSame() {
    give(
        "POLYGON ((0 0, 100.004 0, 100.003 100.002, 0 99.997, 0 0))",
        "POLYGON ((100.004 0, 200 0, 200 100.004, 100.003 100.002, 100.004 0))",
        "POLYGON ((0 99.997, 100.003 100.002, 100 200, 0 200, 0 99.997))",
        "POLYGON ((100.003 100.002, 200 100.004, 200 200, 100 200, 100.003 100.002))");
    Founded founded = found();
    assertEquals(4, founded.publication().fabric().faceCount());
    assertEquals(1.0, BoundaryMeasures.of(plan(founded)).onStreetShare());
  }

  @Test
  void aGridThatCutsABlockMakesFacesOfItsOwn() throws ParseException {
    String west = "POLYGON ((0 0, 60 0, 60 200, 0 200, 0 0))";
    give(west, "POLYGON ((60 0, 200 0, 200 200, 60 200, 60 0))");
    Founded founded = found();
    Geometry drawn = ZonePolygons.of(plan(founded))[0];
    assertTrue(drawn.equalsTopo(new WKTReader().read(west)));
    assertEquals(0.0, BoundaryMeasures.of(plan(founded)).onStreetShare());
  }

  @Test
  void aBlockWithoutAGridGoesToTheNeighbourWithTheLongestBorderAndIsTold() {
    give(
        SOUTH_WEST,
        SOUTH_EAST,
        NORTH_WEST,
        "POLYGON ((150 100, 200 100, 200 200, 150 200, 150 100))");
    Founded founded = found();
    assertEquals(
        1, founded.check().findings().stream().filter(f -> f.areaSquareMetres() > 1).count());
    assertTrue(founded.notes().stream().anyMatch(note -> note.startsWith("1 blocks (5000 m²)")));
    assertEquals(10_000, founded.publication().plan().areaSquareMetres(0), 1e-6);
    double north = plan(founded).areaSquareMetres(2) + plan(founded).areaSquareMetres(3);
    assertEquals(20_000, north, 1e-6);
  }

  @Test
  void strictRefusesWhatTheCheckFinds() {
    strict = true;
    give(SOUTH_WEST, SOUTH_EAST, NORTH_WEST);
    FoundingException refused = assertThrows(FoundingException.class, this::found);
    assertEquals(1, refused.reasons().size());
  }

  @Test
  void gridsWithoutCodesAreNumberedInReadingOrder() {
    for (String wkt : List.of(SOUTH_WEST, SOUTH_EAST, NORTH_WEST, NORTH_EAST)) {
      grids.add(feature(grids.size(), wkt, Map.of()));
    }
    List<String> codes = found().publication().grids().stream().map(Grid::code).toList();
    assertEquals(List.of("C1003", "C1004", "C1001", "C1002"), codes);
  }

  @Test
  void everyFeatureThatCannotBeUsedIsNamed() {
    grids.add(feature(0, SOUTH_WEST, Map.of("code", "a", "parent", "C9")));
    grids.add(feature(1, SOUTH_EAST, Map.of("code", "a")));
    grids.add(feature(2, "LINESTRING (0 0, 1 1)", Map.of("code", "b")));
    FoundingException refused = assertThrows(FoundingException.class, this::found);
    assertEquals(
        List.of(
            "grids: feature 1 (id f1): its code a is there twice",
            "grids: feature 2 (id f2): it is a LineString and no polygon"),
        refused.reasons());
  }

  @Test
  void aParentThatIsNotThereIsNamed() {
    grids.add(feature(0, DOMAIN, Map.of("code", "a", "parent", "C9")));
    FoundingException refused = assertThrows(FoundingException.class, this::found);
    assertEquals(
        List.of("grids: a names the parent C9, which is not among the communities"),
        refused.reasons());
  }

  @Test
  void aGridInSeveralPiecesIsARecordedException() {
    give(
        "MULTIPOLYGON (((0 0, 100 0, 100 100, 0 100, 0 0)), ((100 100, 200 100, 200 200, 100 200,"
            + " 100 100)))",
        "POLYGON ((100 0, 200 0, 200 100, 100 100, 100 0))",
        NORTH_WEST);
    assertEquals(java.util.Set.of("g0"), found().publication().inPieces());
  }

  @Test
  void householdsComeFromBuildings() {
    give(SOUTH_WEST, SOUTH_EAST, NORTH_WEST, NORTH_EAST);
    buildings.add(
        feature(0, "POINT (10 10)", Map.of("code", "b1", "households", 12L, "people", 30L)));
    buildings.add(feature(1, "POINT (150 150)", Map.of("code", "b2", "households", 7L)));
    buildings.add(feature(2, "POINT (900 900)", Map.of("code", "b3", "households", 99L)));
    Founded founded = found();
    assertEquals(12, plan(founded).households(0));
    assertEquals(7, plan(founded).households(3));
    assertEquals(2, founded.publication().buildings().size());
    assertTrue(founded.notes().toString().contains("1 buildings lie outside"));
  }

  @Test
  void withoutBuildingsTheCountsOfGridsAreSpreadAndTold() {
    grids.add(feature(0, DOMAIN, Map.of("code", "a", "户数", 101L)));
    Founded founded = found();
    int[] counts = IntStream.range(0, 4).map(founded.publication().fabric()::households).toArray();
    assertEquals(101, Arrays.stream(counts).sum());
    assertTrue(Arrays.stream(counts).allMatch(count -> count == 25 || count == 26));
    assertTrue(founded.notes().toString().contains("spread"));
  }

  private void give(String... wkts) {
    for (String wkt : wkts) {
      grids.add(feature(grids.size(), wkt, Map.of("code", "g" + grids.size())));
    }
  }

  private static Plan plan(Founded founded) {
    return founded.publication().plan();
  }

  private Founded found() {
    return Founding.found(
        new FoundingInput(
            new DistrictSettings(
                "D",
                "示意区",
                4547,
                ".*",
                List.of("区", "镇街", "社区", "网格"),
                DistrictSettings.NATIONAL_TIME_ZONE,
                true),
            new StreetLines(
                List.of(street(100_000, 0, 100_000, 200_000), street(0, 100_000, 200_000, 100_000)),
                List.of(),
                List.of()),
            feature(0, DOMAIN, Map.of()).geometry(),
            level("townships", List.of(feature(0, DOMAIN, Map.of("code", "T1")))),
            level("communities", List.of(feature(0, DOMAIN, Map.of("code", "C1")))),
            level("grids", grids),
            buildings.isEmpty() ? null : level("buildings", buildings),
            0.01,
            strict,
            LocalDate.of(2024, 1, 1),
            ""),
        Progress.none());
  }

  private static BoundaryLine street(long x1, long y1, long x2, long y2) {
    return BoundaryLine.of(new long[] {x1, x2}, new long[] {y1, y2}, ArcClass.LOCAL, "街");
  }

  private static LevelLayer level(String what, List<Feature> features) {
    Layer layer = new Layer(what, features, CrsInfo.unknown("a test"), List.of(), List.of());
    return new LevelLayer(what, layer, FieldMap.usual());
  }

  private static Feature feature(int index, String wkt, Map<String, @Nullable Object> properties) {
    try {
      return new Feature(index, "f" + index, new WKTReader().read(wkt), properties);
    } catch (ParseException e) {
      throw new IllegalArgumentException(wkt, e);
    }
  }
}
