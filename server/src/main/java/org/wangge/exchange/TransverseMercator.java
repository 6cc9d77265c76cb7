package org.wangge.exchange;

/**
 * Gauss–Krüger and UTM on an ellipsoid by the Krüger series to sixth order (Karney, Transverse
 * Mercator with an accuracy of a few nanometres, 2011): exact to well below a micrometre within 30°
 * of the central meridian.
 *
 * <p>It stands beside GeoTools because these zones are what every district uses: no registry has to
 * be unpacked first, and the numbers are the same on every machine.
 */
final class TransverseMercator {
  private static final int ORDER = 6;
  private static final double MAXIMUM_DISTANCE_DEGREES = 60;
  private static final double[][] FORWARD = {
    {1 / 2.0, -2 / 3.0, 5 / 16.0, 41 / 180.0, -127 / 288.0, 7891 / 37800.0},
    {0, 13 / 48.0, -3 / 5.0, 557 / 1440.0, 281 / 630.0, -1983433 / 1935360.0},
    {0, 0, 61 / 240.0, -103 / 140.0, 15061 / 26880.0, 167603 / 181440.0},
    {0, 0, 0, 49561 / 161280.0, -179 / 168.0, 6601661 / 7257600.0},
    {0, 0, 0, 0, 34729 / 80640.0, -3418889 / 1995840.0},
    {0, 0, 0, 0, 0, 212378941 / 319334400.0}
  };
  private static final double[][] INVERSE = {
    {1 / 2.0, -2 / 3.0, 37 / 96.0, -1 / 360.0, -81 / 512.0, 96199 / 604800.0},
    {0, 1 / 48.0, 1 / 15.0, -437 / 1440.0, 46 / 105.0, -1118711 / 3870720.0},
    {0, 0, 17 / 480.0, -37 / 840.0, -209 / 4480.0, 5569 / 90720.0},
    {0, 0, 0, 4397 / 161280.0, -11 / 504.0, -830251 / 7257600.0},
    {0, 0, 0, 0, 4583 / 161280.0, -108847 / 3991680.0},
    {0, 0, 0, 0, 0, 20648693 / 638668800.0}
  };

  private final double centralMeridianDegrees;
  private final double falseEastingMetres;
  private final double falseNorthingMetres;
  private final double radiusMetres;
  private final double eccentricity;
  private final double[] alpha;
  private final double[] beta;

  TransverseMercator(
      Ellipsoid ellipsoid,
      double centralMeridianDegrees,
      double scale,
      double falseEastingMetres,
      double falseNorthingMetres) {
    double n = ellipsoid.thirdFlattening();
    double n2 = n * n;
    this.centralMeridianDegrees = centralMeridianDegrees;
    this.falseEastingMetres = falseEastingMetres;
    this.falseNorthingMetres = falseNorthingMetres;
    this.eccentricity = ellipsoid.eccentricity();
    this.radiusMetres =
        scale
            * ellipsoid.semiMajorMetres()
            / (1 + n)
            * (1 + n2 / 4 + n2 * n2 / 64 + n2 * n2 * n2 / 256);
    this.alpha = evaluate(FORWARD, n);
    this.beta = evaluate(INVERSE, n);
  }

  private static double[] evaluate(double[][] table, double n) {
    double[] values = new double[ORDER];
    for (int j = 0; j < ORDER; j++) {
      double power = n;
      for (int k = 0; k < ORDER; k++, power *= n) {
        values[j] += table[j][k] * power;
      }
    }
    return values;
  }

  void forward(double[] xy, int count) {
    for (int i = 0; i < 2 * count; i += 2) {
      forwardOne(xy, i);
    }
  }

  void inverse(double[] xy, int count) {
    for (int i = 0; i < 2 * count; i += 2) {
      inverseOne(xy, i);
    }
  }

  private void forwardOne(double[] xy, int i) {
    double longitude = Math.IEEEremainder(xy[i] - centralMeridianDegrees, 360);
    if (!(Math.abs(longitude) <= MAXIMUM_DISTANCE_DEGREES && Math.abs(xy[i + 1]) <= 90)) {
      throw new CrsException(
          "lon %s, lat %s has no image in the zone of the meridian %s°: it must lie within %s° of it"
              .formatted(xy[i], xy[i + 1], centralMeridianDegrees, MAXIMUM_DISTANCE_DEGREES));
    }
    double lambda = Math.toRadians(longitude);
    double tau = conformal(Math.tan(Math.toRadians(xy[i + 1])));
    double cosine = Math.cos(lambda);
    double xi = Math.atan2(tau, cosine);
    double eta = asinh(Math.sin(lambda) / Math.hypot(tau, cosine));
    series(alpha, 1, xi, eta, xy, i);
    xy[i] = falseEastingMetres + radiusMetres * xy[i];
    xy[i + 1] = falseNorthingMetres + radiusMetres * xy[i + 1];
  }

