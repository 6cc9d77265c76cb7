package org.wangge.zoning;

import java.util.Arrays;

/**
 * What a designer is asked for: cut each region into zones of given loads.
 *
 * @param graph the blocks
 * @param region region of every block, {@code -1} for a block that is to stay without a zone
 * @param targets wanted load of every zone, per region; only the proportions within a region
 *     matter, because the region's whole load is shared out
 * @param seed equal requests with equal seeds give equal designs
 * @param trees spanning trees tried for every cut: more is better and slower
 * @param compactness how much a short border along strong streets counts against equal loads; 1 is
 *     usual
 */
public record DesignRequest(
    BlockGraph graph, int[] region, double[][] targets, long seed, int trees, double compactness) {

  private static final int TREES = 8;

  public DesignRequest {
    if (region.length != graph.blockCount()) {
      throw new IllegalArgumentException("region must name one region per block");
    }
    if (Arrays.stream(region).anyMatch(r -> r >= targets.length)) {
      throw new IllegalArgumentException("a block names a region without targets");
    }
    if (Arrays.stream(targets).flatMapToDouble(Arrays::stream).anyMatch(target -> !(target > 0))) {
      throw new IllegalArgumentException("every target must be positive");
    }
  }

  /** Zones of equal load: {@code zones[r]} of them in region {@code r}. */
  public static DesignRequest even(BlockGraph graph, int[] region, int[] zones, long seed) {
    double[] loads = loads(graph, region, zones.length);
    double[][] targets = new double[zones.length][];
    for (int r = 0; r < zones.length; r++) {
      targets[r] = new double[zones[r]];
      Arrays.fill(targets[r], Math.max(loads[r], 1) / Math.max(zones[r], 1));
    }
    return of(graph, region, targets, seed);
  }

  /** As many zones per region as bring their load nearest to the target; at least one. */
  public static DesignRequest sized(
      BlockGraph graph, int[] region, int regions, double target, long seed) {
    double[] loads = loads(graph, region, regions);
    int[] zones =
        Arrays.stream(loads)
            .mapToInt(load -> (int) Math.max(1, Math.round(load / target)))
            .toArray();
    return even(graph, region, zones, seed);
  }

  public static DesignRequest of(BlockGraph graph, int[] region, double[][] targets, long seed) {
    return new DesignRequest(graph, region, targets, seed, TREES, 1);
  }

  public DesignRequest withTrees(int count) {
    return new DesignRequest(graph, region, targets, seed, count, compactness);
  }

  public DesignRequest withCompactness(double value) {
    return new DesignRequest(graph, region, targets, seed, trees, value);
  }

  private static double[] loads(BlockGraph graph, int[] region, int regions) {
    double[] loads = new double[regions];
    for (int b = 0; b < region.length; b++) {
      if (region[b] >= 0) {
        loads[region[b]] += graph.load()[b];
      }
    }
    return loads;
  }
}
