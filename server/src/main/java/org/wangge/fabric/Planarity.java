package org.wangge.fabric;

import java.util.ArrayList;
import java.util.List;

/** Looks for arcs that meet elsewhere than at nodes. */
final class Planarity {
  private static final int ENOUGH = 20;

  private final FabricData data;
  private final int[] first;
  private final int[] arc;
  private final long[] ax;
  private final long[] ay;
  private final long[] bx;
  private final long[] by;
  private final List<String> meetings = new ArrayList<>();

  private Planarity(FabricData data) {
    this.data = data;
    int count = data.pointX().length - data.arcCount();
    first = new int[count];
    arc = new int[count];
    ax = new long[count];
    ay = new long[count];
    bx = new long[count];
    by = new long[count];
    int s = 0;
    for (int a = 0; a < data.arcCount(); a++) {
      for (int k = data.pointStart()[a]; k < data.pointStart()[a + 1] - 1; k++) {
        put(s++, a, k);
      }
    }
  }

  private void put(int s, int ofArc, int k) {
    first[s] = k;
    arc[s] = ofArc;
    ax[s] = data.pointX()[k];
    ay[s] = data.pointY()[k];
    bx[s] = data.pointX()[k + 1];
    by[s] = data.pointY()[k + 1];
  }

  /** The first few places where arcs meet although there is no node, in words. */
  static List<String> meetings(FabricData data) {
    Planarity planarity = new Planarity(data);
    planarity.run();
    return planarity.meetings;
  }

  private void run() {
    CellGrid grid = SegmentGrid.cells(data);
    int[] start = new int[grid.cellCount() + 1];
    int[] members = SegmentCells.group(grid, ax, ay, bx, by, start);
    for (int c = 0; c < grid.cellCount() && meetings.size() < ENOUGH; c++) {
      for (int i = start[c]; i < start[c + 1]; i++) {
        for (int j = start[c]; j < i; j++) {
          compare(members[i], members[j]);
        }
      }
    }
  }

  private void compare(int s, int t) {
    if (boxesMeet(s, t) && meetsWrongly(s, t)) {
      meetings.add(
          "arcs %d and %d meet without a node near (%d, %d)"
              .formatted(arc[s], arc[t], ax[s], ay[s]));
    }
  }

  private boolean boxesMeet(int s, int t) {
    return Math.min(ax[s], bx[s]) <= Math.max(ax[t], bx[t])
        && Math.min(ax[t], bx[t]) <= Math.max(ax[s], bx[s])
        && Math.min(ay[s], by[s]) <= Math.max(ay[t], by[t])
        && Math.min(ay[t], by[t]) <= Math.max(ay[s], by[s]);
  }

  private boolean meetsWrongly(int s, int t) {
    return Exact.crossProperly(ax[s], ay[s], bx[s], by[s], ax[t], ay[t], bx[t], by[t])
        || endMeets(s, true, t)
        || endMeets(s, false, t)
        || endMeets(t, true, s)
        || endMeets(t, false, s);
  }

  /**
   * Whether an end of s touches t elsewhere than at a common node or the point that both follow
   * each other in.
   */
  private boolean endMeets(int s, boolean start, int t) {
    long x = start ? ax[s] : bx[s];
    long y = start ? ay[s] : by[s];
    if (!Exact.onSegment(ax[t], ay[t], bx[t], by[t], x, y)) {
      return false;
    }
    boolean atStart = x == ax[t] && y == ay[t];
    boolean atEnd = x == bx[t] && y == by[t];
    return !(atStart || atEnd)
        || !mayShare(start ? first[s] : first[s] + 1, atStart ? first[t] : first[t] + 1);
  }

  private boolean mayShare(int point, int other) {
    return point == other || (isNode(point) && isNode(other));
  }

  private boolean isNode(int point) {
    int found = java.util.Arrays.binarySearch(data.pointStart(), point);
    boolean isFirst = found >= 0;
    return isFirst || java.util.Arrays.binarySearch(data.pointStart(), point + 1) >= 0;
  }
}
