package org.wangge.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.wangge.territory.GridCodes;
import org.wangge.zoning.BlockGraph;
import org.wangge.zoning.Design;
import org.wangge.zoning.DesignRequest;
import org.wangge.zoning.Designer;

/**
 * The communities and villages on the ground.
 *
 * @param units all of them, in the order of their codes
 * @param community number of the unit of every block, −1 where the block is in no region
 * @param grids how many grids each unit is to have
 */
record Communities(List<AdministrativeUnit> units, int[] community, int[] grids) {
  private static final double COMPACTNESS = 1.6;
  private static final int TREES = 24;
  private static final double CONTRAST = 3;

  static Communities draw(
      List<Region> regions,
      int[] region,
      BlockGraph graph,
      Blocks blocks,
      Pen pen,
      SplittableRandom random) {
    List<AdministrativeUnit> units =
        AdministrativeUnit.load().stream().filter(unit -> unit.code().length() == 12).toList();
    int[][] members = regions.stream().map(r -> members(r, units)).toArray(int[][]::new);
    int[][] grids = new int[regions.size()][];
    for (int r = 0; r < grids.length; r++) {
      grids[r] = gridCounts(regions.get(r), members[r].length, random);
    }
    BlockGraph loaded =
        graph.withLoad(loads(regions, region, graph, blocks)).withContrast(CONTRAST);
    Design design = design(loaded, region, grids, random.nextLong());
    int[] unitOfZone = name(design, members, units, hearts(pen), blocks);
    return named(units, design, unitOfZone, grids);
  }

  private static int[] members(Region region, List<AdministrativeUnit> units) {
    return IntStream.range(0, units.size()).filter(u -> region.holds(units.get(u))).toArray();
  }

  private static Design design(BlockGraph graph, int[] region, int[][] grids, long seed) {
    double[][] targets =
        Arrays.stream(grids)
            .map(counts -> Arrays.stream(counts).asDoubleStream().toArray())
            .toArray(double[][]::new);
    DesignRequest request = DesignRequest.of(graph, region, targets, seed);
    return Designer.design(request.withTrees(TREES).withCompactness(COMPACTNESS));
  }

  private static Communities named(
      List<AdministrativeUnit> units, Design design, int[] unitOfZone, int[][] grids) {
    int[] ofFace = Arrays.stream(design.zone()).map(z -> z < 0 ? -1 : unitOfZone[z]).toArray();
    int[] gridsOfZone = Arrays.stream(grids).flatMapToInt(Arrays::stream).toArray();
    int[] gridsOfUnit = new int[units.size()];
    for (int z = 0; z < gridsOfZone.length; z++) {
      gridsOfUnit[unitOfZone[z]] = gridsOfZone[z];
    }
    return new Communities(units, ofFace, gridsOfUnit);
  }

  private static int[] gridCounts(Region region, int units, SplittableRandom random) {
    double[] weights = random.doubles(units, 0.5, 1.5).toArray();
    int usual = region.grids() / units;
    return Shares.atLeast(Math.max(1, usual - 2), region.grids(), weights);
  }

  /** Villages are even by households and by ground; communities by households alone. */
  private static double[] loads(
      List<Region> regions, int[] region, BlockGraph graph, Blocks blocks) {
    double[] households = new double[regions.size()];
    double[] ground = new double[regions.size()];
    for (int f = 0; f < region.length; f++) {
      if (region[f] >= 0) {
        households[region[f]] += graph.load()[f];
        ground[region[f]] += blocks.area()[f];
      }
    }
    double[] loads = new double[region.length];
    for (int f = 0; f < region.length; f++) {
      int r = region[f];
      if (r >= 0) {
        double byArea = regions.get(r).isRural() ? 0.5 : 0.1;
        loads[f] =
            1000
                * ((1 - byArea) * graph.load()[f] / households[r]
                    + byArea * blocks.area()[f] / ground[r]);
      }
    }
    return loads;
  }

  private static Map<String, Coordinate> hearts(Pen pen) {
    Map<String, Coordinate> hearts = new HashMap<>();
    for (String line : Sketch.readLines("hearts.txt")) {
      String[] parts = line.split("\\|", -1);
      hearts.put(parts[0], pen.at(Sketch.point(parts[1])));
    }
    return hearts;
  }

  private static int[] name(
      Design design,
      int[][] members,
      List<AdministrativeUnit> units,
      Map<String, Coordinate> hearts,
      Blocks blocks) {
    Coordinate[] centre = centres(design, blocks);
    int[] unitOfZone = new int[design.zoneCount()];
    for (int r = 0; r < members.length; r++) {
      int number = r;
      List<Integer> free = new ArrayList<>();
      IntStream.range(0, centre.length)
          .filter(z -> design.regionOfZone()[z] == number)
          .forEach(free::add);
      nameRegion(members[r], free, centre, unitOfZone, unit -> hearts.get(units.get(unit).code()));
    }
    return unitOfZone;
  }

  /** Where a unit lies by its name; null when the name does not tell. */
  private interface Hearts {
    @Nullable Coordinate of(int unit);
  }

  /**
   * Units whose name says where they are take the nearest zone; the others follow in reading order.
   */
  private static void nameRegion(
      int[] members, List<Integer> free, Coordinate[] centre, int[] unitOfZone, Hearts hearts) {
    List<Integer> unplaced = new ArrayList<>();
    for (int unit : members) {
      Coordinate heart = hearts.of(unit);
      if (heart == null) {
        unplaced.add(unit);
      } else {
        Comparator<Integer> nearest = Comparator.comparingDouble(z -> centre[z].distance(heart));
        Integer zone = free.stream().min(nearest).orElseThrow();
        unitOfZone[zone] = unit;
        free.remove(zone);
      }
    }
    List<Integer> order = GridCodes.readingOrder(free.stream().map(z -> centre[z]).toList());
    for (int i = 0; i < unplaced.size(); i++) {
      unitOfZone[free.get(order.get(i))] = unplaced.get(i);
    }
  }

  private static Coordinate[] centres(Design design, Blocks blocks) {
    double[][] sums = new double[design.zoneCount()][3];
    for (int f = 0; f < design.zone().length; f++) {
      if (design.zone()[f] >= 0) {
        double[] sum = sums[design.zone()[f]];
        sum[0] += blocks.area()[f] * blocks.centre()[f].x;
        sum[1] += blocks.area()[f] * blocks.centre()[f].y;
        sum[2] += blocks.area()[f];
      }
    }
    return Arrays.stream(sums)
        .map(s -> new Coordinate(s[0] / s[2], s[1] / s[2]))
        .toArray(Coordinate[]::new);
  }
}
