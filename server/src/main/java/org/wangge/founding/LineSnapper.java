package org.wangge.founding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.kdtree.KdNode;
import org.locationtech.jts.index.kdtree.KdTree;

/**
 * Makes lines that were meant to be one run through the same points. A vertex within the tolerance
 * of an earlier one becomes that one; a segment that passes a vertex within the tolerance gets it.
 * Nothing moves by more than twice the tolerance, and lines given earlier move less: give those
 * first that matter most.
 *
 * <p>Works on whole millimetres. Rings stay closed. Two passes: bending a segment can bring it near
 * another vertex.
 */
final class LineSnapper {
  private static final int PASSES = 2;

  private final double tolerance;
  private final Map<Long, List<Coordinate>> cells = new HashMap<>();
  private final KdTree vertices = new KdTree();

  /**
   * @param toleranceMillimetres greater than 0
   */
  LineSnapper(double toleranceMillimetres) {
    this.tolerance = toleranceMillimetres;
  }

  /** The lines snapped, in their order; a line that shrank to a point has one point. */
  List<long[][]> snap(List<long[][]> lines) {
    List<Coordinate[]> merged = lines.stream().map(this::merge).toList();
    for (int pass = 0; pass < PASSES; pass++) {
      merged = merged.stream().map(this::insert).toList();
    }
    return merged.stream().map(LineSnapper::ordinates).toList();
  }

  private Coordinate[] merge(long[][] line) {
    List<Coordinate> points = new ArrayList<>();
    for (int i = 0; i < line[0].length; i++) {
      add(points, vertexNear(new Coordinate(line[0][i], line[1][i])));
    }
    return points.toArray(Coordinate[]::new);
  }

  private static void add(List<Coordinate> points, Coordinate point) {
    if (points.isEmpty() || !points.get(points.size() - 1).equals2D(point)) {
      points.add(point);
    }
  }

  /** The nearest vertex kept so far within the tolerance, or this one, kept from now on. */
  private Coordinate vertexNear(Coordinate point) {
    Coordinate nearest = null;
    for (long column = cell(point.x) - 1; column <= cell(point.x) + 1; column++) {
      for (long row = cell(point.y) - 1; row <= cell(point.y) + 1; row++) {
        nearest = nearer(point, nearest, cells.getOrDefault(key(column, row), List.of()));
      }
    }
    return nearest == null ? keep(point) : nearest;
  }

  private @Nullable Coordinate nearer(
      Coordinate point, @Nullable Coordinate best, List<Coordinate> candidates) {
    Coordinate nearest = best;
    for (Coordinate candidate : candidates) {
      double distance = candidate.distance(point);
      if (distance <= tolerance && (nearest == null || distance < nearest.distance(point))) {
        nearest = candidate;
      }
    }
    return nearest;
  }

  private Coordinate keep(Coordinate point) {
    cells.computeIfAbsent(key(cell(point.x), cell(point.y)), key -> new ArrayList<>()).add(point);
    vertices.insert(point);
    return point;
  }

  private long cell(double ordinate) {
    return (long) Math.floor(ordinate / tolerance);
  }

  private static long key(long column, long row) {
    return column * 0x9E3779B97F4A7C15L ^ row;
  }

  private Coordinate[] insert(Coordinate[] line) {
    List<Coordinate> points = new ArrayList<>();
    for (int i = 1; i < line.length; i++) {
      add(points, line[i - 1]);
      passed(line[i - 1], line[i]).forEach(point -> add(points, point));
    }
    add(points, line[line.length - 1]);
    return points.toArray(Coordinate[]::new);
  }

  /** Vertices that the segment passes within the tolerance, in its direction. */
  private List<Coordinate> passed(Coordinate from, Coordinate to) {
    Envelope box = new Envelope(from, to);
    box.expandBy(tolerance);
    List<Coordinate> found = new ArrayList<>();
    vertices.query(
        box,
        (KdNode node) -> {
          if (passes(from, to, node.getCoordinate())) {
            found.add(node.getCoordinate());
          }
        });
    found.sort(Comparator.comparingDouble(point -> along(from, to, point)));
    return found;
  }

  private boolean passes(Coordinate from, Coordinate to, Coordinate point) {
    if (point.equals2D(from) || point.equals2D(to)) {
      return false;
    }
    double length = from.distance(to);
    double along = along(from, to, point) / length;
    double across =
        ((to.x - from.x) * (point.y - from.y) - (to.y - from.y) * (point.x - from.x)) / length;
    return along > 0 && along < length && Math.abs(across) <= tolerance;
  }

  private static double along(Coordinate from, Coordinate to, Coordinate point) {
    return (to.x - from.x) * (point.x - from.x) + (to.y - from.y) * (point.y - from.y);
  }

  private static long[][] ordinates(Coordinate[] line) {
    return new long[][] {
      Arrays.stream(line).mapToLong(point -> Math.round(point.x)).toArray(),
      Arrays.stream(line).mapToLong(point -> Math.round(point.y)).toArray()
    };
  }
}
