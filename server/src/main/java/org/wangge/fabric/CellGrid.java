package org.wangge.fabric;

/**
 * Square cells of 2^n millimetres over a rectangle, and which of them a segment passes. The cells
 * of a segment are found with a margin of 2 mm, so a point within 1 mm of a segment always lies in
 * one of the segment's cells.
 */
public final class CellGrid {
  private static final long MARGIN = 2;

  final long minX;
  final long minY;
  final int shift;
  final int columns;
  final int rows;

  private CellGrid(long minX, long minY, int shift, int columns, int rows) {
    this.minX = minX;
    this.minY = minY;
    this.shift = shift;
    this.columns = columns;
    this.rows = rows;
  }

  /** The finest grid over the rectangle that has at most so many cells (and at least one). */
  static CellGrid over(long minX, long minY, long maxX, long maxY, long atMost) {
    return over(minX, minY, maxX, maxY, atMost, 3);
  }

  /**
   * The finest grid over a rectangle in millimetres that has at most so many cells, each of at
   * least 2^smallestShift mm.
   */
  public static CellGrid over(
      long minX, long minY, long maxX, long maxY, long atMost, int smallestShift) {
    long left = minX - MARGIN;
    long bottom = minY - MARGIN;
    long width = Math.max(maxX, minX) + MARGIN - left;
    long height = Math.max(maxY, minY) + MARGIN - bottom;
    int shift = smallestShift;
    while (((width >> shift) + 1) * ((height >> shift) + 1) > Math.max(1, atMost)) {
      shift++;
    }
    return new CellGrid(
        left, bottom, shift, (int) (width >> shift) + 1, (int) (height >> shift) + 1);
  }

  /**
   * The finest grid around the points that has at most so many cells; around (0, 0) when there are
   * none.
   */
  static CellGrid around(long[] x, long[] y, long atMost) {
    if (x.length == 0) {
      return over(0, 0, 0, 0, 1);
    }
    long minX = x[0];
    long minY = y[0];
    long maxX = x[0];
    long maxY = y[0];
    for (int i = 1; i < x.length; i++) {
      minX = Math.min(minX, x[i]);
      minY = Math.min(minY, y[i]);
      maxX = Math.max(maxX, x[i]);
      maxY = Math.max(maxY, y[i]);
    }
    return over(minX, minY, maxX, maxY, atMost);
  }

  public int cellCount() {
    return columns * rows;
  }

  public int columns() {
    return columns;
  }

  public int rows() {
    return rows;
  }

  public long middleX(int column) {
    return minX + ((long) column << shift) + (1L << shift - 1);
  }

  public long middleY(int row) {
    return minY + ((long) row << shift) + (1L << shift - 1);
  }

  /** Whether the point lies in one of the cells. */
  public boolean contains(long x, long y) {
    return x >= minX && y >= minY && x - minX >> shift < columns && y - minY >> shift < rows;
  }

  /** The cell that holds a point inside the grid. */
  public int cellAt(long x, long y) {
    return row(y) * columns + column(x);
  }

  int column(long x) {
    return clamp(x - minX >> shift, columns);
  }

  int row(long y) {
    return clamp(y - minY >> shift, rows);
  }

  long bottomOf(int row) {
    return minY + ((long) row << shift);
  }

  private static int clamp(long index, int count) {
    return (int) Math.max(0, Math.min(count - 1, index));
  }

  /** Collects the cells of one segment after the other into a buffer that is used again. */
  public final class Walker {
    int[] cells = new int[64];
    int count;

    /**
     * Replaces the buffer with the cells that the segment passes; a cell number is row · columns +
     * column.
     */
    public void walk(long x0, long y0, long x1, long y1) {
      count = 0;
      if (x0 <= x1) {
        sweep(x0, y0, x1, y1);
      } else {
        sweep(x1, y1, x0, y0);
      }
    }

    public int count() {
      return count;
    }

    public int cell(int i) {
      return cells[i];
    }

    private void sweep(long x0, long y0, long x1, long y1) {
      int first = column(x0 - MARGIN);
      int last = column(x1 + MARGIN);
      if (first == last) {
        addColumn(first, Math.min(y0, y1), Math.max(y0, y1));
        return;
      }
      double slope = x1 == x0 ? 0 : (double) (y1 - y0) / (x1 - x0);
      for (int c = first; c <= last; c++) {
        sweepColumn(c, x0, y0, x1, y1, slope);
      }
    }

    private void sweepColumn(int c, long x0, long y0, long x1, long y1, double slope) {
      long left = minX + ((long) c << shift) - MARGIN;
      long right = left + (1L << shift) + 2 * MARGIN;
      long yLeft =
          left <= x0 || x1 == x0 ? y0 : y0 + (long) Math.floor(slope * (Math.min(left, x1) - x0));
      long yRight = right >= x1 ? y1 : y0 + (long) Math.floor(slope * (Math.max(right, x0) - x0));
      addColumn(c, Math.min(yLeft, yRight), Math.max(yLeft, yRight));
    }

    private void addColumn(int column, long low, long high) {
      int last = row(high + MARGIN);
      for (int r = row(low - MARGIN); r <= last; r++) {
        if (count == cells.length) {
          cells = java.util.Arrays.copyOf(cells, 2 * count);
        }
        cells[count++] = r * columns + column;
      }
    }
  }
}
