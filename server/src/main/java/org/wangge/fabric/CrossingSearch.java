package org.wangge.fabric;

import java.util.Arrays;

/**
 * Finds every pair of segments that cross inside both and puts a node at the rounded crossing.
 * Looks cell by cell; within a crowded cell it sweeps from left to right.
 */
final class CrossingSearch {
  private static final int CROWDED = 24;

  private final long[] ax;
  private final long[] ay;
  private final long[] bx;
  private final long[] by;
  private final NodeTable nodes;
  private long[] order = new long[64];

  private CrossingSearch(long[] ax, long[] ay, long[] bx, long[] by, NodeTable nodes) {
    this.ax = ax;
    this.ay = ay;
    this.bx = bx;
    this.by = by;
    this.nodes = nodes;
  }

  static void addCrossings(
      CellGrid grid, long[] ax, long[] ay, long[] bx, long[] by, NodeTable nodes) {
    new CrossingSearch(ax, ay, bx, by, nodes).run(grid);
  }

  private void run(CellGrid grid) {
    int[] start = new int[grid.cellCount() + 1];
    int[] members = SegmentCells.group(grid, ax, ay, bx, by, start);
    for (int c = 0; c < grid.cellCount(); c++) {
      if (start[c + 1] - start[c] > CROWDED) {
        sweep(members, start[c], start[c + 1]);
      } else {
        compareAll(members, start[c], start[c + 1]);
      }
    }
  }

  private void compareAll(int[] members, int from, int to) {
    for (int i = from; i < to; i++) {
      for (int j = from; j < i; j++) {
        compare(members[i], members[j]);
      }
    }
  }

  private void sweep(int[] members, int from, int to) {
    int n = to - from;
    order = order.length < n ? new long[2 * n] : order;
    long left = Long.MAX_VALUE;
    for (int i = from; i < to; i++) {
      left = Math.min(left, minX(members[i]));
    }
    for (int i = 0; i < n; i++) {
      order[i] = (minX(members[from + i]) - left) << 32 | members[from + i];
    }
    Arrays.sort(order, 0, n);
    for (int i = 0; i < n; i++) {
      int s = (int) order[i];
      long reach = maxX(s) - left;
      for (int j = i + 1; j < n && order[j] >> 32 <= reach; j++) {
        compare(s, (int) order[j]);
      }
    }
  }

  private long minX(int s) {
    return Math.min(ax[s], bx[s]);
  }

  private long maxX(int s) {
    return Math.max(ax[s], bx[s]);
  }

  private void compare(int s, int t) {
    if (boxesOverlap(s, t)
        && Exact.crossProperly(ax[s], ay[s], bx[s], by[s], ax[t], ay[t], bx[t], by[t])) {
      addCrossing(s, t);
    }
  }

  private boolean boxesOverlap(int s, int t) {
    return Math.min(ax[s], bx[s]) < Math.max(ax[t], bx[t])
            && Math.min(ax[t], bx[t]) < Math.max(ax[s], bx[s])
        ? boxesOverlapInY(s, t)
        : verticalOverlap(s, t);
  }

  private boolean boxesOverlapInY(int s, int t) {
    return Math.min(ay[s], by[s]) <= Math.max(ay[t], by[t])
        && Math.min(ay[t], by[t]) <= Math.max(ay[s], by[s]);
  }

  /** A vertical segment has no width: its box may overlap another only in the closed sense. */
  private boolean verticalOverlap(int s, int t) {
    return (ax[s] == bx[s] || ax[t] == bx[t])
        && Math.min(ax[s], bx[s]) <= Math.max(ax[t], bx[t])
        && Math.min(ax[t], bx[t]) <= Math.max(ax[s], bx[s])
        && boxesOverlapInY(s, t);
  }

  private void addCrossing(int s, int t) {
    long dx = bx[s] - ax[s];
    long dy = by[s] - ay[s];
    long ex = bx[t] - ax[t];
    long ey = by[t] - ay[t];
    long denominator = dx * ey - dy * ex;
    long numerator = (ax[t] - ax[s]) * ey - (ay[t] - ay[s]) * ex;
    nodes.idOf(
        HotPixel.round(ax[s], dx, numerator, denominator),
        HotPixel.round(ay[s], dy, numerator, denominator));
  }
}
