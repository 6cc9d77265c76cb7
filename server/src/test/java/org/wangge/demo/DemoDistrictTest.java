package org.wangge.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.wangge.demo.BuiltDistrict.DISTRICT;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.wangge.fabric.Fabric;
import org.wangge.fabric.FabricInvariants;
import org.wangge.fabric.Progress;
import org.wangge.territory.Building;
import org.wangge.territory.EllipsoidArea;
import org.wangge.territory.Grid;
import org.wangge.territory.Line;
import org.wangge.territory.UnitLevel;
import org.wangge.topology.CheckOptions;
import org.wangge.topology.CheckReport;
import org.wangge.topology.CoverageCheck;
import org.wangge.topology.LayerPolygon;
import org.wangge.zoning.Level;
import org.wangge.zoning.Plan;
import org.wangge.zoning.PlanInvariants;
import org.wangge.zoning.ZonePolygons;

class DemoDistrictTest {
  private static final Plan PLAN = BuiltDistrict.plan();
  private static final Fabric FABRIC = DISTRICT.fabric();

  @Test
  void hasTheUnitsOfTheDistrict() {
    assertEquals(12, BuiltDistrict.units(UnitLevel.TOWNSHIP).size());
    assertEquals(105, BuiltDistrict.units(UnitLevel.COMMUNITY).size());
    assertEquals(52, countKind("社区"));
    assertEquals(53, countKind("村"));
    assertTrue(DISTRICT.units().stream().noneMatch(unit -> unit.code().equals("430302008206")));
  }

  private static long countKind(String kind) {
    return DISTRICT.units().stream().filter(unit -> unit.kind().equals(kind)).count();
  }

  @Test
  void hasGridsAndPeoplePerTownshipAsPublished() {
    Map<String, int[]> wanted = new TreeMap<>();
    wanted.put("430302001", new int[] {44, 52_000});
    wanted.put("430302002", new int[] {37, 41_000});
    wanted.put("430302003", new int[] {45, 55_000});
    wanted.put("430302004", new int[] {45, 58_000});
    wanted.put("430302005", new int[] {37, 32_000});
    wanted.put("430302006", new int[] {59, 78_000});
    wanted.put("430302007", new int[] {32, 42_000});
    wanted.put("430302008", new int[] {41, 77_000});
    wanted.put("430302100", new int[] {50, 62_100});
    wanted.put("430302101", new int[] {12, 22_000});
    wanted.put("430302102", new int[] {39, 51_000});
    wanted.put("430302202", new int[] {32, 46_000});
    wanted.forEach((code, figures) -> assertTownship(code, figures[0], figures[1]));
    assertEquals(473, DISTRICT.grids().size());
    assertEquals(616_100, IntStream.range(0, FABRIC.faceCount()).map(FABRIC::people).sum());
  }

  private static void assertTownship(String code, int grids, int people) {
    List<Grid> own =
        DISTRICT.grids().stream().filter(grid -> grid.code().startsWith(code)).toList();
    assertEquals(grids, own.size(), code);
    assertEquals(people, own.stream().mapToInt(grid -> PLAN.people(grid.zone())).sum(), code);
  }

  @Test
  void has326UrbanAnd147RuralGrids() {
    assertEquals(326, urban().size());
    assertEquals(147, DISTRICT.grids().size() - urban().size());
  }

  private static List<Grid> urban() {
    return DISTRICT.grids().stream().filter(grid -> grid.kind().equals("城镇网格")).toList();
  }

  @Test
  void keepsUrbanGridsBetween300And500Households() {
    long inBand =
        urban().stream()
            .mapToInt(grid -> PLAN.households(grid.zone()))
            .filter(h -> h >= 300 && h <= 500)
            .count();
    assertTrue(inBand >= 0.95 * urban().size(), () -> inBand + " of " + urban().size());
  }

  @Test
  void coversExactlyTheAreaOfTheDistrict() {
    Geometry domain = ZonePolygons.of(FABRIC, new int[FABRIC.faceCount()], 1)[0];
    double squareMetres = EllipsoidArea.squareMetres(BuiltDistrict.PROJECTION.toLonLat(domain));
    assertEquals(451.39, squareMetres / 1e6, 0.01);
    assertEquals(1, ((Polygon) domain).getNumInteriorRing(), "one exclusion");
    assertEquals(1, DISTRICT.exclusions().size());
  }

  @Test
  void givesTheAnchoredTownshipsTheirSize() {
    assertEquals(4.2, squareKilometres("430302005"), 0.5);
    assertEquals(90, squareKilometres("430302102"), 5);
  }

  private static double squareKilometres(String township) {
    return DISTRICT.grids().stream()
        .filter(grid -> grid.code().startsWith(township))
        .mapToDouble(grid -> PLAN.areaSquareMetres(grid.zone()) / 1e6)
        .sum();
  }

  @Test
  void drawsEveryGridUnitAndTownshipInOnePiece() {
    assertEquals(List.of(), pieces(ZonePolygons.of(PLAN)));
    assertEquals(List.of(), pieces(ZonePolygons.of(FABRIC, PLAN.communityOfFaces())));
    assertEquals(List.of(), pieces(ZonePolygons.of(FABRIC, PLAN.townshipOfFaces())));
  }

