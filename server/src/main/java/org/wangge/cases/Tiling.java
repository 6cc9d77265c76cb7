package org.wangge.cases;

/**
 * A square raster of tiles over points (Web Mercator centimetres) by which rows are sorted: a
 * counting sort and its index.
 */
final class Tiling {
  private final int side;
  private final long west;
  private final long south;
  private final long east;
  private final long north;
  private final long tile;

  private Tiling(int side, long west, long south, long east, long north) {
    this.side = side;
    this.west = west;
    this.south = south;
    this.east = east;
    this.north = north;
    this.tile = Math.max(1, Math.max(east - west, north - south) / side + 1);
  }

  static Tiling around(int[] xs, int[] ys, int n, int side) {
    long west = Integer.MAX_VALUE;
    long south = Integer.MAX_VALUE;
    long east = Integer.MIN_VALUE;
    long north = Integer.MIN_VALUE;
    for (int i = 0; i < n; i++) {
      west = Math.min(west, xs[i]);
      east = Math.max(east, xs[i]);
      south = Math.min(south, ys[i]);
      north = Math.max(north, ys[i]);
    }
    return new Tiling(side, west, south, east, north);
  }

  double[] boundsMetres() {
    return new double[] {west / 100.0, south / 100.0, east / 100.0, north / 100.0};
  }

  private int tileOf(int x, int y) {
    return (int) ((y - south) / tile) * side + (int) ((x - west) / tile);
  }

  /** First row of every tile and, last, the number of rows. */
  int[] starts(int[] xs, int[] ys, int n) {
    int[] starts = new int[side * side + 1];
    for (int i = 0; i < n; i++) {
      starts[tileOf(xs[i], ys[i]) + 1]++;
    }
    for (int t = 0; t < side * side; t++) {
      starts[t + 1] += starts[t];
    }
    return starts;
  }

  /** The row to put at each place of the sorted order. */
  int[] order(int[] xs, int[] ys, int n, int[] starts) {
    int[] next = starts.clone();
    int[] order = new int[n];
    for (int i = 0; i < n; i++) {
      order[next[tileOf(xs[i], ys[i])]++] = i;
    }
    return order;
  }

  void runs(
      int[] starts,
      double boxWest,
      double boxSouth,
      double boxEast,
      double boxNorth,
      CaseColumns.RunConsumer to) {
    if (boxWest > east || boxEast < west || boxSouth > north || boxNorth < south) {
      return;
    }
    int firstColumn = index(boxWest - west);
    int lastColumn = index(boxEast - west);
    for (int row = index(boxSouth - south); row <= index(boxNorth - south); row++) {
      to.accept(starts[row * side + firstColumn], starts[row * side + lastColumn + 1]);
    }
  }

  private int index(double offset) {
    return (int) Math.max(0, Math.min(side - 1, Math.floor(offset / tile)));
  }
}
