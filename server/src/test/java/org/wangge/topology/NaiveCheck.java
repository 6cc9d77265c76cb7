package org.wangge.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** The plain recipe, as an independent second opinion: pairwise overlay, and domain less union. */
final class NaiveCheck {
  private NaiveCheck() {}

  /** Doubly covered area per pair of ids, pairs without area left out. */
  static TreeMap<String, Double> overlaps(List<LayerPolygon> polygons) {
    TreeMap<String, Double> areas = new TreeMap<>();
    for (LayerPolygon a : polygons) {
      for (LayerPolygon b : polygons) {
        if (a.index() < b.index()) {
          double area =
              OverlayNGRobust.overlay(a.geometry(), b.geometry(), OverlayNG.INTERSECTION).getArea();
          if (area > 0) {
            areas.put(a.id() + b.id(), area);
          }
        }
      }
    }
    return areas;
  }

  /** Connected pieces of the domain that no polygon covers. */
  static List<Geometry> gaps(List<LayerPolygon> polygons, Geometry domain) {
    return parts(difference(domain, union(polygons)));
  }

  /** Area outside the domain. */
  static double strayArea(List<LayerPolygon> polygons, Geometry domain) {
    return difference(union(polygons), domain).getArea();
  }

  static Geometry difference(Geometry a, Geometry b) {
    return OverlayNGRobust.overlay(a, b, OverlayNG.DIFFERENCE);
  }

  private static Geometry union(List<LayerPolygon> polygons) {
    return OverlayNGRobust.union(polygons.stream().map(LayerPolygon::geometry).toList());
  }

  private static List<Geometry> parts(Geometry geometry) {
    List<Geometry> parts = new ArrayList<>();
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      if (geometry.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
        parts.add(polygon);
      }
    }
    return parts;
  }
}
