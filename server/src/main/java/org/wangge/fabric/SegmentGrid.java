package org.wangge.fabric;

import java.util.Arrays;

/**
 * Finds what lies under a point: the segments of a fabric in the cells of a grid. Segment k runs
 * from point k to point k + 1 of one arc. Cells that no segment passes know what lies below them
 * once they were asked. Safe for threads: who asks at once finds the same.
 */
final class SegmentGrid {
  private static final int UNKNOWN = -2;

  private final FabricData data;
  private final CellGrid grid;
  private final int[] cellStart;
  private final int[] segments;
  private final int[] emptyCellBelow;

  private SegmentGrid(FabricData data, CellGrid grid, int[] cellStart, int[] segments) {
    this.data = data;
    this.grid = grid;
    this.cellStart = cellStart;
    this.segments = segments;
    this.emptyCellBelow = new int[grid.cellCount()];
    Arrays.fill(emptyCellBelow, UNKNOWN);
  }

  static SegmentGrid of(FabricData data) {
    CellGrid grid = cells(data);
    int[] start = new int[grid.cellCount() + 1];
    CellGrid.Walker walker = grid.new Walker();
    forEachSegment(data, walker, (segment, cell) -> start[cell + 1]++);
    for (int c = 0; c < grid.cellCount(); c++) {
      start[c + 1] += start[c];
    }
    int[] fill = Arrays.copyOf(start, grid.cellCount());
    int[] segments = new int[start[grid.cellCount()]];
    forEachSegment(data, walker, (segment, cell) -> segments[fill[cell]++] = segment);
    return new SegmentGrid(data, grid, start, segments);
  }

  private interface CellVisitor {
    void visit(int segment, int cell);
  }

  private static void forEachSegment(FabricData data, CellGrid.Walker walker, CellVisitor visitor) {
    long[] x = data.pointX();
    long[] y = data.pointY();
    for (int a = 0; a < data.arcCount(); a++) {
      for (int k = data.pointStart()[a]; k < data.pointStart()[a + 1] - 1; k++) {
        walker.walk(x[k], y[k], x[k + 1], y[k + 1]);
        for (int i = 0; i < walker.count; i++) {
          visitor.visit(k, walker.cells[i]);
        }
      }
    }
  }

  static CellGrid cells(FabricData data) {
    return CellGrid.around(data.pointX(), data.pointY(), Math.max(64, 2L * data.pointX().length));
  }

  /** What lies below the middle of an empty cell: the same face lies above it everywhere. */
  private int belowEmpty(int cell, int column, int row) {
    int known = emptyCellBelow[cell];
    if (known == UNKNOWN) {
      long middle = grid.minX + ((long) column << grid.shift) + (1L << grid.shift - 1);
      known = row == 0 ? -1 : below(middle, grid.bottomOf(row), column, row - 1);
      emptyCellBelow[cell] = known;
    }
    return known;
  }

  private boolean isEmpty(int cell) {
    return cellStart[cell] == cellStart[cell + 1];
  }

  /**
   * The half-edge met first when going straight down from the point, with the point on its left; −1
   * when there is none. A line through the point itself does not count.
   */
  int halfEdgeBelow(long x, long y) {
    if (!grid.contains(x, y)) {
      return -1;
    }
    return below(x, y, grid.column(x), grid.row(y));
  }

  private int below(long x, long y, int column, int startRow) {
    for (int row = startRow; row >= 0; row--) {
      int cell = row * grid.columns + column;
      if (isEmpty(cell)) {
        return belowEmpty(cell, column, row);
      }
      int segment = highestBelow(x, y, grid.bottomOf(row), cell);
      if (segment >= 0) {
        return upperSide(segment);
      }
    }
    return -1;
  }

  private int highestBelow(long x, long y, long bottom, int cell) {
    int best = -1;
    for (int i = cellStart[cell]; i < cellStart[cell + 1]; i++) {
      int k = segments[i];
      if (spans(k, x)
          && above(k, x, y) > 0
          && above(k, x, bottom) <= 0
          && (best < 0 || higher(k, best))) {
        best = k;
      }
    }
    return best;
  }

  private boolean spans(int k, long x) {
    long[] px = data.pointX();
    return Exact.spans(px[k], px[k + 1], x);
  }

  /** 1 when the point is above the segment, 0 on its line, −1 below. */
  private int above(int k, long x, long y) {
    long[] px = data.pointX();
    long[] py = data.pointY();
    return Exact.above(px[k], py[k], px[k + 1], py[k + 1], x, y);
  }

  /** Whether s runs above t where both are over the same x; they do not cross. */
  private boolean higher(int s, int t) {
    int side = above(t, s, left(s) >= left(t), true);
    if (side != 0) {
      return side > 0;
    }
    return above(t, s, right(s) <= right(t), false) > 0;
  }

  /**
   * Side of an end of s seen from t, or (when s reaches further) the opposite of an end of t seen
   * from s.
   */
  private int above(int t, int s, boolean endOfS, boolean leftEnd) {
    int of = endOfS ? s : t;
    boolean forward = data.pointX()[of] < data.pointX()[of + 1];
    int end = forward == leftEnd ? of : of + 1;
    int side = above(endOfS ? t : s, data.pointX()[end], data.pointY()[end]);
    return endOfS ? side : -side;
  }

  private long left(int k) {
    return Math.min(data.pointX()[k], data.pointX()[k + 1]);
  }

  private long right(int k) {
    return Math.max(data.pointX()[k], data.pointX()[k + 1]);
  }

  private int upperSide(int segment) {
    int arc = arcOf(segment);
    return data.pointX()[segment] < data.pointX()[segment + 1] ? 2 * arc : 2 * arc + 1;
  }

  private int arcOf(int segment) {
    int found = Arrays.binarySearch(data.pointStart(), segment);
    return found >= 0 ? found : -found - 2;
  }

  /**
   * The lowest face ≥ 0 on either side of any segment through the point; −1 when none passes it.
   */
  int lowestFaceTouching(long x, long y, int[] face) {
    if (!grid.contains(x, y)) {
      return -1;
    }
    int cell = grid.cellAt(x, y);
    int lowest = Integer.MAX_VALUE;
    for (int i = cellStart[cell]; i < cellStart[cell + 1]; i++) {
      int k = segments[i];
      if (touches(k, x, y)) {
        int arc = arcOf(k);
        lowest = Math.min(lowest, lower(face[2 * arc], face[2 * arc + 1]));
      }
    }
    return lowest == Integer.MAX_VALUE ? -1 : lowest;
  }

  private boolean touches(int k, long x, long y) {
    long[] px = data.pointX();
    long[] py = data.pointY();
    return Exact.onSegment(px[k], py[k], px[k + 1], py[k + 1], x, y);
  }

  private static int lower(int left, int right) {
    int a = left < 0 ? Integer.MAX_VALUE : left;
    int b = right < 0 ? Integer.MAX_VALUE : right;
    return Math.min(a, b);
  }
}
