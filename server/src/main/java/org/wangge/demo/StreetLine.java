package org.wangge.demo;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.wangge.fabric.ArcClass;
import org.wangge.fabric.BoundaryLine;

/**
 * One drawn line: a street, a bank, a railway.
 *
 * @param points metres
 * @param name "" when it has none
 * @param streetId equal for all lines of one street
 */
record StreetLine(List<Coordinate> points, ArcClass arcClass, String name, long streetId) {

  StreetLine with(List<Coordinate> other) {
    return new StreetLine(other, arcClass, name, streetId);
  }

  BoundaryLine toBoundaryLine() {
    long[] xs = points.stream().mapToLong(c -> Math.round(c.x * 1000)).toArray();
    long[] ys = points.stream().mapToLong(c -> Math.round(c.y * 1000)).toArray();
    return new BoundaryLine(xs, ys, arcClass, name, streetId, 0, false);
  }
}
