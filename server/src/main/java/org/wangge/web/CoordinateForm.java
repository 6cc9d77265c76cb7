package org.wangge.web;

/**
 * How coordinates leave the server.
 *
 * @param metric whether to start from {@code Shape.metric()} instead of {@code Shape.lonLat()}
 * @param change what turns those into the CRS asked for, with x (east) still first
 * @param swapped whether the authority puts y (north, latitude) first
 * @param decimals how many decimals are written, 0 … 9
 */
public record CoordinateForm(boolean metric, Change change, boolean swapped, int decimals) {

  /** CRS84: longitude, latitude, 8 decimals (about 1 mm). */
  public static final CoordinateForm LON_LAT = new CoordinateForm(false, Change.NONE, false, 8);

  /** The district's metric CRS, easting first, 3 decimals (exact). */
  public static final CoordinateForm METRIC = new CoordinateForm(true, Change.NONE, false, 3);

  /** Changes packed coordinates x0, y0, x1, y1 … in place. */
  @FunctionalInterface
  public interface Change {
    Change NONE = (xy, count) -> {};

    void apply(double[] xy, int count);
  }

  void toTarget(double[] xy, int count) {
    change.apply(xy, count);
    for (int i = 0; swapped && i < 2 * count; i += 2) {
      double x = xy[i];
      xy[i] = xy[i + 1];
      xy[i + 1] = x;
    }
  }
}
