package org.wangge.exchange;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Makes JTS geometries out of nested coordinates and says in words why one cannot be made. A
 * polygon with a collapsed or open ring is made without it, or with it closed, and the defect is
 * kept.
 */
final class GeometryAssembler {
  private static final double LARGEST_COORDINATE = 1e9;

  private final GeometryFactory factory = new GeometryFactory();
  private final List<BadGeometryException> defects = new ArrayList<>();

  /**
   * The number, when it can be a coordinate on earth in any system.
   *
   * @throws BadGeometryException for NaN, infinities and numbers beyond 1e9
   */
  static double checked(double ordinate) {
    if (!(Math.abs(ordinate) <= LARGEST_COORDINATE)) {
      throw new BadGeometryException(
          "the coordinate %s is not a number on earth".formatted(ordinate),
          String.valueOf(ordinate));
    }
    return ordinate;
  }

  Geometry assemble(String type, CoordinateTree tree) {
    if (tree.isEmpty()) {
      throw new BadGeometryException("its geometry is empty", type + " without coordinates");
    }
    return switch (type) {
      case "Point" -> factory.createPoint(expect(type, tree, 0).toCoordinates()[0]);
      case "MultiPoint" ->
          factory.createMultiPointFromCoords(expect(type, tree, 1).toCoordinates());
      case "LineString" -> line(expect(type, tree, 1));
      case "MultiLineString" -> factory.createMultiLineString(lines(expect(type, tree, 2)));
      case "Polygon" -> polygon(expect(type, tree, 2));
      case "MultiPolygon" -> multiPolygon(expect(type, tree, 3));
      default ->
          throw new BadGeometryException("'%s' is not a geometry type".formatted(type), type);
    };
  }

  Geometry collection(List<Geometry> parts) {
    return factory.createGeometryCollection(parts.toArray(new Geometry[0]));
  }

  /** Polygons and their holes sorted out already: one part gives a Polygon, more a MultiPolygon. */
  Geometry polygons(List<Polygon> parts) {
    if (parts.isEmpty()) {
      return refuse();
    }
    return parts.size() == 1
        ? parts.get(0)
        : factory.createMultiPolygon(parts.toArray(new Polygon[0]));
  }

  private static CoordinateTree expect(String type, CoordinateTree tree, int depth) {
    if (tree.depth() != depth) {
      throw new BadGeometryException(
          "the coordinates of a %s must stand in %d arrays, not in %d"
              .formatted(type, depth + 1, tree.depth() + 1),
          type);
    }
    return tree;
  }

  private Geometry multiPolygon(CoordinateTree tree) {
    List<Polygon> parts = new ArrayList<>();
    for (int i = 0; i < tree.children().size(); i++) {
      Polygon part = polygonOrNull(tree.children().get(i), "part " + i + ", ");
      if (part != null) {
        parts.add(part);
      }
    }
    return parts.isEmpty() ? refuse() : factory.createMultiPolygon(parts.toArray(new Polygon[0]));
  }

  private Geometry polygon(CoordinateTree tree) {
    Polygon polygon = polygonOrNull(tree, "");
    return polygon == null ? refuse() : polygon;
  }

  /** Nothing of the polygon is left: its first defect is why. */
  private Geometry refuse() {
    List<BadGeometryException> found = takeDefects();
    throw found.isEmpty() ? new BadGeometryException("it has no ring", "") : found.get(0);
  }

  private @Nullable Polygon polygonOrNull(CoordinateTree tree, String where) {
    List<LinearRing> rings = new ArrayList<>();
    for (int i = 0; i < tree.children().size(); i++) {
      LinearRing ring = ring(tree.children().get(i).toCoordinates(), where + "ring " + i);
      if (ring == null && i == 0) {
        return null;
      }
      if (ring != null) {
        rings.add(ring);
      }
    }
    return rings.isEmpty()
        ? null
        : factory.createPolygon(
            rings.get(0), rings.subList(1, rings.size()).toArray(new LinearRing[0]));
  }

  /**
   * The ring; a collapsed one is left out (null) and an open one closed, and both are kept as
   * defects.
   */
  @Nullable LinearRing ring(Coordinate[] coordinates, String where) {
    Coordinate[] closed = coordinates;
    if (coordinates.length > 2 && !coordinates[0].equals2D(coordinates[coordinates.length - 1])) {
      String what = "a ring is not closed: its last point is not its first";
      defects.add(defect(what, where, coordinates));
      closed = Arrays.copyOf(coordinates, coordinates.length + 1);
      closed[coordinates.length] = coordinates[0].copy();
    }
    if (closed.length < 4) {
      String what = "a ring has %d points, it needs at least 4".formatted(coordinates.length);
      defects.add(defect(what, where, coordinates));
      return null;
    }
    return factory.createLinearRing(closed);
  }

  private static BadGeometryException defect(String what, String where, Coordinate[] coordinates) {
    Coordinate place = coordinates.length == 0 ? null : coordinates[0];
    return new BadGeometryException(what, where + place(coordinates), place);
  }

  /** What was wrong with rings since the last call, although a geometry could be made. */
  List<BadGeometryException> takeDefects() {
    List<BadGeometryException> taken = List.copyOf(defects);
    defects.clear();
    return taken;
  }

  private LineString[] lines(CoordinateTree tree) {
    return tree.children().stream().map(this::line).toArray(LineString[]::new);
  }

  LineString line(CoordinateTree tree) {
    if (tree.size() < 2) {
      throw new BadGeometryException(
          "a line has %d points, it needs 2".formatted(tree.size()), "its line");
    }
    return factory.createLineString(tree.toCoordinates());
  }

  private static String place(Coordinate[] coordinates) {
    return coordinates.length == 0 ? "" : " at " + place(coordinates[0]);
  }

  static String place(Coordinate at) {
    return String.format(Locale.ROOT, "%.6f,%.6f", at.x, at.y);
  }
}
