package org.wangge.topology;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.precision.GeometryPrecisionReducer;

/** JTS geometry to and from the grid. "On the grid" means coordinates in whole steps. */
final class GridGeometry {
  static final GeometryFactory FACTORY = new GeometryFactory();
  private static final GeometryPrecisionReducer REDUCER =
      new GeometryPrecisionReducer(new PrecisionModel(1));

  private GridGeometry() {}

  /** Copy on the grid; null when a coordinate is not finite or out of the frame. */
  static @Nullable Geometry onGrid(Geometry metres, Frame frame) {
    List<Polygon> parts = new ArrayList<>();
    for (int i = 0; i < metres.getNumGeometries(); i++) {
      Polygon part = polygonOnGrid((Polygon) metres.getGeometryN(i), frame);
      if (part == null) {
        return null;
      }
      parts.add(part);
    }
    return FACTORY.buildGeometry(parts);
  }

  private static @Nullable Polygon polygonOnGrid(Polygon metres, Frame frame) {
    LinearRing shell = ringOnGrid(metres.getExteriorRing(), frame);
    LinearRing[] holes = new LinearRing[metres.getNumInteriorRing()];
    boolean readable = shell != null;
    for (int i = 0; i < holes.length && readable; i++) {
      LinearRing hole = ringOnGrid(metres.getInteriorRingN(i), frame);
      readable = hole != null;
      holes[i] = hole == null ? FACTORY.createLinearRing() : hole;
    }
    return shell == null || !readable ? null : FACTORY.createPolygon(shell, holes);
  }

  private static @Nullable LinearRing ringOnGrid(LinearRing ring, Frame frame) {
    long[] points = new long[ring.getNumPoints()];
    int to = new RingReader(frame).read(ring, points, 0);
    if (to == RingReader.UNREADABLE) {
      return null;
    }
    // A ring that collapsed keeps its closing point often enough to stay a ring: the validity test
    // then says what is wrong with it.
    Coordinate[] coordinates = new Coordinate[to == 0 ? 0 : Math.max(4, to)];
    for (int i = 0; i < coordinates.length; i++) {
      long point = points[Math.min(i, to - 1)];
      coordinates[i] = new Coordinate(Frame.x(point), Frame.y(point));
    }
    return FACTORY.createLinearRing(coordinates);
  }

  /** Valid polygons near an invalid geometry in metres, on the grid; empty when nothing is left. */
  static Geometry soundOnGrid(Geometry metres, Frame frame) {
    Geometry fixed = GeometryFixer.fix(metres);
    Geometry polygonal = polygonsOf(fixed);
    Geometry steps = polygonal.copy();
    steps.apply(
        (Coordinate c) -> {
          c.x = c.x * frame.perMetre() - frame.centreX();
          c.y = c.y * frame.perMetre() - frame.centreY();
        });
    steps.geometryChanged();
    return polygonsOf(REDUCER.reduce(steps));
  }

  /** The polygons in a geometry, as Polygon or MultiPolygon, empty ones left out. */
  static Geometry polygonsOf(Geometry geometry) {
    List<Polygon> polygons = new ArrayList<>();
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      if (geometry.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
        polygons.add(polygon);
      }
    }
    return polygons.isEmpty() ? FACTORY.createPolygon() : FACTORY.buildGeometry(polygons);
  }

  /** Registers the rings of valid polygons on the grid, ground on the left. */
  static void addTo(Rings rings, int owner, Geometry onGrid, boolean reversed) {
    for (int i = 0; i < onGrid.getNumGeometries(); i++) {
      Polygon part = (Polygon) onGrid.getGeometryN(i);
      addRing(rings, owner, part.getExteriorRing(), !reversed);
      for (int hole = 0; hole < part.getNumInteriorRing(); hole++) {
        addRing(rings, owner, part.getInteriorRingN(hole), reversed);
      }
    }
  }

  private static void addRing(Rings rings, int owner, LinearRing ring, boolean counterClockwise) {
    int from = rings.reserve(ring.getNumPoints());
    int to = from;
    for (Coordinate c : ring.getCoordinates()) {
      long point = Frame.pack((int) c.x, (int) c.y);
      if (to == from || rings.points[to - 1] != point) {
        rings.points[to++] = point;
      }
    }
    if (to - from < 4) {
      return;
    }
    if (RingTest.doubleArea(rings.points, from, to) > 0 != counterClockwise) {
      RingReader.reverse(rings.points, from, to);
    }
    rings.add(owner, from, to);
  }
}
