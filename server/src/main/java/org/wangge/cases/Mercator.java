package org.wangge.cases;

/**
 * Spherical Web Mercator (EPSG:3857) and how many metres of ground its units are worth on the WGS
 * 84 ellipsoid. The two scales differ by up to 0.7 % because the projection treats ellipsoidal
 * latitude as spherical.
 */
final class Mercator {
  private static final double RADIUS_METRES = 6_378_137;
  private static final double ECCENTRICITY_SQUARED = 0.00669437999014;

  private Mercator() {}

  static double x(double lon) {
    return RADIUS_METRES * Math.toRadians(lon);
  }

  static double y(double lat) {
    return RADIUS_METRES * Math.log(Math.tan(Math.PI / 4 + Math.toRadians(lat) / 2));
  }

  static double lon(double x) {
    return Math.toDegrees(x / RADIUS_METRES);
  }

  static double lat(double y) {
    return Math.toDegrees(2 * Math.atan(Math.exp(y / RADIUS_METRES)) - Math.PI / 2);
  }

  /** Metres of ground per unit eastwards at this northing. */
  static double groundMetresEast(double y) {
    double sin = Math.tanh(y / RADIUS_METRES);
    return Math.sqrt((1 - sin * sin) / (1 - ECCENTRICITY_SQUARED * sin * sin));
  }

  /** Metres of ground per unit northwards at this northing. */
  static double groundMetresNorth(double y) {
    double sin = Math.tanh(y / RADIUS_METRES);
    double w = 1 - ECCENTRICITY_SQUARED * sin * sin;
    return groundMetresEast(y) * (1 - ECCENTRICITY_SQUARED) / w;
  }
}