  private static List<Integer> pieces(Geometry[] shapes) {
    return IntStream.range(0, shapes.length)
        .filter(i -> !(shapes[i] instanceof Polygon))
        .boxed()
        .toList();
  }

  @Test
  void drawsInnerUrbanBordersOnStreetsRiversAndRailways() {
    double all = 0;
    double onGround = 0;
    for (int arc = 0; arc < FABRIC.arcCount(); arc++) {
      if (PLAN.level(arc) != Level.NONE
          && !FABRIC.isOutline(arc)
          && (isUrban(PLAN.left(arc)) || isUrban(PLAN.right(arc)))) {
        all += FABRIC.arcLengthMetres(arc);
        onGround += FABRIC.arcClass(arc).isOnGround() ? FABRIC.arcLengthMetres(arc) : 0;
      }
    }
    double share = onGround / all;
    assertTrue(share >= 0.9, () -> "share " + share);
  }

  private static boolean isUrban(int zone) {
    return DISTRICT.grids().get(zone).kind().equals("城镇网格");
  }

  @Test
  void isASoundFabricOfTheWantedSize() {
    assertEquals(List.of(), FabricInvariants.check(FABRIC));
    assertEquals(List.of(), PlanInvariants.check(PLAN));
    assertTrue(
        FABRIC.faceCount() >= 5_000 && FABRIC.faceCount() <= 8_500,
        () -> FABRIC.faceCount() + " blocks");
    long streets =
        IntStream.range(0, FABRIC.arcCount())
            .filter(arc -> FABRIC.arcClass(arc).isStreet())
            .count();
    assertTrue(streets >= 10_000, () -> streets + " street segments");
  }

  @Test
  void housesEverybodyInTheBlockTheyAreCountedIn() {
    int[] households = new int[FABRIC.faceCount()];
    int[] people = new int[FABRIC.faceCount()];
    for (Building building : DISTRICT.buildings()) {
      int face =
          FABRIC.faceAt(
              Math.round(building.position().x * 1000), Math.round(building.position().y * 1000));
      households[face] += building.households();
      people[face] += building.people();
    }
    assertTrue(
        Arrays.equals(
            households, IntStream.range(0, households.length).map(FABRIC::households).toArray()));
    assertTrue(
        Arrays.equals(people, IntStream.range(0, people.length).map(FABRIC::people).toArray()));
    assertTrue(
        DISTRICT.buildings().size() >= 18_000, () -> DISTRICT.buildings().size() + " buildings");
  }

  @Test
  void numbersAndNamesEveryGridOnce() {
    assertEquals(473, DISTRICT.grids().stream().map(Grid::code).distinct().count());
    assertEquals(
        473, DISTRICT.grids().stream().map(Grid::name).distinct().count() + duplicateNames());
    assertTrue(
        DISTRICT.grids().stream().allMatch(grid -> grid.code().startsWith(grid.communityCode())));
    assertTrue(DISTRICT.grids().stream().allMatch(grid -> grid.code().matches("\\d{15}")));
  }

  /** Two villages are called 红星村: their grids share names, never codes. */
  private static long duplicateNames() {
    return DISTRICT.grids().stream()
        .collect(Collectors.groupingBy(Grid::name, Collectors.counting()))
        .values()
        .stream()
        .mapToLong(count -> count - 1)
        .sum();
  }

  @Test
  void hasFourRoleSlotsAGrid() {
    assertEquals(1_892, DISTRICT.roles().size());
    assertEquals(473 * Line.values().length, new HashSet<>(DISTRICT.roles()).size());
    assertTrue(DISTRICT.roles().stream().anyMatch(slot -> slot.holder() == null));
  }

  @Test
  void passesItsOwnCheckWithoutFindings() {
    Geometry domain = ZonePolygons.of(FABRIC, new int[FABRIC.faceCount()], 1)[0];
    CheckReport report =
        CoverageCheck.check(
            layer(ZonePolygons.of(PLAN)),
            domain,
            layer(ZonePolygons.of(FABRIC, PLAN.communityOfFaces())),
            CheckOptions.defaults(),
            Progress.none());
    assertEquals(List.of(), report.findings());
    assertTrue(report.provedClean());
  }

  private static List<LayerPolygon> layer(Geometry[] shapes) {
    List<LayerPolygon> layer = new ArrayList<>();
    for (int i = 0; i < shapes.length; i++) {
      layer.add(new LayerPolygon(i, "p" + i, shapes[i]));
    }
    return layer;
  }

  @Test
  void isTheSameWheneverItIsBuilt() {
    var again = BuiltDistrict.build();
    assertEquals(FABRIC.hash(), again.fabric().hash());
    assertEquals(DISTRICT.grids(), again.grids());
    assertTrue(Arrays.equals(DISTRICT.zone(), again.zone()));
    assertEquals(DISTRICT.roles(), again.roles());
    assertEquals(DISTRICT.buildings(), again.buildings());
  }
}
