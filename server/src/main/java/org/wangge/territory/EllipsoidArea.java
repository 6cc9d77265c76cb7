package org.wangge.territory;

import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/**
 * True area on the ellipsoid of polygons given in degrees. Metric projections stretch: EPSG:4547
 * gives 238–434 ppm too much in Yuhu, so printed areas come from here.
 *
 * <p>The ellipsoid is GRS 80 (CGCS2000 and WGS 84 differ from it by less than 1e-9 of the area).
 * Degrees are mapped to the equal-area cylinder, where the plane area of a ring is its area on the
 * ellipsoid (Snyder 1987, chapter 10); the straight line between two vertices on that cylinder
 * stands for the edge, which for an edge of 1 km is off by some centimetres. Neighbours agree on
 * their common edges, so areas add up exactly.
 */
public final class EllipsoidArea {
  private static final double SEMI_MAJOR_METRES = 6_378_137.0;
  private static final double FLATTENING = 1 / 298.257222101;
  private static final double ECCENTRICITY = Math.sqrt(FLATTENING * (2 - FLATTENING));

  private EllipsoidArea() {}

  /**
   * Area in m² of the polygons in a geometry in degrees, x is longitude; points and lines count
   * nothing.
   */
  public static double squareMetres(Geometry lonLat) {
    double sum = 0;
    for (int i = 0; i < lonLat.getNumGeometries(); i++) {
      if (lonLat.getGeometryN(i) instanceof Polygon polygon) {
        sum += ofPolygon(polygon);
      }
    }
    return sum;
  }

  private static double ofPolygon(Polygon polygon) {
    double area = Math.abs(signed(polygon.getExteriorRing()));
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      area -= Math.abs(signed(polygon.getInteriorRingN(i)));
    }
    return area;
  }

  private static double signed(LineString ring) {
    CoordinateSequence points = ring.getCoordinateSequence();
    double lon0 = points.size() == 0 ? 0 : points.getX(0);
    double height0 = points.size() == 0 ? 0 : height(points.getY(0));
    double twice = 0;
    for (int i = 1; i < points.size(); i++) {
      double x = Math.toRadians(points.getX(i) - lon0);
      double previousX = Math.toRadians(points.getX(i - 1) - lon0);
      twice +=
          previousX * (height(points.getY(i)) - height0)
              - x * (height(points.getY(i - 1)) - height0);
    }
    return twice / 2 * SEMI_MAJOR_METRES;
  }

  /** Height in metres on the equal-area cylinder of radius a: a·q/2. */
  private static double height(double latitudeDegrees) {
    double e = ECCENTRICITY;
    double sine = Math.sin(Math.toRadians(latitudeDegrees));
    double eSine = e * sine;
    double q =
        (1 - e * e) * (sine / (1 - eSine * eSine) - Math.log((1 - eSine) / (1 + eSine)) / (2 * e));
    return SEMI_MAJOR_METRES * q / 2;
  }
}
