package org.wangge.cases;

import org.locationtech.jts.geom.Envelope;

/**
 * A picture of the map: a box in degrees and its size in pixels. Columns are equal steps of
 * longitude, rows equal steps of Web Mercator northing, as on any web map; row 0 is the
 * northernmost. Values stand for the centres of pixels.
 *
 * @param lonLat degrees, within ±85.05 of latitude and not empty
 * @param width pixels, 1 to 2048
 * @param height pixels, 1 to 2048
 */
public record Viewport(Envelope lonLat, int width, int height) {
  private static final int MAXIMUM_SIDE = 2048;

  public Viewport {
    if (width < 1 || height < 1 || width > MAXIMUM_SIDE || height > MAXIMUM_SIDE) {
      throw new IllegalArgumentException("a viewport has 1 to " + MAXIMUM_SIDE + " pixels a side");
    }
    if (!(lonLat.getWidth() > 0
        && lonLat.getHeight() > 0
        && lonLat.getMinY() > -85.06
        && lonLat.getMaxY() < 85.06)) {
      throw new IllegalArgumentException("a viewport is a box within 85 degrees of latitude");
    }
  }

  double west() {
    return Mercator.x(lonLat.getMinX());
  }

  double east() {
    return Mercator.x(lonLat.getMaxX());
  }

  double south() {
    return Mercator.y(lonLat.getMinY());
  }

  double north() {
    return Mercator.y(lonLat.getMaxY());
  }

  /** Web Mercator easting of the centre of a column, metres. */
  double x(int column) {
    return west() + (column + 0.5) * (east() - west()) / width;
  }

  /** Web Mercator northing of the centre of a row, metres. */
  double y(int row) {
    return north() - (row + 0.5) * (north() - south()) / height;
  }
}
