package org.wangge.topology;

import java.util.PriorityQueue;
import org.locationtech.jts.geom.Envelope;

/**
 * The largest circle that fits into a piece of ground. Candidates come from chords square to the
 * boundary, each pushed away from the nearest wall a few times; compact ground is then searched by
 * quartering squares until nothing more than 2 % wider can be left. For long thin ground the search
 * stops after a bounded number of squares: the width is then that of the widest of many places.
 */
final class Widest {
  private static final double ENOUGH = 1.02;
  private static final int MOST_CHORDS = 48;
  private static final int MOST_SQUARES = 300;
  private static final int PUSHES = 6;

  /** Isoperimetric quotient from which ground is searched by squares. */
  private static final double COMPACT = 0.1;

  private final double[] ax;
  private final double[] ay;
  private final double[] bx;
  private final double[] by;
  private final double[] perSquare;
  private final int segments;
  private double bestX;
  private double bestY;
  private double best = -1;
  private int nearest;

  private Widest(Ground ground) {
    segments = ground.points();
    ax = new double[segments];
    ay = new double[segments];
    bx = new double[segments];
    by = new double[segments];
    perSquare = new double[segments];
    int s = 0;
    for (long[] ring : ground.rings()) {
      for (int i = 0; i + 1 < ring.length; i++, s++) {
        ax[s] = Frame.x(ring[i]);
        ay[s] = Frame.y(ring[i]);
        bx[s] = Frame.x(ring[i + 1]);
        by[s] = Frame.y(ring[i + 1]);
        double dx = bx[s] - ax[s];
        double dy = by[s] - ay[s];
        perSquare[s] = 1 / (dx * dx + dy * dy);
      }
    }
  }

  /** A place and the distance from it to the boundary, in steps. */
  record Circle(double x, double y, double radius) {}

  static Circle of(Ground ground) {
    Widest widest = new Widest(ground);
    widest.tryChords();
    if (widest.segments == 3) {
      widest.tryIncircle();
    } else if (4 * Math.PI * ground.area() > COMPACT * Math.pow(ground.perimeter(), 2)) {
      widest.trySquares(ground.envelope());
    }
    return widest.best < 0 ? collapsed(ground) : widest.circle();
  }

  private Circle circle() {
    return new Circle(bestX, bestY, best);
  }

  /** Ground too thin for any inner point to be told from its boundary. */
  private static Circle collapsed(Ground ground) {
    long point = ground.rings().get(0)[0];
    return new Circle(Frame.x(point), Frame.y(point), 0);
  }

  private void tryIncircle() {
    double a = length(1);
    double b = length(2);
    double c = length(0);
    double x = (a * ax[0] + b * ax[1] + c * ax[2]) / (a + b + c);
    double y = (a * ay[0] + b * ay[1] + c * ay[2]) / (a + b + c);
    note(x, y, distance(x, y));
  }

  private double length(int s) {
    return 1 / Math.sqrt(perSquare[s]);
  }

  private void tryChords() {
    int stride = Math.max(1, segments / MOST_CHORDS);
    for (int s = 0; s < segments; s += stride) {
      tryChord(s);
    }
  }

  /** From the middle of a wall straight in to the opposite wall. */
  private void tryChord(int s) {
    double dx = bx[s] - ax[s];
    double dy = by[s] - ay[s];
    double length = Math.sqrt(dx * dx + dy * dy);
    double nx = -dy / length;
    double ny = dx / length;
    double mx = (ax[s] + bx[s]) / 2;
    double my = (ay[s] + by[s]) / 2;
    double reach = reach(s, mx, my, nx, ny);
    if (reach < Double.MAX_VALUE) {
      push(mx + nx * reach / 2, my + ny * reach / 2);
    }
  }

  private double reach(int from, double mx, double my, double nx, double ny) {
    double reach = Double.MAX_VALUE;
    for (int s = 0; s < segments; s++) {
      double da = (ax[s] - mx) * ny - (ay[s] - my) * nx;
      double db = (bx[s] - mx) * ny - (by[s] - my) * nx;
      if (s != from && da > 0 != db > 0) {
        double t = da / (da - db);
        double along =
            (ax[s] + t * (bx[s] - ax[s]) - mx) * nx + (ay[s] + t * (by[s] - ay[s]) - my) * ny;
        reach = along > 0 && along < reach ? along : reach;
      }
    }
    return reach;
  }

