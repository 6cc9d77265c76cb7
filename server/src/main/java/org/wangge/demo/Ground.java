package org.wangge.demo;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.operation.buffer.BufferOp;
import org.locationtech.jts.operation.buffer.BufferParameters;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.wangge.demo.Sketch.SketchLine;
import org.wangge.fabric.ArcClass;

/**
 * What lies under the streets.
 *
 * @param domain coverage domain
 * @param water rivers and streams, reaching a little beyond the domain
 * @param exclusion the ground left out of the domain by name
 * @param banks water lines with the names of their rivers
 */
record Ground(Polygon domain, Geometry water, Polygon exclusion, List<StreetLine> banks) {
  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final PrecisionModel MILLIMETRES = new PrecisionModel(1000);
  private static final double STEP_METRES = 120;
  private static final double FAR_BANK_EXTRA_METRES = 90;

  /**
   * @param pen places the sketch in the metric CRS
   */
  static Ground of(Sketch sketch, Pen pen) {
    SketchLine river = sketch.only("WATER");
    List<Coordinate> middle = pen.curve(river.kilometres(), STEP_METRES, 25);
    Polygon exclusion = pen.ring(sketch.only("EXCLUSION").kilometres(), 70, 12);
    List<Coordinate> land = pen.curve(sketch.only("OUTLINE").kilometres(), 90, 55);
    Polygon domain = domain(land, middle, river.widthMetres() / 2, exclusion);
    List<Geometry> waters = new ArrayList<>();
    waters.add(riverBand(middle, river.widthMetres() / 2));
    List<SketchLine> streams = sketch.ofKind("STREAM");
    streams.forEach(
        s -> waters.add(band(pen.curve(s.kilometres(), 70, 40), s.widthMetres() / 2, false)));
    Geometry water = waters.stream().reduce((a, b) -> overlay(a, b, OverlayNG.UNION)).orElseThrow();
    List<Polygon> islands =
        sketch.ofKind("ISLAND").stream().map(i -> pen.ring(i.kilometres(), 60, 8)).toList();
    for (Polygon island : islands) {
      water = overlay(water, island, OverlayNG.DIFFERENCE);
    }
    List<String> names = new ArrayList<>(List.of(river.name()));
    streams.forEach(s -> names.add(s.name()));
    return new Ground(domain, water, exclusion, banks(water, waters, names));
  }

  /** The land, the river beside it to the far bank, and not the exclusion. */
  private static Polygon domain(
      List<Coordinate> land, List<Coordinate> middle, double half, Polygon exclusion) {
    int south = nearest(middle, land.get(land.size() - 1));
    int north = nearest(middle, land.get(0));
    List<Coordinate> reach = middle.subList(south, north + 1);
    List<Coordinate> ring = new ArrayList<>(land);
    ring.addAll(reach);
    ring.add(land.get(0).copy());
    Geometry ground = FACTORY.createPolygon(ring.toArray(Coordinate[]::new));
    Geometry whole = overlay(ground, band(reach, half, true), OverlayNG.UNION);
    return biggest(overlay(whole, exclusion, OverlayNG.DIFFERENCE));
  }

  private static Polygon biggest(Geometry geometry) {
    Polygon best = (Polygon) geometry.getGeometryN(0);
    for (int i = 1; i < geometry.getNumGeometries(); i++) {
      Polygon part = (Polygon) geometry.getGeometryN(i);
      best = part.getArea() > best.getArea() ? part : best;
    }
    return best;
  }

  private static int nearest(List<Coordinate> line, Coordinate to) {
    int best = 0;
    for (int i = 1; i < line.size(); i++) {
      best = line.get(i).distance(to) < line.get(best).distance(to) ? i : best;
    }
    return best;
  }

  /** The river as drawn, and beyond the far bank, so that the bank there is no line of its own. */
  private static Geometry riverBand(List<Coordinate> middle, double half) {
    List<Coordinate> far = Curves.beside(middle, -FAR_BANK_EXTRA_METRES);
    return overlay(band(middle, half, true), band(far, half, true), OverlayNG.UNION);
  }

  private static Geometry band(List<Coordinate> middle, double half, boolean flat) {
    BufferParameters parameters = new BufferParameters(6);
    parameters.setEndCapStyle(flat ? BufferParameters.CAP_FLAT : BufferParameters.CAP_ROUND);
    return BufferOp.bufferOp(
        FACTORY.createLineString(middle.toArray(Coordinate[]::new)), half, parameters);
  }

  private static Geometry overlay(Geometry a, Geometry b, int operation) {
    return OverlayNG.overlay(a, b, operation, MILLIMETRES);
  }

  /**
   * The edge of the water, every piece with the name of the river it belongs to; the first river
   * takes the rest.
   */
  private static List<StreetLine> banks(Geometry water, List<Geometry> bands, List<String> names) {
    List<StreetLine> banks = new ArrayList<>();
    Geometry rest = water.getBoundary();
    for (int i = bands.size() - 1; i >= 0; i--) {
      Geometry near = i == 0 ? rest.getEnvelope().buffer(1) : bands.get(i).buffer(1);
      addLines(banks, OverlayNGRobust.overlay(rest, near, OverlayNG.INTERSECTION), names.get(i));
      rest = OverlayNGRobust.overlay(rest, near, OverlayNG.DIFFERENCE);
    }
    return banks;
  }

  private static void addLines(List<StreetLine> banks, Geometry lines, String name) {
    for (int k = 0; k < lines.getNumGeometries(); k++) {
      if (lines.getGeometryN(k).getLength() > 0) {
        List<Coordinate> points = Pen.round(List.of(lines.getGeometryN(k).getCoordinates()));
        banks.add(new StreetLine(points, ArcClass.RIVER, name, 0));
      }
    }
  }

  /** The outline and the edge of the exclusion. */
  List<StreetLine> outlines() {
    List<StreetLine> rings = new ArrayList<>();
    rings.add(outline(domain.getExteriorRing().getCoordinates(), "雨湖区界"));
    for (int i = 0; i < domain.getNumInteriorRing(); i++) {
      rings.add(outline(domain.getInteriorRingN(i).getCoordinates(), "托管区界"));
    }
    return rings;
  }

  private static StreetLine outline(Coordinate[] ring, String name) {
    return new StreetLine(List.of(ring), ArcClass.STATUTORY, name, 0);
  }
}
