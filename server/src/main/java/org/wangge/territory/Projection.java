package org.wangge.territory;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * Longitude and latitude to the district's metric CRS and back. Thread-safe; deterministic; every
 * method gives a new value and leaves its argument as it was.
 */
public interface Projection {

  /**
   * Degrees to metres, unrounded; not-a-number for a place so far away that it has no image in the
   * metric CRS.
   */
  Coordinate toMetric(double lon, double lat);

  /** Metres to degrees (x is longitude), unrounded. */
  Coordinate toLonLat(double x, double y);

  /**
   * Degrees to metres, each ordinate rounded to whole millimetres; the SRID of the result is {@link
   * #metricSrid()}.
   */
  Geometry toMetric(Geometry lonLat);

  /** Metres to degrees, each ordinate rounded to 8 decimals; the SRID of the result is 4326. */
  Geometry toLonLat(Geometry metric);

  /** The EPSG number of the metric CRS. */
  int metricSrid();
}
