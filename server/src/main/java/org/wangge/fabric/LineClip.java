package org.wangge.fabric;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** Cuts interior lines that were never noded down to the domain. */
final class LineClip {
  private final GeometryFactory factory = new GeometryFactory();
  private final PreparedGeometry domain;

  LineClip(Geometry domainMetres) {
    this.domain = PreparedGeometryFactory.prepare(domainMetres);
  }

  List<InteriorLine> inside(List<InteriorLine> lines) {
    List<InteriorLine> kept = new ArrayList<>();
    for (InteriorLine line : lines) {
      if (line.xs().length > 1) {
        keepInside(line, kept);
      }
    }
    return kept;
  }

  private void keepInside(InteriorLine line, List<InteriorLine> kept) {
    LineString metres = metres(line);
    if (domain.covers(metres)) {
      kept.add(line);
    } else if (domain.intersects(metres)) {
      Geometry parts =
          OverlayNGRobust.overlay(metres, domain.getGeometry(), OverlayNG.INTERSECTION);
      for (int i = 0; i < parts.getNumGeometries(); i++) {
        if (parts.getGeometryN(i) instanceof LineString part) {
          kept.add(piece(line, part.getCoordinates()));
        }
      }
    }
  }

  private LineString metres(InteriorLine line) {
    Coordinate[] points = new Coordinate[line.xs().length];
    for (int i = 0; i < points.length; i++) {
      points[i] = new Coordinate(line.xs()[i] / 1000.0, line.ys()[i] / 1000.0);
    }
    return factory.createLineString(points);
  }

  private static InteriorLine piece(InteriorLine of, Coordinate[] points) {
    BoundaryLine rounded = BoundaryLine.ofMetres(points, of.arcClass(), of.name());
    return new InteriorLine(
        rounded.xs(),
        rounded.ys(),
        of.arcClass(),
        of.name(),
        of.streetId(),
        of.layer(),
        of.reason());
  }
}
