package org.wangge.topology;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.impl.CoordinateArraySequence;

/**
 * Reads rings onto the grid and turns them so that the ground is on the left. One instance a
 * thread.
 */
final class RingReader {
  /** The ring holds a coordinate that is not a number, not finite or out of the frame. */
  static final int UNREADABLE = -1;

  private final Frame frame;
  private final RingTest test = new RingTest();

  RingReader(Frame frame) {
    this.frame = frame;
  }

  /**
   * Writes the ring's points from {@code at} on, repeated points once, the closing point included.
   *
   * @return the position after the last point, or {@link #UNREADABLE}
   */
  int read(LinearRing ring, long[] out, int at) {
    CoordinateSequence sequence = ring.getCoordinateSequence();
    return sequence instanceof CoordinateArraySequence array
        ? readArray(array.toCoordinateArray(), out, at)
        : readSequence(sequence, out, at);
  }

  private int readArray(Coordinate[] coordinates, long[] out, int at) {
    double perMetre = frame.perMetre();
    double cx = frame.centreX();
    double cy = frame.centreY();
    int to = at;
    boolean inside = true;
    long last = Long.MIN_VALUE;
    for (Coordinate c : coordinates) {
      double x = Math.rint(c.x * perMetre - cx);
      double y = Math.rint(c.y * perMetre - cy);
      inside &= Math.abs(x) < Frame.LIMIT & Math.abs(y) < Frame.LIMIT;
      long point = Frame.pack((int) x, (int) y);
      out[to] = point;
      to += point == last ? 0 : 1;
      last = point;
    }
    return inside ? to : UNREADABLE;
  }

  private int readSequence(CoordinateSequence sequence, long[] out, int at) {
    int to = at;
    for (int i = 0; i < sequence.size(); i++) {
      int x = frame.x(sequence.getX(i));
      int y = frame.y(sequence.getY(i));
      if (x == Integer.MIN_VALUE || y == Integer.MIN_VALUE) {
        return UNREADABLE;
      }
      long point = Frame.pack(x, y);
      if (to == at || out[to - 1] != point) {
        out[to++] = point;
      }
    }
    return to;
  }

  /**
   * Turns a simple ring so that its inside is on the left.
   *
   * @return whether the ring is simple; if not it is left as it is
   */
  boolean orient(long[] points, int from, int to) {
    int star = RingTest.star(points, from, to);
    if (star == 0 && !test.isSimple(points, from, to)) {
      return false;
    }
    if (star < 0 || (star == 0 && RingTest.doubleArea(points, from, to) < 0)) {
      reverse(points, from, to);
    }
    return true;
  }

  /** Whether a ring that is on the grid already is simple. */
  static boolean isSimple(LinearRing onGrid) {
    RingReader steps = new RingReader(new Frame(1, 1, 0, 0));
    long[] points = new long[onGrid.getNumPoints()];
    int to = steps.read(onGrid, points, 0);
    return to > 0 && steps.orient(points, 0, to);
  }

  static void reverse(long[] points, int from, int to) {
    for (int i = from, j = to - 1; i < j; i++, j--) {
      long swap = points[i];
      points[i] = points[j];
      points[j] = swap;
    }
  }
}
