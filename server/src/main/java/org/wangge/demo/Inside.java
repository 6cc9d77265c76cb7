package org.wangge.demo;

import java.util.List;
import org.locationtech.jts.algorithm.LineIntersector;
import org.locationtech.jts.algorithm.RobustLineIntersector;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/** Whether a path keeps inside the plot it starts in. */
final class Inside {
  private static final double TOUCH_METRES = 0.002;

  private Inside() {}

  /** Whether the path meets the ring only in its own ends, on the sides the chord names. */
  static boolean isWithin(Plot plot, Chord chord, List<Coordinate> path) {
    Envelope box = new Envelope();
    path.forEach(box::expandToInclude);
    LineIntersector intersector = new RobustLineIntersector();
    for (int i = 0; i < plot.ring().size(); i++) {
      if (box.intersects(plot.vertex(i), plot.vertex(i + 1))
          && crosses(plot, i, chord, path, intersector)) {
        return false;
      }
    }
    return true;
  }

  private static boolean crosses(
      Plot plot, int side, Chord chord, List<Coordinate> path, LineIntersector intersector) {
    for (int k = 0; k + 1 < path.size(); k++) {
      boolean ownEnd =
          (k == 0 && side == chord.fromSide()) || (k + 2 == path.size() && side == chord.toSide());
      if (!ownEnd) {
        intersector.computeIntersection(
            plot.vertex(side), plot.vertex(side + 1), path.get(k), path.get(k + 1));
        if (intersector.hasIntersection() && !isEnd(intersector, path)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isEnd(LineIntersector intersector, List<Coordinate> path) {
    Coordinate met = intersector.getIntersection(0);
    return intersector.getIntersectionNum() == 1
        && (met.distance(path.get(0)) < TOUCH_METRES
            || met.distance(path.get(path.size() - 1)) < TOUCH_METRES);
  }
}
