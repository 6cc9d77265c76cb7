package org.wangge.topology;

import org.locationtech.jts.geom.Coordinate;

/**
 * The integer grid a check works on. Grid coordinates are steps from a centre; both stay below 2²⁹
 * in magnitude, so that differences stay below 2³⁰ and {@link org.wangge.fabric.Exact} is exact. A
 * grid point is one long: x in the upper half, y in the lower.
 */
record Frame(double step, double perMetre, double centreX, double centreY) {
  /** Grid coordinates are smaller than this in magnitude. */
  static final int LIMIT = 1 << 29;

  /** The finest frame not finer than {@code gridMetres} that holds the box. */
  static Frame around(double minX, double minY, double maxX, double maxY, double gridMetres) {
    double span = Math.max(maxX - minX, maxY - minY);
    double step = gridMetres;
    while (span / step >= 2.0 * LIMIT - 4) {
      step *= 10;
    }
    double perMetre = step < 1 ? Math.rint(1 / step) : 1 / Math.rint(step);
    return new Frame(
        step,
        perMetre,
        Math.rint((minX + maxX) / 2 * perMetre),
        Math.rint((minY + maxY) / 2 * perMetre));
  }

  /** Grid x of metres; {@link Integer#MIN_VALUE} when out of the frame, infinite or NaN. */
  int x(double metres) {
    return limited(Math.rint(metres * perMetre - centreX));
  }

  int y(double metres) {
    return limited(Math.rint(metres * perMetre - centreY));
  }

  private static int limited(double steps) {
    return Math.abs(steps) < LIMIT ? (int) steps : Integer.MIN_VALUE;
  }

  double metresX(double steps) {
    return (steps + centreX) / perMetre;
  }

  double metresY(double steps) {
    return (steps + centreY) / perMetre;
  }

  Coordinate metres(long point) {
    return new Coordinate(metresX(x(point)), metresY(y(point)));
  }

  /** Steps in a length. */
  double steps(double metres) {
    return metres * perMetre;
  }

  double length(double steps) {
    return steps / perMetre;
  }

  double area(double squareSteps) {
    return squareSteps / perMetre / perMetre;
  }

  static long pack(int x, int y) {
    return ((long) x << 32) | (y & 0xffffffffL);
  }

  static int x(long point) {
    return (int) (point >> 32);
  }

  static int y(long point) {
    return (int) point;
  }

  /** Steps between two grid points. Math.hypot guards against overflow that cannot happen here. */
  static double distance(long a, long b) {
    double dx = (double) x(b) - x(a);
    double dy = (double) y(b) - y(a);
    return Math.sqrt(dx * dx + dy * dy);
  }
}