  private void push(double startX, double startY) {
    double x = startX;
    double y = startY;
    double radius = distance(x, y);
    for (int i = 0; i < PUSHES; i++) {
      note(x, y, radius);
      double px = footX(nearest, x, y);
      double py = footY(nearest, x, y);
      double step = i < PUSHES / 2 ? 0.3 : 0.1;
      double tryX = x + (x - px) * step;
      double tryY = y + (y - py) * step;
      double tried = distance(tryX, tryY);
      if (tried <= radius) {
        return;
      }
      x = tryX;
      y = tryY;
      radius = tried;
    }
    note(x, y, radius);
  }

  private void note(double x, double y, double radius) {
    if (radius > best && isInside(x, y)) {
      best = radius;
      bestX = x;
      bestY = y;
    }
  }

  private double distance(double x, double y) {
    double least = Double.MAX_VALUE;
    for (int s = 0; s < segments; s++) {
      double px = x - ax[s];
      double py = y - ay[s];
      double dx = bx[s] - ax[s];
      double dy = by[s] - ay[s];
      double share = Math.max(0, Math.min(1, (px * dx + py * dy) * perSquare[s]));
      double ox = px - share * dx;
      double oy = py - share * dy;
      double square = ox * ox + oy * oy;
      if (square < least) {
        least = square;
        nearest = s;
      }
    }
    return Math.sqrt(least);
  }

  /** Distance from a place to the segment between two grid points, in steps. */
  static double distance(long a, long b, double x, double y) {
    double ax = Frame.x(a);
    double ay = Frame.y(a);
    double dx = Frame.x(b) - ax;
    double dy = Frame.y(b) - ay;
    double t = ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy);
    double share = Math.max(0, Math.min(1, t));
    double ox = ax + share * dx - x;
    double oy = ay + share * dy - y;
    return Math.sqrt(ox * ox + oy * oy);
  }

  private double share(int s, double x, double y) {
    double t = ((x - ax[s]) * (bx[s] - ax[s]) + (y - ay[s]) * (by[s] - ay[s])) * perSquare[s];
    return Math.max(0, Math.min(1, t));
  }

  private double footX(int s, double x, double y) {
    return ax[s] + share(s, x, y) * (bx[s] - ax[s]);
  }

  private double footY(int s, double x, double y) {
    return ay[s] + share(s, x, y) * (by[s] - ay[s]);
  }

  private boolean isInside(double x, double y) {
    boolean inside = false;
    for (int s = 0; s < segments; s++) {
      if (ay[s] > y != by[s] > y) {
        inside ^= x < ax[s] + (y - ay[s]) / (by[s] - ay[s]) * (bx[s] - ax[s]);
      }
    }
    return inside;
  }

  private record Square(double x, double y, double half, double most) {}

  private void trySquares(Envelope box) {
    PriorityQueue<Square> queue = new PriorityQueue<>((a, b) -> Double.compare(b.most(), a.most()));
    double half = Math.max(box.getWidth(), box.getHeight()) / 2;
    addSquare(
        queue, (box.getMinX() + box.getMaxX()) / 2, (box.getMinY() + box.getMaxY()) / 2, half);
    for (int i = 0; i < MOST_SQUARES && !queue.isEmpty(); i++) {
      Square square = queue.poll();
      if (square.most() <= best * ENOUGH) {
        return;
      }
      double quarter = square.half() / 2;
      addSquare(queue, square.x() - quarter, square.y() - quarter, quarter);
      addSquare(queue, square.x() + quarter, square.y() - quarter, quarter);
      addSquare(queue, square.x() - quarter, square.y() + quarter, quarter);
      addSquare(queue, square.x() + quarter, square.y() + quarter, quarter);
    }
  }

  private void addSquare(PriorityQueue<Square> queue, double x, double y, double half) {
    double distance = distance(x, y);
    boolean inside = isInside(x, y);
    if (inside && distance > best) {
      note(x, y, distance);
    }
    double most = (inside ? distance : -distance) + half * Math.sqrt(2);
    if (most > best * ENOUGH) {
      queue.add(new Square(x, y, half, most));
    }
  }
}
