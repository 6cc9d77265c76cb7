package org.wangge.territory;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.wangge.db.Database;
import org.wangge.fabric.ArcClass;
import org.wangge.fabric.BoundaryLine;
import org.wangge.fabric.Fabric;
import org.wangge.fabric.FabricBuild;
import org.wangge.fabric.FabricBuilder;
import org.wangge.fabric.FabricOptions;
import org.wangge.fabric.Progress;

/**
 * A small chessboard of a district for tests: square blocks of 100 m from (0, 0) on, streets
 * between them, every grid two by two blocks, every community two by two grids, every township two
 * by two communities. One building of ten households stands in the middle of every block.
 */
public final class TestDistricts {
  public static final LocalDate FIRST_DAY = LocalDate.of(2024, 1, 1);
  public static final String CODE = "430399";
  private static final long BLOCK = 100_000;

  private TestDistricts() {}

  /** 2026-05-03 noon in Greenwich. */
  public static Clock clock() {
    return Clock.fixed(Instant.parse("2026-05-03T12:00:00Z"), ZoneOffset.UTC);
  }

  /** A territory on that database with the linear projection. */
  public static Territory territory(Database database) {
    return territory(database, clock());
  }

  /** The same on another day. */
  public static Territory territory(Database database, Clock clock) {
    return new Territory(database, LinearProjection::new, clock);
  }

  /** A territory in which {@link #chessboard} of that size is in force. */
  public static Territory published(Database database, int size) {
    return published(database, size, DistrictSettings.NATIONAL_TIME_ZONE);
  }

  /** The same in another time zone. */
  public static Territory published(Database database, int size, ZoneId timeZone) {
    Territory territory = territory(database);
    territory.publishFirst(chessboard(size, timeZone));
    return territory;
  }

  /**
   * @param size blocks along one side, a multiple of 8
   */
  public static FirstPublication chessboard(int size) {
    return chessboard(size, DistrictSettings.NATIONAL_TIME_ZONE);
  }

  private static FirstPublication chessboard(int size, ZoneId timeZone) {
    FabricBuild build = build(size);
    Fabric fabric = withHouseholds(build.fabric());
    int[] zone =
        IntStream.range(0, fabric.faceCount()).map(f -> cell(fabric, f, 2, size / 2)).toArray();
    return new FirstPublication(
        new DistrictSettings(
            CODE,
            "示意区",
            4547,
            DistrictSettings.NATIONAL_CODE_PATTERN,
            DistrictSettings.NATIONAL_LEVEL_NAMES,
            timeZone,
            true),
        units(size),
        fabric,
        build.report().interior(),
        zone,
        grids(size / 2),
        roles(size / 2),
        buildings(fabric),
        List.of(new Exclusion("托管区", "托管区", square(-500, -500, 400))),
        FIRST_DAY,
        "第一版");
  }

  /**
   * The fabric of {@link #chessboard} with cuts at 30 m from the west through some of its blocks:
   * all who live there stay in the eastern part.
   *
   * @param cut the blocks by their place in a row and the row's place, from the south-west
   */
  public static Fabric cut(int size, int[]... cut) {
    List<BoundaryLine> cuts = new ArrayList<>();
    for (int[] block : cut) {
      long x = block[0] * BLOCK + 30_000;
      cuts.add(line(x, block[1] * BLOCK, x, (block[1] + 1) * BLOCK, ArcClass.LOCAL, "新巷"));
    }
    Fabric fabric = build(size, cuts).fabric();
    int[] households = new int[fabric.faceCount()];
    int[] people = new int[fabric.faceCount()];
    for (int f = 0; f < households.length; f++) {
      boolean empty = fabric.areaSquareMetres(f) < 4000;
      households[f] = empty ? 0 : 10;
      people[f] = empty ? 0 : 31;
    }
    return fabric.withCounts(households, people);
  }

  private static FabricBuild build(int size) {
    return build(size, List.of());
  }

