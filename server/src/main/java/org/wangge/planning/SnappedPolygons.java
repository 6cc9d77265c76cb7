package org.wangge.planning;

import java.util.HashSet;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;
import org.wangge.fabric.Fabric;

/**
 * Puts vertices of foreign polygons on the fabric's where they were meant to be: degrees with eight
 * decimals are good to a millimetre, so that a vertex may come back one or two beside.
 */
final class SnappedPolygons {
  private static final double MILLIMETRES = 1000;
  private static final int REACH = 2;

  private final Set<Coordinate> vertices = new HashSet<>();

  SnappedPolygons(Fabric fabric) {
    for (int arc = 0; arc < fabric.arcCount(); arc++) {
      for (int i = 0; i < fabric.pointCount(arc); i++) {
        vertices.add(new Coordinate(fabric.pointX(arc, i), fabric.pointY(arc, i)));
      }
    }
  }

  /** A copy in metres, whole millimetres. */
  Geometry snap(Geometry metres) {
    Geometry copy = metres.copy();
    copy.apply(new Snapping());
    return copy;
  }

  private final class Snapping implements CoordinateSequenceFilter {
    @Override
    public void filter(CoordinateSequence sequence, int i) {
      Coordinate at = snapped(sequence.getX(i), sequence.getY(i));
      sequence.setOrdinate(i, CoordinateSequence.X, at.x / MILLIMETRES);
      sequence.setOrdinate(i, CoordinateSequence.Y, at.y / MILLIMETRES);
    }

    @Override
    public boolean isDone() {
      return false;
    }

    @Override
    public boolean isGeometryChanged() {
      return true;
    }
  }

  private Coordinate snapped(double x, double y) {
    Coordinate rounded = new Coordinate(Math.rint(x * MILLIMETRES), Math.rint(y * MILLIMETRES));
    Coordinate best = rounded;
    double least = Double.MAX_VALUE;
    for (int dx = -REACH; dx <= REACH; dx++) {
      for (int dy = -REACH; dy <= REACH; dy++) {
        Coordinate near = new Coordinate(rounded.x + dx, rounded.y + dy);
        double distance = Math.hypot(near.x - x * MILLIMETRES, near.y - y * MILLIMETRES);
        if (distance < least && vertices.contains(near)) {
          least = distance;
          best = near;
        }
      }
    }
    return best;
  }
}
