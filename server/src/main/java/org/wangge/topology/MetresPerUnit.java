package org.wangge.topology;

/**
 * How long one unit of a plane's coordinates is on the ground, by axis: 1 and 1 for metres, the
 * lengths of a degree for longitude and latitude.
 */
public record MetresPerUnit(double x, double y) {
  /** For coordinates in metres. */
  public static final MetresPerUnit METRES = new MetresPerUnit(1, 1);

  private static final double SEMI_MAJOR_METRES = 6_378_137;
  private static final double SQUARE_ECCENTRICITY = 0.006_694_38;

  /** Lengths of one degree of longitude and of latitude on the ellipsoid of WGS 84. */
  public static MetresPerUnit ofDegrees(double latitude) {
    double phi = Math.toRadians(latitude);
    double w = 1 - SQUARE_ECCENTRICITY * Math.pow(Math.sin(phi), 2);
    double perRadian = SEMI_MAJOR_METRES / Math.sqrt(w);
    return new MetresPerUnit(
        Math.toRadians(perRadian * Math.cos(phi)),
        Math.toRadians(perRadian * (1 - SQUARE_ECCENTRICITY) / w));
  }
}