  private static FabricBuild build(int size, List<BoundaryLine> cuts) {
    List<BoundaryLine> lines = new ArrayList<>(cuts);
    long far = size * BLOCK;
    for (int i = 0; i <= size; i++) {
      ArcClass kind = i % 8 == 0 ? ArcClass.ARTERIAL : ArcClass.LOCAL;
      lines.add(line(i * BLOCK, 0, i * BLOCK, far, kind, "纵" + i + "路"));
      lines.add(line(0, i * BLOCK, far, i * BLOCK, kind, "横" + i + "路"));
    }
    lines.add(line(50_000, 0, 50_000, 30_000, ArcClass.PATH, "短巷"));
    return FabricBuilder.build(
        lines, square(0, 0, size * 100.0), List.of(), FabricOptions.defaults(), Progress.none());
  }

  private static BoundaryLine line(long x1, long y1, long x2, long y2, ArcClass kind, String name) {
    return BoundaryLine.of(new long[] {x1, x2}, new long[] {y1, y2}, kind, name);
  }

  private static Geometry square(double x, double y, double side) {
    Geometry square = new GeometryFactory().toGeometry(new Envelope(x, x + side, y, y + side));
    square.setSRID(4547);
    return square;
  }

  private static Fabric withHouseholds(Fabric fabric) {
    int[] households = new int[fabric.faceCount()];
    Arrays.fill(households, 10);
    int[] people = new int[fabric.faceCount()];
    Arrays.fill(people, 31);
    return fabric.withCounts(households, people);
  }

  /** Number of the cell of so many blocks that a face lies in, row by row from the south-west. */
  private static int cell(Fabric fabric, int face, int blocks, int perRow) {
    Coordinate inside = fabric.interiorPoint(face).getCoordinate();
    int column = (int) (inside.x / 100 / blocks);
    int row = (int) (inside.y / 100 / blocks);
    return row * perRow + column;
  }

  private static List<Unit> units(int size) {
    List<Unit> units = new ArrayList<>();
    units.add(new Unit(CODE, UnitLevel.DISTRICT, "示意区", "区", null, FIRST_DAY, null));
    int townships = Math.max(1, size / 8);
    for (int t = 0; t < townships * townships; t++) {
      units.add(new Unit(township(t), UnitLevel.TOWNSHIP, "街道" + t, "街道", CODE, FIRST_DAY, null));
    }
    int perRow = size / 4;
    for (int c = 0; c < perRow * perRow; c++) {
      int t = c / perRow / 2 * townships + c % perRow / 2;
      units.add(
          new Unit(community(c), UnitLevel.COMMUNITY, "社区", "社区", township(t), FIRST_DAY, null));
    }
    return units;
  }

  private static String township(int t) {
    return "%s%03d".formatted(CODE, t + 1);
  }

  private static String community(int c) {
    return "%s900%03d".formatted(CODE, c + 1);
  }

  private static List<Grid> grids(int perRow) {
    return IntStream.range(0, perRow * perRow)
        .mapToObj(
            z -> new Grid(z, gridCode(z), "网格" + z, community(communityOf(z, perRow)), "城镇网格"))
        .toList();
  }

  private static int communityOf(int zone, int perRow) {
    return zone / perRow / 2 * (perRow / 2) + zone % perRow / 2;
  }

  /** Code of a grid of the chessboard. */
  public static String gridCode(int zone) {
    return "%s901%06d".formatted(CODE, zone + 1);
  }

  private static List<RoleSlot> roles(int perRow) {
    return IntStream.range(0, perRow * perRow)
        .boxed()
        .flatMap(
            z ->
                Arrays.stream(Line.values())
                    .map(
                        line ->
                            new RoleSlot(gridCode(z), line, "网格长", line == Line.DJ ? "张三" : null)))
        .toList();
  }

  private static List<Building> buildings(Fabric fabric) {
    return IntStream.range(0, fabric.faceCount())
        .mapToObj(
            f ->
                new Building(
                    "b" + f, "楼" + f, "", fabric.interiorPoint(f).getCoordinate(), 10, 31, 6))
        .toList();
  }
}
