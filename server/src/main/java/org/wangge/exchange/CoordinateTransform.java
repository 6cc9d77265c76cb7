package org.wangge.exchange;

import org.locationtech.jts.geom.Geometry;

/**
 * A change of coordinates on plain arrays: {@code x0, y0, x1, y1, …}, always x (east, longitude)
 * before y (north, latitude), whatever order an authority writes. Immutable and thread-safe.
 */
@FunctionalInterface
public interface CoordinateTransform {

  /**
   * Changes the first {@code count} pairs of {@code xy} in place.
   *
   * @throws CrsException when a coordinate has no image (a pole in Mercator, not a number, far
   *     outside the zone)
   */
  void apply(double[] xy, int count);

  /**
   * The same geometry, valid or not, in the other coordinates; structure and number of points are
   * kept.
   */
  default Geometry apply(Geometry geometry) {
    return new GeometryMapper(this, 0).map(geometry);
  }

  default CoordinateTransform andThen(CoordinateTransform next) {
    return (xy, count) -> {
      apply(xy, count);
      next.apply(xy, count);
    };
  }

  static CoordinateTransform identity() {
    return (xy, count) -> {};
  }
}
