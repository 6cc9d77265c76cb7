package org.wangge.demo;

import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.wangge.zoning.BlockGraph;
import org.wangge.zoning.DesignRequest;
import org.wangge.zoning.Designer;

/**
 * Gives every block to a region: first to the nearest heart, with hearts pulling harder while their
 * region is too small; then borders move to streets, rivers and railways.
 */
final class RegionMap {
  private static final int ROUNDS = 120;
  private static final double PULL = 0.3;
  private static final double CONTRAST = 4;

  private final List<Region> regions;
  private final Coordinate[] centres;
  private final double[] area;
  private final double[] wanted;
  private final double[] pull;
  private final Coordinate[][] hearts;

  private RegionMap(List<Region> regions, Pen pen, Coordinate[] centres, double[] area) {
    this.regions = regions;
    this.centres = centres;
    this.area = area;
    this.pull = new double[regions.size()];
    this.hearts =
        regions.stream()
            .map(r -> r.hearts().stream().map(pen::at).toArray(Coordinate[]::new))
            .toArray(Coordinate[][]::new);
    double sum = regions.stream().mapToDouble(Region::squareKilometres).sum();
    double ground = Arrays.stream(area).sum();
    this.wanted = regions.stream().mapToDouble(r -> r.squareKilometres() / sum * ground).toArray();
  }

  /**
   * @param dry blocks that are given to regions; the others get −1
   * @param centres of the blocks, metres
   * @param area of the blocks, 0 where not dry
   */
  static int[] draw(
      List<Region> regions,
      Pen pen,
      BlockGraph graph,
      boolean[] dry,
      Coordinate[] centres,
      double[] area) {
    RegionMap map = new RegionMap(regions, pen, centres, area);
    int[] label = map.settle(dry);
    Connected.mend(graph, label, regions.size());
    int[] one = new int[label.length];
    for (int f = 0; f < one.length; f++) {
      one[f] = dry[f] ? 0 : -1;
    }
    DesignRequest request =
        DesignRequest.of(
            graph.withLoad(area).withContrast(CONTRAST), one, new double[][] {map.wanted}, 0);
    return Designer.improve(request.withCompactness(4), label).zone();
  }

  private int[] settle(boolean[] dry) {
    int[] label = new int[centres.length];
    Arrays.fill(label, -1);
    for (int round = 0; round < ROUNDS; round++) {
      double[] have = new double[regions.size()];
      for (int f = 0; f < label.length; f++) {
        if (dry[f]) {
          label[f] = strongest(centres[f]);
          have[label[f]] += area[f];
        }
      }
      for (int r = 0; r < have.length; r++) {
        pull[r] += PULL * (wanted[r] - have[r]);
      }
    }
    return label;
  }

  private int strongest(Coordinate place) {
    int best = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int r = 0; r < hearts.length; r++) {
      for (Coordinate heart : hearts[r]) {
        double dx = place.x - heart.x;
        double dy = place.y - heart.y;
        double value = dx * dx + dy * dy - pull[r];
        if (value < least) {
          least = value;
          best = r;
        }
      }
    }
    return best;
  }
}
