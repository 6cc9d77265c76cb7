package org.wangge.fabric;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Dirty street networks from a seed: a jittered grid with missing links, and around it everything
 * that goes wrong with streets.
 */
public final class Networks {
  private final Random random;
  private final List<BoundaryLine> lines = new ArrayList<>();
  private final long originX;
  private final long originY;
  private final int columns;
  private final int rows;
  private final long spacing;

  private Networks(long seed, int columns, int rows, long spacing, long originX, long originY) {
    this.random = new Random(seed);
    this.columns = columns;
    this.rows = rows;
    this.spacing = spacing;
    this.originX = originX;
    this.originY = originY;
  }

  /** A jittered grid only; every seventh link is missing. */
  public static List<BoundaryLine> grid(long seed, int columns, int rows, long spacing) {
    Networks networks = new Networks(seed, columns, rows, spacing, 0, 0);
    networks.addGrid();
    return networks.lines;
  }

  /**
   * A small grid with duplicates, reversals, overlaps, over- and undershoots, near misses, islands,
   * loops and dangles.
   */
  public static List<BoundaryLine> dirty(long seed, long originX, long originY) {
    Random choice = new Random(seed);
    Networks networks =
        new Networks(
            seed,
            2 + choice.nextInt(5),
            2 + choice.nextInt(5),
            1L << (3 + choice.nextInt(14)),
            originX,
            originY);
    networks.addGrid();
    for (int i = 0; i < 12; i++) {
      networks.addDirt(choice.nextInt(8));
    }
    return networks.lines;
  }

  private void addGrid() {
    long[][] x = new long[columns + 1][rows + 1];
    long[][] y = new long[columns + 1][rows + 1];
    for (int c = 0; c <= columns; c++) {
      for (int r = 0; r <= rows; r++) {
        x[c][r] = originX + c * spacing + jitter(spacing / 3);
        y[c][r] = originY + r * spacing + jitter(spacing / 3);
      }
    }
    for (int c = 0; c <= columns; c++) {
      for (int r = 0; r <= rows; r++) {
        if (c < columns && random.nextInt(7) > 0) {
          add(x[c][r], y[c][r], x[c + 1][r], y[c + 1][r]);
        }
        if (r < rows && random.nextInt(7) > 0) {
          add(x[c][r], y[c][r], x[c][r + 1], y[c][r + 1]);
        }
      }
    }
  }

  private long jitter(long reach) {
    return reach <= 0 ? 0 : random.nextLong(-reach, reach + 1);
  }

  private void add(long... xy) {
    long[] xs = new long[xy.length / 2];
    long[] ys = new long[xs.length];
    for (int i = 0; i < xs.length; i++) {
      xs[i] = xy[2 * i];
      ys[i] = xy[2 * i + 1];
    }
    ArcClass arcClass = ArcClass.values()[random.nextInt(ArcClass.values().length)];
    lines.add(
        BoundaryLine.of(xs, ys, arcClass, random.nextInt(3) == 0 ? "" : "路" + random.nextInt(4)));
  }

  private void addDirt(int kind) {
    if (lines.isEmpty()) {
      return;
    }
    BoundaryLine line = lines.get(random.nextInt(lines.size()));
    long ax = line.xs()[0];
    long ay = line.ys()[0];
    long bx = line.xs()[line.pointCount() - 1];
    long by = line.ys()[line.pointCount() - 1];
    switch (kind) {
      case 0 -> add(bx, by, ax, ay);
      case 1 -> add(ax, ay, ax + (bx - ax) / 2, ay + (by - ay) / 2, ax, ay, bx, by);
      case 2 -> add(ax + jitter(1), ay + jitter(1), bx + jitter(1), by + jitter(1));
      case 3 -> add(ax - (bx - ax) / 3, ay - (by - ay) / 3, bx + (bx - ax) / 3, by + (by - ay) / 3);
      case 4 ->
          add(
              ax + (bx - ax) / 2 + jitter(3),
              ay + (by - ay) / 2 + jitter(3),
              somewhereX(),
              somewhereY());
      case 5 -> add(ax, ay, somewhereX(), somewhereY(), bx, by, ax + (bx - ax) / 4, by, ax, ay);
      case 6 -> addDiamond(somewhereX(), somewhereY(), 1 + random.nextLong(spacing));
      default ->
          add(somewhereX(), somewhereY(), somewhereX(), somewhereY(), somewhereX(), somewhereY());
    }
  }

  private void addDiamond(long x, long y, long r) {
    add(x - r, y, x, y - r, x + r, y, x, y + r, x - r, y);
  }

  private long somewhereX() {
    return originX + random.nextLong(-spacing, (columns + 1) * spacing);
  }

  private long somewhereY() {
    return originY + random.nextLong(-spacing, (rows + 1) * spacing);
  }
}
