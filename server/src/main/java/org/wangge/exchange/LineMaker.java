package org.wangge.exchange;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import org.wangge.fabric.ArcClass;
import org.wangge.fabric.BoundaryLine;

/**
 * Turns geometries in metres into boundary lines in millimetres: one line for every line or ring in
 * them.
 */
final class LineMaker {
  private static final double PER_METRE = 1000;

  private LineMaker() {}

  static List<BoundaryLine> of(
      Geometry metres,
      ArcClass arcClass,
      String name,
      long streetId,
      int layer,
      boolean mandatory) {
    List<BoundaryLine> lines = new ArrayList<>();
    for (Object line : LinearComponentExtracter.getLines(metres)) {
      CoordinateSequence points = ((LineString) line).getCoordinateSequence();
      long[] xs = new long[points.size()];
      long[] ys = new long[points.size()];
      for (int i = 0; i < xs.length; i++) {
        xs[i] = Math.round(points.getX(i) * PER_METRE);
        ys[i] = Math.round(points.getY(i) * PER_METRE);
      }
      lines.add(new BoundaryLine(xs, ys, arcClass, name, streetId, layer, mandatory));
    }
    return lines;
  }
}
