package org.wangge.topology;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.PolygonExtracter;

/** Pairs segments with opposite twins of exactly the same coordinates. */
final class ExactTwins {
  private static final int MOST_POINTS = 1_000_000;

  private final Map<Directed, Integer> counts = new HashMap<>();

  private record Directed(double ax, double ay, double bx, double by) {
    Directed reversed() {
      return new Directed(bx, by, ax, ay);
    }
  }

  private interface Action {
    void accept(Directed segment);
  }

  private ExactTwins() {}

  /**
   * Polygons with a segment that has no twin, or more than one; empty for more than a million
   * points.
   */
  static Optional<List<LayerPolygon>> findUnmatched(List<LayerPolygon> polygons) {
    long points = polygons.stream().mapToLong(polygon -> polygon.geometry().getNumPoints()).sum();
    if (points > MOST_POINTS) {
      return Optional.empty();
    }
    ExactTwins twins = new ExactTwins();
    for (LayerPolygon polygon : polygons) {
      forEachSegment(polygon.geometry(), segment -> twins.counts.merge(segment, 1, Integer::sum));
    }
    return Optional.of(polygons.stream().filter(twins::isUnmatched).toList());
  }

  private boolean isUnmatched(LayerPolygon polygon) {
    boolean[] unmatched = {false};
    forEachSegment(
        polygon.geometry(),
        segment -> unmatched[0] |= count(segment) != 1 || count(segment.reversed()) != 1);
    return unmatched[0];
  }

  private int count(Directed segment) {
    return counts.getOrDefault(segment, 0);
  }

  private static void forEachSegment(Geometry geometry, Action action) {
    for (Object part : PolygonExtracter.getPolygons(geometry)) {
      Polygon polygon = (Polygon) part;
      forEachSegment(polygon.getExteriorRing(), true, action);
      for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
        forEachSegment(polygon.getInteriorRingN(hole), false, action);
      }
    }
  }

  /** With the ground on the left. */
  private static void forEachSegment(LinearRing ring, boolean counterClockwise, Action action) {
    CoordinateSequence sequence = ring.getCoordinateSequence();
    boolean asIs = Orientation.isCCWArea(sequence.toCoordinateArray()) == counterClockwise;
    for (int i = 0; i + 1 < sequence.size(); i++) {
      Directed segment =
          new Directed(
              sequence.getX(i), sequence.getY(i), sequence.getX(i + 1), sequence.getY(i + 1));
      action.accept(asIs ? segment : segment.reversed());
    }
  }
}
