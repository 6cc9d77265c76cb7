package org.wangge.exchange;

/**
 * The offset coordinates of Chinese web maps: GCJ-02 (火星坐标) and BD-09 (百度), to and from WGS 84.
 * They exist only at import and export; nothing is stored in them.
 *
 * <p>The offset is the published formula; the inverse is found by iteration to 1e-10 degrees (about
 * 0.01 mm), not by one subtraction. Outside the rectangle of mainland China the formula is not
 * applied. Thread-safe.
 */
public final class Gcj02 {
  private static final double SEMI_MAJOR_METRES = 6378245.0;
  private static final double ECCENTRICITY_SQUARED = 0.00669342162296594323;
  private static final double TOLERANCE_DEGREES = 1e-10;
  private static final int MAXIMUM_STEPS = 30;
  private static final double BAIDU = Math.PI * 3000.0 / 180.0;

  private Gcj02() {}

  /** Whether the offset is applied at a place: the rectangle that the formula is known for. */
  public static boolean covers(double lon, double lat) {
    return lon >= 72.004 && lon <= 137.8347 && lat >= 0.8293 && lat <= 55.8271;
  }

  /** WGS 84 degrees to GCJ-02 degrees. */
  public static CoordinateTransform fromWgs84() {
    return each(Gcj02::shift);
  }

  /** GCJ-02 degrees to WGS 84 degrees. */
  public static CoordinateTransform toWgs84() {
    return each((xy, i) -> invert(xy, i, Gcj02::shift));
  }

  /**
   * A layer whose degrees are GCJ-02, in WGS 84 and saying so; it may be in another system on top.
   *
   * @throws CrsException when its numbers are metres of no known system
   */
  public static Layer toWgs84(Layer layer) {
    CrsGuess guess = CrsGuess.of(layer);
    if (guess.crs() == null) {
      throw new CrsException(
          layer.name() + " cannot be taken back from GCJ-02: it is in metres of no known system");
    }
    CrsInfo converted = CrsInfo.converted(layer.crs().describe() + ", converted from GCJ-02");
    CoordinateTransform transform = MetricFrame.toLonLat(guess).andThen(toWgs84());
    return new LayerMapper(transform, 0).map(layer, converted);
  }

  /** GCJ-02 degrees to BD-09 degrees. */
  public static CoordinateTransform toBd09() {
    return each(Gcj02::baidu);
  }

  /** BD-09 degrees to GCJ-02 degrees. */
  public static CoordinateTransform fromBd09() {
    return each((xy, i) -> invert(xy, i, Gcj02::baidu));
  }

  private static CoordinateTransform each(Shift shift) {
    return (xy, count) -> {
      for (int i = 0; i < 2 * count; i += 2) {
        if (covers(xy[i], xy[i + 1])) {
          shift.apply(xy, i);
        }
      }
    };
  }

  private static void invert(double[] xy, int i, Shift forward) {
    double[] guess = {xy[i], xy[i + 1]};
    double[] image = new double[2];
    for (int step = 0; step < MAXIMUM_STEPS; step++) {
      image[0] = guess[0];
      image[1] = guess[1];
      forward.apply(image, 0);
      double dx = xy[i] - image[0];
      double dy = xy[i + 1] - image[1];
      guess[0] += dx;
      guess[1] += dy;
      if (Math.abs(dx) < TOLERANCE_DEGREES && Math.abs(dy) < TOLERANCE_DEGREES) {
        break;
      }
    }
    xy[i] = guess[0];
    xy[i + 1] = guess[1];
  }

  private static void shift(double[] xy, int i) {
    double x = xy[i] - 105.0;
    double y = xy[i + 1] - 35.0;
    double latitude = Math.toRadians(xy[i + 1]);
    double magic = 1 - ECCENTRICITY_SQUARED * Math.sin(latitude) * Math.sin(latitude);
    double root = Math.sqrt(magic);
    double meridian = SEMI_MAJOR_METRES * (1 - ECCENTRICITY_SQUARED) / (magic * root);
    double parallel = SEMI_MAJOR_METRES / root * Math.cos(latitude);
    xy[i] += Math.toDegrees(east(x, y) / parallel);
    xy[i + 1] += Math.toDegrees(north(x, y) / meridian);
  }

  private static double north(double x, double y) {
    return -100.0
        + 2.0 * x
        + 3.0 * y
        + 0.2 * y * y
        + 0.1 * x * y
        + 0.2 * Math.sqrt(Math.abs(x))
        + ripple(x)
        + (20.0 * sine(y) + 40.0 * sine(y / 3)) * 2 / 3
        + (160.0 * sine(y / 12) + 320.0 * sine(y / 30)) * 2 / 3;
  }

  private static double east(double x, double y) {
    return 300.0
        + x
        + 2.0 * y
        + 0.1 * x * x
        + 0.1 * x * y
        + 0.1 * Math.sqrt(Math.abs(x))
        + ripple(x)
        + (20.0 * sine(x) + 40.0 * sine(x / 3)) * 2 / 3
        + (150.0 * sine(x / 12) + 300.0 * sine(x / 30)) * 2 / 3;
  }

  private static double ripple(double x) {
    return (20.0 * sine(6 * x) + 20.0 * sine(2 * x)) * 2 / 3;
  }

  private static double sine(double halfTurns) {
    return Math.sin(halfTurns * Math.PI);
  }

  private static void baidu(double[] xy, int i) {
    double x = xy[i];
    double y = xy[i + 1];
    double radius = Math.hypot(x, y) + 0.00002 * Math.sin(y * BAIDU);
    double angle = Math.atan2(y, x) + 0.000003 * Math.cos(x * BAIDU);
    xy[i] = radius * Math.cos(angle) + 0.0065;
    xy[i + 1] = radius * Math.sin(angle) + 0.006;
  }

  /** Changes the pair at {@code i} in place. */
  private interface Shift {
    void apply(double[] xy, int i);
  }
}
