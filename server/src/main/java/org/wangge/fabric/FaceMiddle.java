package org.wangge.fabric;

import org.locationtech.jts.algorithm.construct.MaximumInscribedCircle;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** A point well inside a face, see {@link Fabric#interiorPoint}. */
final class FaceMiddle {
  private FaceMiddle() {}

  static Point of(Polygon polygon) {
    Point centroid = polygon.getCentroid();
    double half = Math.sqrt(polygon.getArea() / Math.PI) / 2;
    boolean isDeep = polygon.contains(centroid) && polygon.getBoundary().distance(centroid) >= half;
    return isDeep ? centroid : inscribedCentre(polygon, half);
  }

  private static Point inscribedCentre(Polygon polygon, double size) {
    Point centre = MaximumInscribedCircle.getCenter(polygon, Math.max(0.001, size / 15));
    return polygon.contains(centre) ? centre : polygon.getInteriorPoint();
  }
}
