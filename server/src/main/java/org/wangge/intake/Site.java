package org.wangge.intake;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.PrecisionModel;
import org.wangge.catalogue.Shape;

/**
 * A place bound to the block under it, as cases, assignments and service points keep it: a later
 * publication finds the grid by looking up the block, without geometry.
 *
 * @param lon degrees, 8 decimals
 * @param lat degrees, 8 decimals
 * @param xMillimetres easting in the district's metric CRS
 * @param yMillimetres northing in the district's metric CRS
 * @param fabric number of the fabric the block is a face of
 * @param face the block
 */
public record Site(
    double lon, double lat, long xMillimetres, long yMillimetres, int fabric, int face) {
  private static final GeometryFactory DEGREES = new GeometryFactory(new PrecisionModel(), 4326);
  private static final GeometryFactory METRES = new GeometryFactory();

  /** The point in degrees, SRID 4326. */
  public Point point() {
    return DEGREES.createPoint(new Coordinate(lon, lat));
  }

  public Shape shape() {
    return Shape.of(
        point(), METRES.createPoint(new Coordinate(xMillimetres / 1000.0, yMillimetres / 1000.0)));
  }
}
