package org.wangge.topology;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/** A point well inside a polygon on the grid, found along one horizontal line. */
final class InsidePoint {
  private InsidePoint() {}

  /** Middle of the widest stretch half way up the first ring; null when there is none. */
  static @Nullable Coordinate of(Rings rings, int[] ofPolygon) {
    if (ofPolygon.length == 0) {
      return null;
    }
    double y = halfWay(rings, ofPolygon[0]);
    double[] crossings = crossings(rings, ofPolygon, y);
    double widest = 0;
    double x = 0;
    for (int i = 0; i + 1 < crossings.length; i += 2) {
      if (crossings[i + 1] - crossings[i] > widest) {
        widest = crossings[i + 1] - crossings[i];
        x = (crossings[i] + crossings[i + 1]) / 2;
      }
    }
    return widest > 0 ? new Coordinate(x, y) : null;
  }

  private static double halfWay(Rings rings, int ring) {
    int least = Integer.MAX_VALUE;
    int greatest = Integer.MIN_VALUE;
    for (int i = rings.start[ring]; i < rings.end[ring]; i++) {
      least = Math.min(least, Frame.y(rings.points[i]));
      greatest = Math.max(greatest, Frame.y(rings.points[i]));
    }
    // Half a step off the grid, so that no vertex lies on the line.
    return Math.floor(((double) least + greatest) / 2) + 0.5;
  }

  private static double[] crossings(Rings rings, int[] ofPolygon, double y) {
    double[] found = new double[16];
    int count = 0;
    for (int ring : ofPolygon) {
      for (int i = rings.start[ring]; i + 1 < rings.end[ring]; i++) {
        double ay = Frame.y(rings.points[i]);
        double by = Frame.y(rings.points[i + 1]);
        if (ay > y != by > y) {
          double ax = Frame.x(rings.points[i]);
          double bx = Frame.x(rings.points[i + 1]);
          found = count == found.length ? Arrays.copyOf(found, 2 * count) : found;
          found[count++] = ax + (y - ay) / (by - ay) * (bx - ax);
        }
      }
    }
    double[] crossings = Arrays.copyOf(found, count);
    Arrays.sort(crossings);
    return crossings;
  }
}
