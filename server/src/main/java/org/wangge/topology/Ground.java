package org.wangge.topology;

import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.impl.PackedCoordinateSequence;

/**
 * A piece of ground on the grid: rings of grid points, each closed, the shell first, then the
 * holes.
 */
record Ground(List<long[]> rings) {

  /** Square steps. */
  double area() {
    double sum = 0;
    for (long[] ring : rings) {
      sum += RingTest.doubleArea(ring, 0, ring.length);
    }
    return Math.abs(sum) / 2;
  }

  /** Steps around all rings. */
  double perimeter() {
    double sum = 0;
    for (long[] ring : rings) {
      for (int i = 0; i + 1 < ring.length; i++) {
        sum += Frame.distance(ring[i], ring[i + 1]);
      }
    }
    return sum;
  }

  /**
   * A circle of this radius fits in for certain: the area of a ring is at most its length times the
   * radius of its largest circle (Bonnesen's inequality). Nothing is certain of ground with holes.
   */
  double leastRadius(double area) {
    return rings.size() == 1 ? area / perimeter() : 0;
  }

  /**
   * No larger circle fits in: it has neither more area than the ground nor more extent across the
   * ground's length.
   */
  double mostRadius(double area) {
    return Math.min(Math.sqrt(area / Math.PI), extentAcross() / 2);
  }

  /** How far it reaches square to the line between two points far from each other. */
  private double extentAcross() {
    long[] shell = rings.get(0);
    long one = farthestFrom(shell[0]);
    long other = farthestFrom(one);
    double dx = (double) Frame.x(other) - Frame.x(one);
    double dy = (double) Frame.y(other) - Frame.y(one);
    double least = 0;
    double most = 0;
    for (long point : shell) {
      double across =
          dx * ((double) Frame.y(point) - Frame.y(one))
              - dy * ((double) Frame.x(point) - Frame.x(one));
      least = Math.min(least, across);
      most = Math.max(most, across);
    }
    return (most - least) / Math.sqrt(dx * dx + dy * dy);
  }

  private long farthestFrom(long from) {
    long farthest = from;
    double most = -1;
    for (long point : rings.get(0)) {
      double dx = (double) Frame.x(point) - Frame.x(from);
      double dy = (double) Frame.y(point) - Frame.y(from);
      double square = dx * dx + dy * dy;
      if (square > most) {
        most = square;
        farthest = point;
      }
    }
    return farthest;
  }

  int points() {
    int sum = 0;
    for (long[] ring : rings) {
      sum += ring.length - 1;
    }
    return sum;
  }

  Envelope envelope() {
    Envelope envelope = new Envelope();
    for (long point : rings.get(0)) {
      envelope.expandToInclude(Frame.x(point), Frame.y(point));
    }
    return envelope;
  }

  static Envelope envelope(long a, long b) {
    return new Envelope(Frame.x(a), Frame.x(b), Frame.y(a), Frame.y(b));
  }

  /** Even-odd rule; undefined on the boundary. */
  boolean contains(double x, double y) {
    boolean inside = false;
    for (long[] ring : rings) {
      inside ^= isInRing(ring, 0, ring.length, x, y);
    }
    return inside;
  }

  static boolean isInRing(long[] ring, int from, int to, double x, double y) {
    boolean inside = false;
    for (int i = from; i + 1 < to; i++) {
      int ay = Frame.y(ring[i]);
      int by = Frame.y(ring[i + 1]);
      if (ay > y != by > y) {
        int ax = Frame.x(ring[i]);
        int bx = Frame.x(ring[i + 1]);
        inside ^= x < ax + (y - ay) / ((double) by - ay) * ((double) bx - ax);
      }
    }
    return inside;
  }

  Polygon metres(Frame frame) {
    LinearRing shell = ring(rings.get(0), frame);
    LinearRing[] holes = new LinearRing[rings.size() - 1];
    for (int i = 0; i < holes.length; i++) {
      holes[i] = ring(rings.get(i + 1), frame);
    }
    return GridGeometry.FACTORY.createPolygon(shell, holes);
  }

  private static LinearRing ring(long[] points, Frame frame) {
    double[] metres = new double[2 * points.length];
    for (int i = 0; i < points.length; i++) {
      metres[2 * i] = frame.metresX(Frame.x(points[i]));
      metres[2 * i + 1] = frame.metresY(Frame.y(points[i]));
    }
    return GridGeometry.FACTORY.createLinearRing(new PackedCoordinateSequence.Double(metres, 2, 0));
  }
}
