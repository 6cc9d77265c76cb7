package org.wangge.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.algorithm.Distance;
import org.locationtech.jts.geom.Coordinate;

/**
 * Gives every line a vertex where another one ends on it, so that junctions are exact before any
 * noding: what was drawn as touching touches to the millimetre.
 */
final class Junctions {
  private static final double CELL_METRES = 80;
  private static final double TOUCH_METRES = 0.003;

  private record Segment(int line, int index, Coordinate a, Coordinate b) {}

  private final List<StreetLine> lines;
  private final Map<Long, List<Segment>> cells = new HashMap<>();
  private final Map<Long, TreeMap<Double, Coordinate>> inserts = new HashMap<>();

  private Junctions(List<StreetLine> lines) {
    this.lines = lines;
    for (int i = 0; i < lines.size(); i++) {
      List<Coordinate> points = lines.get(i).points();
      for (int k = 0; k + 1 < points.size(); k++) {
        file(new Segment(i, k, points.get(k), points.get(k + 1)));
      }
    }
  }

  /** The same lines in the same order, with the vertices they lacked. */
  static List<StreetLine> join(List<StreetLine> lines) {
    Junctions junctions = new Junctions(lines);
    for (StreetLine line : lines) {
      junctions.mark(line.points().get(0));
      junctions.mark(line.points().get(line.points().size() - 1));
    }
    List<StreetLine> joined = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      joined.add(lines.get(i).with(junctions.points(i)));
    }
    return joined;
  }

  private void file(Segment segment) {
    long left = cell(Math.min(segment.a.x, segment.b.x) - 1);
    long right = cell(Math.max(segment.a.x, segment.b.x) + 1);
    long low = cell(Math.min(segment.a.y, segment.b.y) - 1);
    long high = cell(Math.max(segment.a.y, segment.b.y) + 1);
    for (long column = left; column <= right; column++) {
      for (long row = low; row <= high; row++) {
        cells.computeIfAbsent(key(column, row), k -> new ArrayList<>()).add(segment);
      }
    }
  }

  private void mark(Coordinate end) {
    for (Segment s : cells.getOrDefault(key(cell(end.x), cell(end.y)), List.of())) {
      boolean own = s.a.equals2D(end) || s.b.equals2D(end);
      if (!own && Distance.pointToSegment(end, s.a, s.b) < TOUCH_METRES) {
        inserts
            .computeIfAbsent(key(s.line, s.index), k -> new TreeMap<>())
            .put(s.a.distance(end), end);
      }
    }
  }

  private List<Coordinate> points(int line) {
    List<Coordinate> old = lines.get(line).points();
    List<Coordinate> points = new ArrayList<>();
    for (int k = 0; k < old.size(); k++) {
      points.add(old.get(k));
      TreeMap<Double, Coordinate> between = inserts.get(key(line, k));
      if (between != null) {
        points.addAll(between.values());
      }
    }
    return points;
  }

  private static long cell(double metres) {
    return (long) Math.floor(metres / CELL_METRES);
  }

  private static long key(long a, long b) {
    return a << 32 | (b & 0xFFFFFFFFL);
  }
}
