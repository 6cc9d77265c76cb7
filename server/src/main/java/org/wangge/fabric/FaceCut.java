package org.wangge.fabric;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/**
 * The line along which a face is cut: from one point of its border to another, inside it between
 * them.
 *
 * @param x millimetres, both ends included
 * @param ends where it meets the border: first and last point
 */
record FaceCut(long[] x, long[] y, List<End> ends) {
  private static final double MILLIMETRES = 1000.0;

  /** A point of the border that is nearer than this is taken instead of a new one. */
  private static final long NEAR = 1_000;

  /**
   * @param index of the point on the arc; of a new one where it is to be put in
   * @param along how far along the arc, in points
   */
  record End(int arc, int index, boolean isNew, double along, long x, long y) {}

  /** Empty when no piece of the drawn line leads through the face from border to border. */
  static Optional<FaceCut> find(Fabric fabric, int face, long[] x, long[] y) {
    Polygon polygon = fabric.faceGeometry(face);
    return longestInside(polygon, x, y)
        .flatMap(inside -> of(fabric, face, inside))
        .filter(cut -> cut.partsCleanly(polygon));
  }

  /** The same for a line whose ends are on the border already. */
  static Optional<FaceCut> along(Fabric fabric, int face, long[] x, long[] y) {
    Polygon polygon = fabric.faceGeometry(face);
    return of(fabric, face, line(polygon.getFactory(), x, y))
        .filter(cut -> cut.partsCleanly(polygon));
  }

  private static Optional<LineString> longestInside(Polygon polygon, long[] x, long[] y) {
    Geometry inside = polygon.intersection(line(polygon.getFactory(), x, y));
    LineString longest = null;
    for (int i = 0; i < inside.getNumGeometries(); i++) {
      if (inside.getGeometryN(i) instanceof LineString part
          && (longest == null || part.getLength() > longest.getLength())) {
        longest = part;
      }
    }
    return Optional.ofNullable(longest);
  }

  private static Optional<FaceCut> of(Fabric fabric, int face, LineString inside) {
    Optional<End> first = end(fabric, face, inside.getCoordinateN(0));
    Optional<End> last = end(fabric, face, inside.getCoordinateN(inside.getNumPoints() - 1));
    if (first.isEmpty() || last.isEmpty()) {
      return Optional.empty();
    }
    List<long[]> points = new ArrayList<>();
    add(points, first.get().x(), first.get().y());
    for (int i = 1; i < inside.getNumPoints() - 1; i++) {
      Coordinate c = inside.getCoordinateN(i);
      add(points, Math.round(c.x * MILLIMETRES), Math.round(c.y * MILLIMETRES));
    }
    add(points, last.get().x(), last.get().y());
    return Optional.of(
        new FaceCut(
            points.stream().mapToLong(point -> point[0]).toArray(),
            points.stream().mapToLong(point -> point[1]).toArray(),
            List.of(first.get(), last.get())));
  }

  private static void add(List<long[]> points, long px, long py) {
    long[] last = points.isEmpty() ? new long[0] : points.get(points.size() - 1);
    if (last.length == 0 || last[0] != px || last[1] != py) {
      points.add(new long[] {px, py});
    }
  }

  /** Where a place is on the face's border; empty when it is not near it. */
  private static Optional<End> end(Fabric fabric, int face, Coordinate place) {
    long px = Math.round(place.x * MILLIMETRES);
    long py = Math.round(place.y * MILLIMETRES);
    int best = -1;
    double least = Double.MAX_VALUE;
    for (int start : starts(fabric, face)) {
      for (int h : fabric.cycle(start)) {
        double distance = distance(fabric, h >> 1, nearestSegment(fabric, h >> 1, px, py), px, py);
        if (distance < least) {
          least = distance;
          best = h >> 1;
        }
      }
    }
    return least > NEAR ? Optional.empty() : Optional.of(on(fabric, best, px, py));
  }

  private static int[] starts(Fabric fabric, int face) {
    int[] holes = fabric.holes(face);
    int[] starts = new int[holes.length + 1];
    starts[0] = fabric.firstHalfEdge(face);
    System.arraycopy(holes, 0, starts, 1, holes.length);
    return starts;
  }

  private static End on(Fabric fabric, int arc, long px, long py) {
    int nearest = nearestPoint(fabric, arc, px, py);
    double away = Math.hypot(fabric.pointX(arc, nearest) - px, fabric.pointY(arc, nearest) - py);
    if (away <= NEAR || fabric.isOutline(arc)) {
      return new End(
          arc, nearest, false, nearest, fabric.pointX(arc, nearest), fabric.pointY(arc, nearest));
    }
    int segment = nearestSegment(fabric, arc, px, py);
    double from = Math.hypot(fabric.pointX(arc, segment) - px, fabric.pointY(arc, segment) - py);
    double to =
        Math.hypot(fabric.pointX(arc, segment + 1) - px, fabric.pointY(arc, segment + 1) - py);
    return new End(arc, segment + 1, true, segment + from / (from + to), px, py);
  }

  private static int nearestPoint(Fabric fabric, int arc, long px, long py) {
    int nearest = 0;
    double least = Double.MAX_VALUE;
    for (int i = 0; i < fabric.pointCount(arc); i++) {
      double distance = Math.hypot(fabric.pointX(arc, i) - px, fabric.pointY(arc, i) - py);
      if (distance < least) {
        least = distance;
        nearest = i;
      }
    }
    return nearest;
  }

  static int nearestSegment(Fabric fabric, int arc, long px, long py) {
    int nearest = 0;
    double least = Double.MAX_VALUE;
    for (int i = 0; i + 1 < fabric.pointCount(arc); i++) {
      double distance = distance(fabric, arc, i, px, py);
      if (distance < least) {
        least = distance;
        nearest = i;
      }
    }
    return nearest;
  }

  private static double distance(Fabric fabric, int arc, int segment, long px, long py) {
    double ax = fabric.pointX(arc, segment);
    double ay = fabric.pointY(arc, segment);
    double dx = fabric.pointX(arc, segment + 1) - ax;
    double dy = fabric.pointY(arc, segment + 1) - ay;
    double t = ((px - ax) * dx + (py - ay) * dy) / (dx * dx + dy * dy);
    double share = Math.max(0, Math.min(1, t));
    return Math.hypot(ax + share * dx - px, ay + share * dy - py);
  }

  private static LineString line(GeometryFactory factory, long[] x, long[] y) {
    Coordinate[] points = new Coordinate[x.length];
    for (int i = 0; i < x.length; i++) {
      points[i] = new Coordinate(x[i] / MILLIMETRES, y[i] / MILLIMETRES);
    }
    return factory.createLineString(points);
  }

  /** It meets the border in its two ends only and not itself. */
  private boolean partsCleanly(Polygon polygon) {
    if (x.length < 2 || (x[0] == x[x.length - 1] && y[0] == y[y.length - 1])) {
      return false;
    }
    LineString line = line(polygon.getFactory(), x, y);
    Geometry meeting = line.intersection(polygon.getBoundary());
    return line.isSimple()
        && meeting.getDimension() == 0
        && meeting.getNumPoints() <= 2
        && polygon.getBoundary().distance(middle(line)) > 0.002
        && polygon.contains(middle(line));
  }

  private static Geometry middle(LineString line) {
    Coordinate a = line.getCoordinateN((line.getNumPoints() - 1) / 2);
    Coordinate b = line.getCoordinateN((line.getNumPoints() - 1) / 2 + 1);
    return line.getFactory().createPoint(new Coordinate((a.x + b.x) / 2, (a.y + b.y) / 2));
  }
}
