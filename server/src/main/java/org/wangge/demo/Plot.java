package org.wangge.demo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/**
 * A piece of ground bounded by lines: a simple ring, the first point not repeated,
 * counter-clockwise.
 *
 * @param ring vertices in metres
 */
record Plot(List<Coordinate> ring) {

  static Plot of(Coordinate[] closed) {
    List<Coordinate> ring = new ArrayList<>(List.of(closed));
    ring.remove(ring.size() - 1);
    Plot plot = new Plot(ring);
    if (plot.signedArea() < 0) {
      Collections.reverse(ring);
    }
    return plot;
  }

  Coordinate vertex(int i) {
    return ring.get(Math.floorMod(i, ring.size()));
  }

  /** The ring with its first point repeated. */
  Coordinate[] closed() {
    List<Coordinate> closed = new ArrayList<>(ring);
    closed.add(ring.get(0));
    return closed.toArray(Coordinate[]::new);
  }

  double signedArea() {
    Coordinate origin = ring.get(0);
    double twice = 0;
    for (int i = 0; i < ring.size(); i++) {
      Coordinate a = vertex(i);
      Coordinate b = vertex(i + 1);
      twice += (a.x - origin.x) * (b.y - origin.y) - (b.x - origin.x) * (a.y - origin.y);
    }
    return twice / 2;
  }

  double perimeter() {
    double sum = 0;
    for (int i = 0; i < ring.size(); i++) {
      sum += vertex(i).distance(vertex(i + 1));
    }
    return sum;
  }

  /** 1 for a circle, near 0 for a thread. */
  double roundness() {
    double around = perimeter();
    return 4 * Math.PI * signedArea() / (around * around);
  }

  Coordinate centroid() {
    Coordinate origin = ring.get(0);
    double x = 0;
    double y = 0;
    for (int i = 0; i < ring.size(); i++) {
      Coordinate a = vertex(i);
      Coordinate b = vertex(i + 1);
      double cross = (a.x - origin.x) * (b.y - origin.y) - (b.x - origin.x) * (a.y - origin.y);
      x += (a.x + b.x - 2 * origin.x) * cross;
      y += (a.y + b.y - 2 * origin.y) * cross;
    }
    double six = 6 * signedArea();
    return new Coordinate(origin.x + x / six, origin.y + y / six);
  }

  /** The direction its sides prefer, modulo a right angle, in radians. */
  double grain() {
    double cos = 0;
    double sin = 0;
    for (int i = 0; i < ring.size(); i++) {
      Coordinate a = vertex(i);
      Coordinate b = vertex(i + 1);
      double angle = 4 * Math.atan2(b.y - a.y, b.x - a.x);
      double length = a.distance(b);
      cos += length * Math.cos(angle);
      sin += length * Math.sin(angle);
    }
    return Math.atan2(sin, cos) / 4;
  }

  /** Least and greatest position of its vertices along a direction. */
  double[] extent(double angle) {
    double dx = Math.cos(angle);
    double dy = Math.sin(angle);
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (Coordinate c : ring) {
      double along = c.x * dx + c.y * dy;
      low = Math.min(low, along);
      high = Math.max(high, along);
    }
    return new double[] {low, high};
  }
}
