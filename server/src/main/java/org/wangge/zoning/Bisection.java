package org.wangge.zoning;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Cuts a patch into zones by cutting it in two again and again. Each cut is the best of all
 * single-edge cuts of several random spanning trees: both sides are connected, loads come near the
 * targets, the border is short and lies on strong streets.
 */
final class Bisection {
  private static final double UNEVEN_PENALTY = 0.3;

  private final BlockGraph graph;
  private final int[] zone;
  private final int[] local;
  private final int trees;
  private final double compactness;
  private final SplittableRandom random;

  /**
   * @param zone filled with zone numbers
   * @param local scratch, all −1
   */
  Bisection(
      BlockGraph graph,
      int[] zone,
      int[] local,
      int trees,
      double compactness,
      SplittableRandom random) {
    this.graph = graph;
    this.zone = zone;
    this.local = local;
    this.trees = trees;
    this.compactness = compactness;
    this.random = random;
  }

  /**
   * Labels {@code blocks} with zones {@code first + from … first + to − 1}, sized in proportion to
   * their targets.
   */
  void divide(int[] blocks, double[] targets, int from, int to, int first) {
    if (to - from == 1 || blocks.length <= 1) {
      label(blocks, first + from);
      return;
    }
    Patch patch = Patch.of(graph, blocks, local);
    Cut cut = bestCut(patch, new Shares(targets, from, to));
    int[] inside = cut.blocks(patch, true);
    int[] outside = cut.blocks(patch, false);
    int middle = from + cut.zones;
    divide(cut.insideFirst ? inside : outside, targets, from, middle, first);
    divide(cut.insideFirst ? outside : inside, targets, middle, to, first);
  }

  /** Parts two zones anew: the blocks of both, with the two targets. */
  void divideInTwo(int[] blocks, double[] targets, int[] zones) {
    Patch patch = Patch.of(graph, blocks, local);
    Cut cut = bestCut(patch, new Shares(targets, 0, 2));
    label(cut.blocks(patch, cut.insideFirst), zones[0]);
    label(cut.blocks(patch, !cut.insideFirst), zones[1]);
  }

  private void label(int[] blocks, int number) {
    for (int block : blocks) {
      zone[block] = number;
    }
  }

  private Cut bestCut(Patch patch, Shares shares) {
    Cut best = new Cut();
    for (int t = 0; t < trees; t++) {
      SpanningTree tree = SpanningTree.random(patch, random);
      for (int node = 0; node < patch.size(); node++) {
        if (tree.parent[node] >= 0) {
          consider(patch, tree, node, shares, best);
        }
      }
    }
    return best;
  }

  private void consider(Patch patch, SpanningTree tree, int node, Shares shares, Cut best) {
    double share = tree.load[node] / Math.max(patch.totalLoad, 1e-9);
    int zones = shares.nearest(share);
    score(patch, tree, node, shares, zones, true, best);
    score(patch, tree, node, shares, shares.nearest(1 - share), false, best);
  }

  private void score(
      Patch patch,
      SpanningTree tree,
      int node,
      Shares shares,
      int zones,
      boolean insideFirst,
      Cut best) {
    int size = insideFirst ? tree.size[node] : patch.size() - tree.size[node];
    double load = insideFirst ? tree.load[node] : patch.totalLoad - tree.load[node];
    double score = compactness * tree.cutCost[node] / (patch.meanCost * Math.sqrt(patch.size()));
    score += misfit(patch, shares, zones, load);
    score += UNEVEN_PENALTY * Math.abs(2.0 * zones / shares.count() - 1);
    score +=
        10.0
            * (Math.max(0, zones - size)
                + Math.max(0, shares.count() - zones - patch.size() + size));
    if (score < best.score) {
      best.take(score, tree, node, zones, insideFirst);
    }
  }

  /**
   * How far the zones of either side must miss their targets at least, in tenths of a target; dear
   * beyond one.
   */
  private static double misfit(Patch patch, Shares shares, int zones, double load) {
    double share = load / Math.max(patch.totalLoad, 1e-9);
    double wanted = shares.upTo(zones);
    double miss = Math.abs(share - wanted) / Math.min(wanted, 1 - wanted) * 10;
    return miss + miss * miss;
  }

  /** The best cut so far. */
  private static final class Cut {
    private double score = Double.POSITIVE_INFINITY;
    private boolean[] inside = {};
    private int zones;
    private boolean insideFirst;

    private void take(double newScore, SpanningTree tree, int node, int zoneCount, boolean first) {
      score = newScore;
      inside = tree.subtree(node);
      zones = zoneCount;
      insideFirst = first;
    }

    private int[] blocks(Patch patch, boolean side) {
      int[] chosen = new int[patch.size()];
      int count = 0;
      for (int i = 0; i < inside.length; i++) {
        if (inside[i] == side) {
          chosen[count++] = patch.blocks[i];
        }
      }
      return Arrays.copyOf(chosen, count);
    }
  }

  /** Running sums of the targets of consecutive zones, as shares of their sum. */
  private static final class Shares {
    private final double[] sum;

    private Shares(double[] targets, int from, int to) {
      sum = new double[to - from + 1];
      for (int i = from; i < to; i++) {
        sum[i - from + 1] = sum[i - from] + targets[i];
      }
      double total = sum[to - from];
      for (int i = 0; i < sum.length; i++) {
        sum[i] /= total;
      }
    }

    private int count() {
      return sum.length - 1;
    }

    private double upTo(int zones) {
      return sum[zones];
    }

    /** How many of the first zones (1 … count − 1) together come nearest to the share. */
    private int nearest(double share) {
      int found = Arrays.binarySearch(sum, share);
      int above = found >= 0 ? found : -found - 1;
      boolean below = above > 0 && (above > count() || share - sum[above - 1] < sum[above] - share);
      return Math.max(1, Math.min(count() - 1, below ? above - 1 : above));
    }
  }
}
