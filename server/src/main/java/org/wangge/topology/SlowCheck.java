package org.wangge.topology;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.construct.MaximumInscribedCircle;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/** The plain recipe: pairwise overlay and holes of the union. Right, and slow. */
final class SlowCheck {
  private static final double SMALLEST_AREA = 1e-6;

  private SlowCheck() {}

  static List<Finding> findings(List<LayerPolygon> polygons, @Nullable Geometry domain) {
    List<Finding> found = new ArrayList<>();
    List<LayerPolygon> sound = new ArrayList<>();
    for (LayerPolygon polygon : polygons) {
      sound.add(repaired(polygon, found));
    }
    addOverlaps(sound, found);
    addGaps(sound, domain, found);
    return found;
  }

  private static LayerPolygon repaired(LayerPolygon polygon, List<Finding> found) {
    TopologyValidationError error = new IsValidOp(polygon.geometry()).getValidationError();
    if (error == null) {
      return polygon;
    }
    Geometry point = polygon.geometry().getFactory().createPoint(error.getCoordinate());
    found.add(finding(FindingKind.INVALID, Cover.NONE, point, List.of(Party.polygon(polygon, 0))));
    Geometry fixed = GeometryFixer.fix(polygon.geometry());
    return new LayerPolygon(polygon.index(), polygon.id(), fixed);
  }

  private static void addOverlaps(List<LayerPolygon> polygons, List<Finding> found) {
    STRtree tree = new STRtree();
    polygons.forEach(polygon -> tree.insert(polygon.geometry().getEnvelopeInternal(), polygon));
    for (LayerPolygon polygon : polygons) {
      for (Object other : overlapping(tree, polygon)) {
        if (((LayerPolygon) other).index() < polygon.index()) {
          addOverlap(polygon, (LayerPolygon) other, found);
        }
      }
    }
  }

  private static List<?> overlapping(STRtree tree, LayerPolygon polygon) {
    return tree.query(polygon.geometry().getEnvelopeInternal());
  }

  private static void addOverlap(LayerPolygon a, LayerPolygon b, List<Finding> found) {
    Geometry shared = OverlayNGRobust.overlay(a.geometry(), b.geometry(), 1);
    parts(shared)
        .forEach(
            part ->
                found.add(
                    finding(
                        FindingKind.OVERLAP,
                        Cover.DOUBLE,
                        part,
                        List.of(Party.polygon(a, 0), Party.polygon(b, 0)))));
  }

  private static void addGaps(
      List<LayerPolygon> polygons, @Nullable Geometry domain, List<Finding> found) {
    if (polygons.isEmpty()) {
      return;
    }
    Geometry union = OverlayNGRobust.union(polygons.stream().map(LayerPolygon::geometry).toList());
    Geometry whole = domain == null ? filled(union) : domain;
    Geometry uncovered = OverlayNGRobust.overlay(whole, union, 3);
    parts(uncovered)
        .forEach(part -> found.add(finding(FindingKind.GAP, Cover.UNCOVERED, part, List.of())));
  }

  private static Geometry filled(Geometry union) {
    List<Geometry> shells = new ArrayList<>();
    for (int i = 0; i < union.getNumGeometries(); i++) {
      LineString shell = ((Polygon) union.getGeometryN(i)).getExteriorRing();
      shells.add(union.getFactory().createPolygon(shell.getCoordinateSequence()));
    }
    return OverlayNGRobust.union(shells);
  }

  private static List<Geometry> parts(Geometry geometry) {
    List<Geometry> parts = new ArrayList<>();
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      if (geometry.getGeometryN(i).getArea() > SMALLEST_AREA) {
        parts.add(geometry.getGeometryN(i));
      }
    }
    return parts;
  }

  private static Finding finding(
      FindingKind kind, Cover cover, Geometry geometry, List<Party> parties) {
    boolean ground = geometry.getDimension() == 2;
    double width =
        ground ? 2 * MaximumInscribedCircle.getRadiusLine(geometry, 0.001).getLength() : 0;
    return new Finding(
        kind,
        cover,
        geometry.getArea(),
        width,
        1,
        parties,
        geometry.getInteriorPoint().getCoordinate(),
        geometry,
        new Suggestion(Suggestion.Action.REVIEW, -1, new Words("请查看。", "Please review.")),
        0.5,
        new Words(kind.explanation(), kind.key()));
  }
}
