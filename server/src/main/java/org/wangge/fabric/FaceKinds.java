package org.wangge.fabric;

import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** Tells medians and water from land. */
final class FaceKinds {
  private final Fabric fabric;
  private final FabricOptions options;
  private final STRtree waters = new STRtree();

  FaceKinds(Fabric fabric, List<Geometry> waterMetres, FabricOptions options) {
    this.fabric = fabric;
    this.options = options;
    for (Geometry water : waterMetres) {
      for (int i = 0; i < water.getNumGeometries(); i++) {
        Geometry part = water.getGeometryN(i);
        waters.insert(part.getEnvelopeInternal(), PreparedGeometryFactory.prepare(part));
      }
    }
    waters.build();
  }

  FaceKind[] all() {
    FaceKind[] kinds = new FaceKind[fabric.faceCount()];
    Arrays.setAll(kinds, this::of);
    return kinds;
  }

  private FaceKind of(int face) {
    if (!waters.isEmpty() && isWater(face)) {
      return FaceKind.WATER;
    }
    return isMedian(face) ? FaceKind.MEDIAN : FaceKind.LAND;
  }

  /** Twice the area by the perimeter: the width of a long strip. */
  static double meanWidthMetres(Fabric fabric, int face) {
    return 2 * fabric.areaSquareMetres(face) / perimeter(fabric, face, false);
  }

  private boolean isMedian(int face) {
    double perimeter = perimeter(fabric, face, false);
    return 2 * fabric.areaSquareMetres(face) < options.medianWidthMetres() * perimeter
        && perimeter(fabric, face, true) >= options.medianShare() * perimeter;
  }

  private static double perimeter(Fabric fabric, int face, boolean onlyMajorStreets) {
    double sum = along(fabric, fabric.firstHalfEdge(face), onlyMajorStreets);
    for (int hole : fabric.holes(face)) {
      sum += along(fabric, hole, onlyMajorStreets);
    }
    return sum;
  }

  private static double along(Fabric fabric, int start, boolean onlyMajorStreets) {
    double sum = 0;
    for (int h : fabric.cycle(start)) {
      boolean counts = !onlyMajorStreets || fabric.arcClass(h >> 1).isMajorStreet();
      sum += counts ? fabric.arcLengthMetres(h >> 1) : 0;
    }
    return sum;
  }

  private boolean isWater(int face) {
    Polygon polygon = fabric.faceGeometry(face);
    double wet = 0;
    for (Object found : waters.query(polygon.getEnvelopeInternal())) {
      wet += wetArea(polygon, (PreparedGeometry) found);
    }
    return wet > options.waterShare() * polygon.getArea();
  }

  private static double wetArea(Polygon polygon, PreparedGeometry water) {
    if (!water.intersects(polygon)) {
      return 0;
    }
    return water.covers(polygon)
        ? polygon.getArea()
        : OverlayNGRobust.overlay(polygon, water.getGeometry(), OverlayNG.INTERSECTION).getArea();
  }
}
