package org.wangge.cases;

import java.util.ArrayList;
import java.util.List;

/**
 * The definition of heat written down as a sum over all points with ellipsoidal metres: slow and
 * independent.
 */
final class ExactHeat {
  private static final double A = 6_378_137;
  private static final double E2 = 0.00669437999014;

  private final List<double[]> points = new ArrayList<>();

  void add(double lon, double lat) {
    points.add(new double[] {lon, lat});
  }

  /** Cases per km². */
  double at(double lon, double lat, double bandwidthMetres) {
    double sum = 0;
    for (double[] point : points) {
      double phi = Math.toRadians((lat + point[1]) / 2);
      double w = 1 - E2 * Math.sin(phi) * Math.sin(phi);
      double east = Math.toRadians(lon - point[0]) * A / Math.sqrt(w) * Math.cos(phi);
      double north = Math.toRadians(lat - point[1]) * A * (1 - E2) / Math.pow(w, 1.5);
      sum += Math.exp(-(east * east + north * north) / (2 * bandwidthMetres * bandwidthMetres));
    }
    return sum / (2 * Math.PI * bandwidthMetres * bandwidthMetres) * 1e6;
  }
}
