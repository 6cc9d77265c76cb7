package org.wangge.zoning;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Chessboards of blocks for tests: cell (column, row) is block {@code row × columns + column},
 * every arc is 1 m.
 */
final class BlockGrids {
  private BlockGrids() {}

  static BlockGraph plain(int columns, int rows) {
    return withArterialEvery(Integer.MAX_VALUE, columns, rows);
  }

  /**
   * Every {@code period}-th street between columns and between rows is an arterial of weight 0.35.
   */
  static BlockGraph withArterialEvery(int period, int columns, int rows) {
    int n = columns * rows;
    int[] start = new int[n + 1];
    int[] neighbour = new int[4 * n];
    double[] weight = new double[4 * n];
    int end = 0;
    for (int b = 0; b < n; b++) {
      int column = b % columns;
      int row = b / columns;
      int[][] around = {{column - 1, row}, {column + 1, row}, {column, row - 1}, {column, row + 1}};
      for (int[] cell : around) {
        if (cell[0] >= 0 && cell[0] < columns && cell[1] >= 0 && cell[1] < rows) {
          int street =
              Math.max(column, cell[0]) * (cell[1] == row ? 1 : 0)
                  + Math.max(row, cell[1]) * (cell[0] == column ? 1 : 0);
          weight[end] = street % period == 0 ? 0.35 : 1;
          neighbour[end++] = cell[1] * columns + cell[0];
        }
      }
      start[b + 1] = end;
    }
    double[] length = new double[end];
    double[] load = new double[n];
    Arrays.fill(length, 1);
    Arrays.fill(load, 1);
    return new BlockGraph(
        start, Arrays.copyOf(neighbour, end), length, Arrays.copyOf(weight, end), load);
  }

  /** Log-normal loads, an eighth of the blocks empty: what towns look like. */
  static BlockGraph lumpy(BlockGraph graph, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] load = new double[graph.blockCount()];
    for (int b = 0; b < load.length; b++) {
      double gauss = random.doubles(12).sum() - 6;
      load[b] = random.nextInt(8) == 0 ? 0 : Math.rint(30 * Math.exp(0.7 * gauss));
    }
    return graph.withLoad(load);
  }

  /** Naive oracle: how many connected parts the blocks of a label have. */
  static int parts(BlockGraph graph, int[] label, int wanted) {
    boolean[] seen = new boolean[label.length];
    int parts = 0;
    for (int b = 0; b < label.length; b++) {
      if (label[b] == wanted && !seen[b]) {
        parts++;
        flood(graph, label, b, seen);
      }
    }
    return parts;
  }

  private static void flood(BlockGraph graph, int[] label, int from, boolean[] seen) {
    java.util.ArrayDeque<Integer> queue = new java.util.ArrayDeque<>();
    queue.add(from);
    seen[from] = true;
    while (!queue.isEmpty()) {
      int block = queue.poll();
      for (int e = graph.start()[block]; e < graph.start()[block + 1]; e++) {
        int other = graph.neighbour()[e];
        if (!seen[other] && label[other] == label[block]) {
          seen[other] = true;
          queue.add(other);
        }
      }
    }
  }
}