  private void inverseOne(double[] xy, int i) {
    double eta = (xy[i] - falseEastingMetres) / radiusMetres;
    double xi = (xy[i + 1] - falseNorthingMetres) / radiusMetres;
    if (!(Math.abs(eta) <= 1.5 && Math.abs(xi) <= Math.PI / 2)) {
      throw new CrsException(
          "easting %s m, northing %s m is not a place on earth in the zone of the meridian %s°"
              .formatted(xy[i], xy[i + 1], centralMeridianDegrees));
    }
    series(beta, -1, xi, eta, xy, i);
    double sinh = Math.sinh(xy[i]);
    double cosine = Math.cos(xy[i + 1]);
    double tau = geodetic(Math.sin(xy[i + 1]) / Math.hypot(sinh, cosine));
    xy[i] = centralMeridianDegrees + Math.toDegrees(Math.atan2(sinh, cosine));
    xy[i + 1] = Math.toDegrees(Math.atan(tau));
  }

  /**
   * Puts eta + sign·Σ c cos(2jξ) sinh(2jη) at i and xi + sign·Σ c sin(2jξ) cosh(2jη) at i + 1, by
   * complex Clenshaw.
   */
  private static void series(double[] c, int sign, double xi, double eta, double[] out, int i) {
    double sin = Math.sin(2 * xi);
    double cos = Math.cos(2 * xi);
    double exp = Math.exp(2 * eta);
    double cosh = (exp + 1 / exp) / 2;
    double sinh = Math.abs(eta) < 1e-3 ? Math.sinh(2 * eta) : (exp - 1 / exp) / 2;
    double re = 2 * cos * cosh;
    double im = -2 * sin * sinh;
    double r1 = 0, i1 = 0, r2 = 0, i2 = 0;
    for (int j = ORDER - 1; j >= 0; j--) {
      double r = re * r1 - im * i1 - r2 + c[j];
      double s = re * i1 + im * r1 - i2;
      r2 = r1;
      i2 = i1;
      r1 = r;
      i1 = s;
    }
    out[i + 1] = xi + sign * (sin * cosh * r1 - cos * sinh * i1);
    out[i] = eta + sign * (sin * cosh * i1 + cos * sinh * r1);
  }

  /** The tangent of the conformal latitude from the tangent of the geodetic one. */
  private double conformal(double tau) {
    double root = Math.sqrt(1 + tau * tau);
    double sigma = Math.sinh(eccentricity * atanh(eccentricity * tau / root));
    return tau * Math.sqrt(1 + sigma * sigma) - sigma * root;
  }

  private double geodetic(double conformal) {
    double e2 = eccentricity * eccentricity;
    double tau = conformal / (1 - e2);
    for (int step = 0; step < 4; step++) {
      double now = conformal(tau);
      double change =
          (conformal - now)
              / Math.sqrt(1 + now * now)
              * (1 + (1 - e2) * tau * tau)
              / ((1 - e2) * Math.sqrt(1 + tau * tau));
      tau += change;
      if (Math.abs(change) < 1e-15 * Math.max(1, Math.abs(tau))) {
        break;
      }
    }
    return tau;
  }

  private static double asinh(double x) {
    double size = Math.abs(x);
    return Math.copySign(Math.log1p(size + size * size / (1 + Math.sqrt(1 + size * size))), x);
  }

  private static double atanh(double x) {
    return Math.log1p(2 * x / (1 - x)) / 2;
  }

  /** A figure of the earth. */
  record Ellipsoid(double semiMajorMetres, double inverseFlattening) {
    static final Ellipsoid WGS84 = new Ellipsoid(6378137, 298.257223563);
    static final Ellipsoid CGCS2000 = new Ellipsoid(6378137, 298.257222101);

    double thirdFlattening() {
      return 1 / (2 * inverseFlattening - 1);
    }

    double eccentricity() {
      double f = 1 / inverseFlattening;
      return Math.sqrt(f * (2 - f));
    }
  }
}
