package org.wangge.zoning;

import java.util.Arrays;

/**
 * The part of a block graph that is being cut: some blocks and the arcs among them, renumbered from
 * 0. Every arc appears once.
 */
final class Patch {
  final int[] blocks;
  final int[] from;
  final int[] to;
  final double[] cost;
  final double[] surcharge;
  final double[] load;
  final double totalLoad;
  final double meanCost;

  private Patch(int[] blocks, int edges, double[] load) {
    this.blocks = blocks;
    this.load = load;
    this.totalLoad = Arrays.stream(load).sum();
    this.from = new int[edges];
    this.to = new int[edges];
    this.cost = new double[edges];
    this.surcharge = new double[edges];
    this.meanCost = 0;
  }

  private Patch(Patch filled) {
    this.blocks = filled.blocks;
    this.load = filled.load;
    this.totalLoad = filled.totalLoad;
    this.from = filled.from;
    this.to = filled.to;
    this.cost = filled.cost;
    this.surcharge = filled.surcharge;
    this.meanCost = Math.max(Arrays.stream(cost).average().orElse(1), 1e-9);
  }

  /**
   * @param local scratch as long as the graph has blocks, all −1; left so again
   */
  static Patch of(BlockGraph graph, int[] blocks, int[] local) {
    for (int i = 0; i < blocks.length; i++) {
      local[blocks[i]] = i;
    }
    double[] load = Arrays.stream(blocks).mapToDouble(b -> graph.load()[b]).toArray();
    Patch patch = new Patch(blocks, countEdges(graph, blocks, local), load);
    patch.fill(graph, local);
    for (int block : blocks) {
      local[block] = -1;
    }
    return new Patch(patch);
  }

  int size() {
    return blocks.length;
  }

  private static int countEdges(BlockGraph graph, int[] blocks, int[] local) {
    int edges = 0;
    for (int i = 0; i < blocks.length; i++) {
      for (int e = graph.start()[blocks[i]]; e < graph.start()[blocks[i] + 1]; e++) {
        edges += local[graph.neighbour()[e]] > i ? 1 : 0;
      }
    }
    return edges;
  }

  private void fill(BlockGraph graph, int[] local) {
    int next = 0;
    for (int i = 0; i < blocks.length; i++) {
      for (int e = graph.start()[blocks[i]]; e < graph.start()[blocks[i] + 1]; e++) {
        int other = local[graph.neighbour()[e]];
        if (other > i) {
          from[next] = i;
          to[next] = other;
          cost[next] = graph.cost(e);
          surcharge[next++] = 1 - Math.min(1, graph.weight()[e]);
        }
      }
    }
  }
}
