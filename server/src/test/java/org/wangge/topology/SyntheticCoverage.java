package org.wangge.topology;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/**
 * A made-up layer without error: six-sided cells about half a kilometre wide in staggered rows,
 * with jittered corners and wiggly, densified sides that neighbours share exactly (about 62
 * vertices a cell). All coordinates are whole millimetres. The same seed gives the same layer.
 */
public final class SyntheticCoverage {
  static final GeometryFactory FACTORY = new GeometryFactory();
  private static final double CELL_METRES = 500;
  private static final int INNER_POINTS = 9;

  private final int rows;
  private final int columns;
  private final long seed;

  private SyntheticCoverage(int rows, int columns, long seed) {
    this.rows = rows;
    this.columns = columns;
    this.seed = seed;
  }

  /** As many cells as fit a nearly square block of at most {@code cells}. */
  public static SyntheticCoverage of(int cells, long seed) {
    int columns = (int) Math.ceil(Math.sqrt(cells));
    return new SyntheticCoverage(cells / columns, columns, seed);
  }

  public int rows() {
    return rows;
  }

  public int columns() {
    return columns;
  }

  public int cells() {
    return rows * columns;
  }

  /** All cells, row by row; polygon i is cell i. */
  public List<LayerPolygon> polygons() {
    List<LayerPolygon> polygons = new ArrayList<>(cells());
    for (int cell = 0; cell < cells(); cell++) {
      polygons.add(polygon(cell, FACTORY.createPolygon(ring(cell))));
    }
    return polygons;
  }

  static LayerPolygon polygon(int index, Polygon geometry) {
    return new LayerPolygon(index, "P" + index, geometry);
  }

  /** The outer edge of all cells. */
  public Polygon domain() {
    List<Coordinate> line = new ArrayList<>();
    for (int i = 0; i < 2 * columns; i++) {
      append(line, i, 0, i + 1, 0);
    }
    for (int row = 0; row < rows; row++) {
      rise(line, row, 2 * columns);
    }
    for (int i = 2 * columns + ((rows - 1) & 1); i > ((rows - 1) & 1); i--) {
      append(line, i, rows, i - 1, rows);
    }
    for (int row = rows - 1; row >= 0; row--) {
      sink(line, row);
    }
    line.add(line.get(0).copy());
    return FACTORY.createPolygon(line.toArray(Coordinate[]::new));
  }

  private void rise(List<Coordinate> line, int row, int right) {
    int at = right + (row & 1);
    append(line, at, row, at, row + 1);
    if (row + 1 < rows) {
      append(line, at, row + 1, right + ((row + 1) & 1), row + 1);
    }
  }

  private void sink(List<Coordinate> line, int row) {
    int at = row & 1;
    append(line, at, row + 1, at, row);
    if (row > 0) {
      append(line, at, row, (row - 1) & 1, row);
    }
  }

  /** The closed ring of a cell, counter-clockwise from its lower left corner. */
  public Coordinate[] ring(int cell) {
    List<Coordinate> line = new ArrayList<>(6 * (INNER_POINTS + 1) + 1);
    for (int side = 0; side < 6; side++) {
      line.addAll(Arrays.asList(side(cell, side)));
    }
    line.add(line.get(0).copy());
    return line.toArray(Coordinate[]::new);
  }

  /**
   * The points of one side but its last; sides 0 and 1 are below, 2 right, 3 and 4 above, 5 left.
   */
  Coordinate[] side(int cell, int side) {
    List<Coordinate> line = new ArrayList<>(INNER_POINTS + 1);
    int row = cell / columns;
    int left = 2 * (cell % columns) + (row & 1);
    switch (side) {
      case 0 -> append(line, left, row, left + 1, row);
      case 1 -> append(line, left + 1, row, left + 2, row);
      case 2 -> append(line, left + 2, row, left + 2, row + 1);
      case 3 -> append(line, left + 2, row + 1, left + 1, row + 1);
      case 4 -> append(line, left + 1, row + 1, left, row + 1);
      default -> append(line, left, row + 1, left, row);
    }
    return line.toArray(Coordinate[]::new);
  }

  /** Appends the points from one corner towards another, the last left out. */
  private void append(List<Coordinate> line, int i, int j, int toI, int toJ) {
    boolean forward = toI > i || toJ > j;
    Coordinate a = corner(forward ? i : toI, forward ? j : toJ);
    Coordinate b = corner(forward ? toI : i, forward ? toJ : j);
    long salt = hash(forward ? i : toI, forward ? j : toJ, i == toI ? 7 : 8);
    line.add(forward ? a : b);
    for (int k = 1; k <= INNER_POINTS; k++) {
      line.add(inner(a, b, forward ? k : INNER_POINTS + 1 - k, salt));
    }
  }

  private Coordinate inner(Coordinate a, Coordinate b, int k, long salt) {
    double t = (double) k / (INNER_POINTS + 1);
    double phase = unit(salt) * Math.PI;
    double wave = 9 * Math.sin(Math.PI * t) * Math.sin(5 * t + phase);
    double noise = 1.5 * unit(salt * 31 + k);
    double length = a.distance(b);
    double nx = -(b.y - a.y) / length;
    double ny = (b.x - a.x) / length;
    return millimetres(
        a.x + (b.x - a.x) * t + nx * (wave + noise), a.y + (b.y - a.y) * t + ny * (wave + noise));
  }

  private Coordinate corner(int i, int j) {
    double jitterX = 0.14 * unit(hash(i, j, 1));
    double jitterY = 0.2 * unit(hash(i, j, 2));
    return millimetres((i / 2.0 + jitterX) * CELL_METRES, (j + jitterY) * CELL_METRES);
  }

  static Coordinate millimetres(double x, double y) {
    return new Coordinate(Math.rint(x * 1000) / 1000, Math.rint(y * 1000) / 1000);
  }

  private long hash(int i, int j, int what) {
    return mix(mix(mix(seed + what) + i) + j);
  }

  static long mix(long value) {
    long z = value + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** −1 to 1. */
  static double unit(long value) {
    return (mix(value) >> 11) * 0x1.0p-52;
  }
}
