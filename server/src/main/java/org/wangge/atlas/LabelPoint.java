package org.wangge.atlas;

import org.locationtech.jts.algorithm.construct.MaximumInscribedCircle;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * Where a name fits best: the centre of the largest circle inside a region.
 *
 * @param metric centre in metres
 * @param radiusMetres of the circle
 */
record LabelPoint(Coordinate metric, double radiusMetres) {
  private static final double SHARE_OF_SIZE = 0.01;

  static LabelPoint of(Geometry metric) {
    double tolerance = Math.max(0.5, Math.sqrt(metric.getArea()) * SHARE_OF_SIZE);
    MaximumInscribedCircle circle = new MaximumInscribedCircle(metric, tolerance);
    return new LabelPoint(circle.getCenter().getCoordinate(), circle.getRadiusLine().getLength());
  }
}
