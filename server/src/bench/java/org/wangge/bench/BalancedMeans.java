package org.wangge.bench;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.wangge.fabric.Fabric;
import org.wangge.zoning.Design;

/**
 * The usual other way to draw zones of equal load, as a baseline: Lloyd's k-means on the middles of
 * blocks, with a weight a centre that grows while its zone is too light and shrinks while it is too
 * heavy (a power diagram). Knows neither streets nor borders.
 */
final class BalancedMeans {
  private static final int ROUNDS = 30;

  private final double[] x;
  private final double[] y;
  private final double[] load;
  private final int[] zone;

  private BalancedMeans(Fabric fabric) {
    int n = fabric.faceCount();
    this.x = new double[n];
    this.y = new double[n];
    this.load = new double[n];
    this.zone = new int[n];
    for (int f = 0; f < n; f++) {
      Coordinate middle = fabric.faceGeometry(f).getCentroid().getCoordinate();
      x[f] = middle.x;
      y[f] = middle.y;
      load[f] = fabric.households(f);
    }
  }

  static Design design(Fabric fabric, int[] region, int[] zones, long seed) {
    BalancedMeans means = new BalancedMeans(fabric);
    int first = 0;
    int[] regionOfZone = new int[IntStream.of(zones).sum()];
    for (int r = 0; r < zones.length; r++) {
      int of = r;
      int[] blocks = IntStream.range(0, region.length).filter(f -> region[f] == of).toArray();
      means.divide(blocks, zones[r], first, new SplittableRandom(seed + r));
      Arrays.fill(regionOfZone, first, first + zones[r], r);
      first += zones[r];
    }
    return new Design(means.zone, regionOfZone, List.of());
  }

  private void divide(int[] blocks, int k, int first, SplittableRandom random) {
    double[] cx = new double[k];
    double[] cy = new double[k];
    double[] weight = new double[k];
    for (int c = 0; c < k; c++) {
      int block = blocks[random.nextInt(blocks.length)];
      cx[c] = x[block];
      cy[c] = y[block];
    }
    double all = IntStream.of(blocks).mapToDouble(b -> load[b]).sum();
    double step = spread(blocks) / (10.0 * k);
    for (int round = 0; round < ROUNDS; round++) {
      for (int block : blocks) {
        zone[block] = first + nearest(block, cx, cy, weight);
      }
      move(blocks, first, cx, cy, weight, all / k, step);
    }
  }

  private double spread(int[] blocks) {
    double minX = IntStream.of(blocks).mapToDouble(b -> x[b]).min().orElse(0);
    double maxX = IntStream.of(blocks).mapToDouble(b -> x[b]).max().orElse(0);
    return (maxX - minX) * (maxX - minX);
  }

  private int nearest(int block, double[] cx, double[] cy, double[] weight) {
    int best = 0;
    double least = Double.MAX_VALUE;
    for (int c = 0; c < cx.length; c++) {
      double dx = x[block] - cx[c];
      double dy = y[block] - cy[c];
      double power = dx * dx + dy * dy - weight[c];
      if (power < least) {
        least = power;
        best = c;
      }
    }
    return best;
  }

  private void move(
      int[] blocks,
      int first,
      double[] cx,
      double[] cy,
      double[] weight,
      double target,
      double step) {
    double[] sum = new double[cx.length];
    double[] sx = new double[cx.length];
    double[] sy = new double[cx.length];
    for (int block : blocks) {
      int c = zone[block] - first;
      double mass = load[block] + 0.01;
      sum[c] += mass;
      sx[c] += mass * x[block];
      sy[c] += mass * y[block];
    }
    for (int c = 0; c < cx.length; c++) {
      cx[c] = sum[c] > 0 ? sx[c] / sum[c] : cx[c];
      cy[c] = sum[c] > 0 ? sy[c] / sum[c] : cy[c];
      weight[c] += step * Math.max(-1, Math.min(1, 1 - sum[c] / Math.max(1, target)));
    }
  }
}
