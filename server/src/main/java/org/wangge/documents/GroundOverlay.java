package org.wangge.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.wangge.territory.EllipsoidArea;

/** The grids laid over each other and over the domain, in degrees, with JTS. */
final class GroundOverlay {
  private final List<String> codes;
  private final List<Geometry> grounds;
  private final Geometry domain;
  private final Geometry union;
  private final double tolerance;

  /**
   * @param lonLatByCode the grids in degrees
   * @param toleranceSquareMetres what is smaller does not count
   */
  GroundOverlay(Map<String, Geometry> lonLatByCode, Geometry domain, double toleranceSquareMetres) {
    this.codes = List.copyOf(lonLatByCode.keySet());
    this.grounds = codes.stream().map(lonLatByCode::get).toList();
    this.domain = domain;
    this.tolerance = toleranceSquareMetres;
    this.union =
        OverlayNGRobust.union(
            domain.getFactory().buildGeometry(grounds.stream().map(Geometry::copy).toList()));
  }

  /** Square metres on the ellipsoid. */
  static double area(Geometry lonLat) {
    return EllipsoidArea.squareMetres(lonLat);
  }

  /** Every two grids whose boxes meet. */
  List<String> overlaps() {
    STRtree index = new STRtree();
    for (int i = 0; i < grounds.size(); i++) {
      index.insert(grounds.get(i).getEnvelopeInternal(), i);
    }
    List<String> found = new ArrayList<>();
    for (int i = 0; i < grounds.size(); i++) {
      for (Object other : index.query(grounds.get(i).getEnvelopeInternal())) {
        if ((Integer) other > i) {
          overlap(i, (Integer) other, found);
        }
      }
    }
    return found;
  }

  private void overlap(int one, int other, List<String> found) {
    Geometry common = overlay(grounds.get(one), grounds.get(other), OverlayNG.INTERSECTION);
    double area = area(common);
    if (area > tolerance) {
      found.add(codes.get(one) + " and " + codes.get(other) + " share " + told(area, common));
    }
  }

  private static Geometry overlay(Geometry one, Geometry other, int operation) {
    return OverlayNGRobust.overlay(one, other, operation);
  }

  /** What of the domain no grid covers. */
  List<String> gaps() {
    return parts(overlay(domain, union, OverlayNG.DIFFERENCE), "nobody has ");
  }

  /** What grids cover outside of the domain. */
  List<String> strays() {
    return parts(overlay(union, domain, OverlayNG.DIFFERENCE), "outside the domain ");
  }

  private List<String> parts(Geometry ground, String what) {
    List<String> found = new ArrayList<>();
    for (int i = 0; i < ground.getNumGeometries(); i++) {
      Geometry part = ground.getGeometryN(i);
      if (area(part) > tolerance) {
        found.add(what + told(area(part), part));
      }
    }
    return found;
  }

  private static String told(double squareMetres, Geometry where) {
    Coordinate at = where.getInteriorPoint().getCoordinate();
    return String.format(Locale.ROOT, "%.2f m² at %.6f,%.6f", squareMetres, at.x, at.y);
  }

  /** Whether the grids together are as large as the domain, and not more. */
  boolean isAreaEqual() {
    return Math.abs(sum() - area(domain)) <= allowed()
        && Math.abs(area(union) - area(domain)) <= allowed();
  }

  /** Sums of doubles over a district round at the tenth digit. */
  private double allowed() {
    return Math.max(tolerance, area(domain) * 1e-10);
  }

  private double sum() {
    return grounds.stream().mapToDouble(GroundOverlay::area).sum();
  }

  String areas() {
    return String.format(
        Locale.ROOT,
        "grids %.2f m², their union %.2f m², domain %.2f m²",
        sum(),
        area(union),
        area(domain));
  }

  boolean areHolesEqual() {
    return holes(union) == holes(domain);
  }

  String holes() {
    return holes(union) + " in the union of the grids, " + holes(domain) + " in the domain";
  }

  /** Holes that are larger than the tolerance. */
  private int holes(Geometry ground) {
    int count = 0;
    for (int i = 0; i < ground.getNumGeometries(); i++) {
      if (ground.getGeometryN(i) instanceof Polygon polygon) {
        for (int h = 0; h < polygon.getNumInteriorRing(); h++) {
          Geometry hole = polygon.getFactory().createPolygon(polygon.getInteriorRingN(h));
          count += area(hole) > tolerance ? 1 : 0;
        }
      }
    }
    return count;
  }
}
