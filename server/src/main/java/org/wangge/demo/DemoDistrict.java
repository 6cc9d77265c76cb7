package org.wangge.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.locationtech.jts.geom.Coordinate;
import org.wangge.fabric.BoundaryLine;
import org.wangge.fabric.Fabric;
import org.wangge.fabric.FabricBuild;
import org.wangge.fabric.FabricBuilder;
import org.wangge.fabric.FabricOptions;
import org.wangge.fabric.Progress;
import org.wangge.territory.DistrictSettings;
import org.wangge.territory.EllipsoidArea;
import org.wangge.territory.Exclusion;
import org.wangge.territory.FirstPublication;
import org.wangge.territory.Projection;
import org.wangge.territory.Unit;
import org.wangge.territory.UnitLevel;
import org.wangge.zoning.BlockGraph;

/**
 * The demo district 雨湖 (示意数据): real names and codes at the real place, everything else made up.
 *
 * <p>12 townships, 105 communities and villages, 473 grids drawn by {@link
 * org.wangge.zoning.Designer} (326 urban, 147 rural), 616 100 people in 197 181 households, 1 892
 * role slots, a coverage domain of 451.39 km² on the ellipsoid with one named exclusion. Equal
 * seeds give equal districts.
 */
public final class DemoDistrict {
  /** The seed of the district that a first start shows. */
  public static final long SEED = 430302;

  /** CGCS2000 in zones of three degrees, 114° E: the CRS district surveys of the place use. */
  public static final int METRIC_SRID = 4547;

  private static final double SQUARE_METRES = 451_390_000;
  private static final Coordinate MIDDLE_LON_LAT = new Coordinate(112.85, 27.93);
  private static final LocalDate CODES_OF = LocalDate.of(2023, 6, 30);
  private static final LocalDate EFFECTIVE = LocalDate.of(2024, 1, 1);
  private static final String DISTRICT = "430302";

  private DemoDistrict() {}

  /**
   * @param projection to the CRS the district is computed in: metres, east and north
   * @param progress told of the stages
   */
  public static FirstPublication build(long seed, Projection projection, Progress progress) {
    progress.report("草图", 0);
    Sketch sketch = Sketch.load();
    Pen pen = pen(sketch, projection, new Noise(seed));
    SplittableRandom random = new SplittableRandom(seed);
    StreetMap map = StreetMap.draw(sketch, pen, random.nextLong());
    progress.report("街区底图", 0.3);
    FabricBuild build = fabric(map);
    progress.report("镇街与村社区", 0.6);
    return people(map, pen, build, projection, random, progress);
  }

  private static FabricBuild fabric(StreetMap map) {
    FabricBuild rough = build(map, map.lines().stream().map(StreetLine::toBoundaryLine).toList());
    return build(map, Tidy.withoutScraps(rough));
  }

  private static FabricBuild build(StreetMap map, List<BoundaryLine> lines) {
    FabricOptions options = FabricOptions.defaults();
    return FabricBuilder.build(lines, map.domain(), map.water(), options, Progress.none());
  }

  private static FirstPublication people(
      StreetMap map,
      Pen pen,
      FabricBuild build,
      Projection projection,
      SplittableRandom random,
      Progress progress) {
    BlockGraph bare = BlockGraph.of(build.fabric());
    Blocks blocks = Blocks.of(build.fabric(), bare, map);
    List<Region> regions = Region.load();
    int[] region =
        RegionMap.draw(regions, pen, bare, blocks.dry(), blocks.centre(), blocks.dryArea());
    Fabric fabric = Settlement.settle(build.fabric(), blocks, map, region, regions, random.split());
    BlockGraph graph = BlockGraph.of(fabric);
    Communities communities = Communities.draw(regions, region, graph, blocks, pen, random.split());
    progress.report("网格", 0.75);
    GridMap grids = GridMap.draw(fabric, graph, communities, random.nextLong());
    progress.report("楼栋", 0.85);
    var buildings = Dwellings.build(fabric, communities, map.places(), random.split());
    progress.report("完成", 1);
    return new FirstPublication(
        settings(projection),
        units(),
        fabric,
        build.report().interior(),
        grids.zone(),
        grids.grids(),
        Roles.fill(grids.grids(), random.split()),
        buildings,
        List.of(new Exclusion("九华托管区（示意）", "托管区", map.exclusion())),
        EFFECTIVE,
        "示意数据：街道、街区、网格、人口均为合成；名称与编码来自国家统计局");
  }

  private static DistrictSettings settings(Projection projection) {
    return new DistrictSettings(
        DISTRICT,
        "雨湖区",
        projection.metricSrid(),
        DistrictSettings.NATIONAL_CODE_PATTERN,
        DistrictSettings.NATIONAL_LEVEL_NAMES,
        DistrictSettings.NATIONAL_TIME_ZONE,
        true);
  }

  private static List<Unit> units() {
    List<Unit> units = new ArrayList<>();
    for (AdministrativeUnit unit : AdministrativeUnit.load()) {
      int digits = unit.code().length();
      UnitLevel level =
          digits == 6 ? UnitLevel.DISTRICT : digits == 9 ? UnitLevel.TOWNSHIP : UnitLevel.COMMUNITY;
      String parent = digits == 6 ? null : unit.code().substring(0, digits - 3);
      units.add(new Unit(unit.code(), level, unit.name(), unit.kind(), parent, CODES_OF, null));
    }
    return units;
  }

  /** Draws at the scale at which the domain has the district's area on the ellipsoid. */
  private static Pen pen(Sketch sketch, Projection projection, Noise noise) {
    Coordinate middle = projection.toMetric(MIDDLE_LON_LAT.x, MIDDLE_LON_LAT.y);
    Coordinate origin = new Coordinate(Math.rint(middle.x), Math.rint(middle.y));
    double scale = 990;
    for (int i = 0; i < 5; i++) {
      Ground ground = Ground.of(sketch, new Pen(origin, scale, noise));
      scale *=
          Math.sqrt(
              SQUARE_METRES / EllipsoidArea.squareMetres(projection.toLonLat(ground.domain())));
    }
    return new Pen(origin, scale, noise);
  }
}
