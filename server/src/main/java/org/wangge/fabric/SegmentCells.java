package org.wangge.fabric;

import java.util.Arrays;

/** Groups segments, or points, by the cells of a grid as compressed rows. */
final class SegmentCells {
  private SegmentCells() {}

  /** Segments by cell; fills start (one more entry than cells). */
  static int[] group(CellGrid grid, long[] ax, long[] ay, long[] bx, long[] by, int[] start) {
    CellGrid.Walker walker = grid.new Walker();
    for (int s = 0; s < ax.length; s++) {
      walker.walk(ax[s], ay[s], bx[s], by[s]);
      for (int i = 0; i < walker.count; i++) {
        start[walker.cells[i] + 1]++;
      }
    }
    accumulate(start);
    int[] fill = Arrays.copyOf(start, start.length);
    int[] members = new int[start[start.length - 1]];
    for (int s = 0; s < ax.length; s++) {
      walker.walk(ax[s], ay[s], bx[s], by[s]);
      for (int i = 0; i < walker.count; i++) {
        members[fill[walker.cells[i]]++] = s;
      }
    }
    return members;
  }

  /** Points by cell; fills start (one more entry than cells). */
  static int[] group(CellGrid grid, long[] x, long[] y, int[] start) {
    for (int n = 0; n < x.length; n++) {
      start[grid.cellAt(x[n], y[n]) + 1]++;
    }
    accumulate(start);
    int[] fill = Arrays.copyOf(start, start.length);
    int[] members = new int[x.length];
    for (int n = 0; n < x.length; n++) {
      members[fill[grid.cellAt(x[n], y[n])]++] = n;
    }
    return members;
  }

  private static void accumulate(int[] start) {
    for (int c = 1; c < start.length; c++) {
      start[c] += start[c - 1];
    }
  }
}
