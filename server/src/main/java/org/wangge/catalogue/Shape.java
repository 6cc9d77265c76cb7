package org.wangge.catalogue;

import org.locationtech.jts.geom.Geometry;

/**
 * A geometry in the two coordinate systems every collection is kept in. Both are cheap to ask:
 * whoever makes a shape stores or memoises them. Neither may be changed by the caller.
 */
public interface Shape {

  /** Longitude, latitude in degrees (CRS84). */
  Geometry lonLat();

  /** Easting, northing in metres of the district's metric CRS; whole millimetres. */
  Geometry metric();

  static Shape of(Geometry lonLat, Geometry metric) {
    return new Both(lonLat, metric);
  }

  /** Two geometries held as they are. */
  record Both(Geometry lonLat, Geometry metric) implements Shape {}
}
