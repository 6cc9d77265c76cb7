package org.wangge.exchange;

/**
 * Lambert's cylindrical equal-area projection of the ellipsoid (EPSG method 9835) for layers as
 * wide as a country: every area is true, lengths are true along one parallel.
 */
final class EqualAreaCylinder {
  private static final double E2 = square(TransverseMercator.Ellipsoid.WGS84.eccentricity());
  private static final double E = Math.sqrt(E2);
  private static final double A = TransverseMercator.Ellipsoid.WGS84.semiMajorMetres();
  private static final double LARGEST_PARALLEL = 70;

  private EqualAreaCylinder() {}

  /** A system that is true along the parallel. */
  static Crs crs(double parallelDegrees) {
    double parallel =
        Math.toRadians(Math.max(-LARGEST_PARALLEL, Math.min(LARGEST_PARALLEL, parallelDegrees)));
    double scale = Math.cos(parallel) / Math.sqrt(1 - E2 * square(Math.sin(parallel)));
    String name = "equal-area cylinder true at %.1f°".formatted(Math.toDegrees(parallel));
    return new Crs(
        0, name, false, false, (xy, n) -> inverse(xy, n, scale), (xy, n) -> forward(xy, n, scale));
  }

  private static void forward(double[] xy, int count, double scale) {
    Crs.CRS84.fromLonLat().apply(xy, count);
    for (int i = 0; i < 2 * count; i += 2) {
      xy[i] = A * scale * Math.toRadians(xy[i]);
      xy[i + 1] = A * q(Math.sin(Math.toRadians(xy[i + 1]))) / (2 * scale);
    }
  }

  private static void inverse(double[] xy, int count, double scale) {
    for (int i = 0; i < 2 * count; i += 2) {
      xy[i] = Math.toDegrees(xy[i] / (A * scale));
      xy[i + 1] = Math.toDegrees(latitude(2 * scale * xy[i + 1] / A));
    }
    Crs.CRS84.fromLonLat().apply(xy, count);
  }

  private static double q(double sin) {
    return (1 - E2)
        * (sin / (1 - E2 * sin * sin) + Math.log((1 + E * sin) / (1 - E * sin)) / (2 * E));
  }

  /** Newton's method on q(sin φ) = q; it converges in a few steps away from the poles. */
  private static double latitude(double q) {
    double phi = Math.asin(Math.max(-1, Math.min(1, q / 2)));
    for (int step = 0; step < 8; step++) {
      double sin = Math.sin(phi);
      double w = 1 - E2 * sin * sin;
      phi += (q - q(sin)) * w * w / (2 * (1 - E2) * Math.max(1e-9, Math.cos(phi)));
    }
    return phi;
  }

  private static double square(double x) {
    return x * x;
  }
}
