package org.wangge.demo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/**
 * A way through a plot: from a point on side {@code fromSide} to a point on side {@code toSide}
 * (side i runs from vertex i to vertex i + 1).
 */
record Chord(Coordinate from, int fromSide, Coordinate to, int toSide) {

  private record Hit(double along, Coordinate place, int side) {}

  /**
   * The piece inside the plot of the straight line through a place; null when the line misses it.
   */
  static @Nullable Chord through(Plot plot, Coordinate place, double angle) {
    List<Hit> hits = hits(plot, place, angle);
    for (int i = 0; i + 1 < hits.size(); i += 2) {
      boolean holds = hits.get(i).along <= 0 && hits.get(i + 1).along >= 0;
      if (holds || i + 3 >= hits.size()) {
        Hit a = hits.get(i);
        Hit b = hits.get(i + 1);
        return new Chord(a.place, a.side, b.place, b.side);
      }
    }
    return null;
  }

  private static List<Hit> hits(Plot plot, Coordinate place, double angle) {
    double dx = Math.cos(angle);
    double dy = Math.sin(angle);
    List<Hit> hits = new ArrayList<>();
    for (int i = 0; i < plot.ring().size(); i++) {
      Coordinate a = plot.vertex(i);
      Coordinate b = plot.vertex(i + 1);
      double sideA = (a.x - place.x) * dy - (a.y - place.y) * dx;
      double sideB = (b.x - place.x) * dy - (b.y - place.y) * dx;
      if (sideA > 0 != sideB > 0) {
        double t = sideA / (sideA - sideB);
        Coordinate hit =
            Curves.rounded(new Coordinate(a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)));
        hits.add(new Hit((hit.x - place.x) * dx + (hit.y - place.y) * dy, hit, i));
      }
    }
    hits.sort(Comparator.comparingDouble(Hit::along));
    return hits;
  }

  double length() {
    return from.distance(to);
  }

  Chord withFrom(Coordinate place) {
    return new Chord(place, fromSide, to, toSide);
  }

  Chord withTo(Coordinate place) {
    return new Chord(from, fromSide, place, toSide);
  }

  /** Both halves of the plot, cut along a path from {@code from} to {@code to}. */
  List<Plot> cut(Plot plot, List<Coordinate> path) {
    return List.of(
        half(plot, fromSide, toSide, path), half(plot, toSide, fromSide, reversed(path)));
  }

  /** The path, then on along the ring from where it ends back to where it starts. */
  private static Plot half(Plot plot, int startSide, int endSide, List<Coordinate> path) {
    List<Coordinate> ring = new ArrayList<>();
    path.forEach(c -> add(ring, c));
    int n = plot.ring().size();
    int steps = Math.floorMod(startSide - endSide, n);
    for (int k = 1; k <= steps; k++) {
      add(ring, plot.vertex(endSide + k));
    }
    if (ring.get(ring.size() - 1).equals2D(ring.get(0))) {
      ring.remove(ring.size() - 1);
    }
    return new Plot(ring);
  }

  private static void add(List<Coordinate> ring, Coordinate c) {
    if (ring.isEmpty() || !ring.get(ring.size() - 1).equals2D(c)) {
      ring.add(c);
    }
  }

  private static List<Coordinate> reversed(List<Coordinate> path) {
    List<Coordinate> copy = new ArrayList<>(path);
    Collections.reverse(copy);
    return copy;
  }
}
