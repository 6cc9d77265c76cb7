package org.wangge.fabric;

import java.util.List;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** The segments to be noded, each with the number of its attribute. */
final class Soup {
  private final LongList ax = new LongList(1024);
  private final LongList ay = new LongList(1024);
  private final LongList bx = new LongList(1024);
  private final LongList by = new LongList(1024);
  private final IntList attribute = new IntList(1024);
  private long minX = Long.MAX_VALUE;
  private long minY = Long.MAX_VALUE;
  private long maxX = Long.MIN_VALUE;
  private long maxY = Long.MIN_VALUE;

  /**
   * Adds the lines, leaving out pieces that lie beside the box around the domain, which must have
   * been added before.
   *
   * @return how many pieces were left out
   */
  int addLines(List<BoundaryLine> lines, AttributeTable attributes) {
    int beside = 0;
    for (BoundaryLine line : lines) {
      int number = attributes.numberOf(Attribute.of(line));
      for (int i = 1; i < line.pointCount(); i++) {
        if (isBeside(line, i)) {
          beside++;
        } else {
          add(line.xs()[i - 1], line.ys()[i - 1], line.xs()[i], line.ys()[i], number);
        }
      }
    }
    return beside;
  }

  private boolean isBeside(BoundaryLine line, int i) {
    return Math.max(line.xs()[i - 1], line.xs()[i]) < minX
        || Math.min(line.xs()[i - 1], line.xs()[i]) > maxX
        || Math.max(line.ys()[i - 1], line.ys()[i]) < minY
        || Math.min(line.ys()[i - 1], line.ys()[i]) > maxY;
  }

  /** Rings of the domain with the inside on their left. */
  void addDomain(Geometry domainMetres) {
    for (int i = 0; i < domainMetres.getNumGeometries(); i++) {
      if (domainMetres.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
        addRing(polygon.getExteriorRing(), true);
        for (int r = 0; r < polygon.getNumInteriorRing(); r++) {
          addRing(polygon.getInteriorRingN(r), false);
        }
      }
    }
  }

  private void addRing(LinearRing ring, boolean counterClockwise) {
    Coordinate[] points = ring.getCoordinates();
    boolean forward = Orientation.isCCW(points) == counterClockwise;
    for (int i = 1; i < points.length; i++) {
      Coordinate a = forward ? points[i - 1] : points[i];
      Coordinate b = forward ? points[i] : points[i - 1];
      include(millimetres(a.x), millimetres(a.y));
      add(
          millimetres(a.x),
          millimetres(a.y),
          millimetres(b.x),
          millimetres(b.y),
          AttributeTable.OUTLINE);
    }
  }

  private void include(long x, long y) {
    minX = Math.min(minX, x);
    minY = Math.min(minY, y);
    maxX = Math.max(maxX, x);
    maxY = Math.max(maxY, y);
  }

  private static long millimetres(double metres) {
    return Math.round(metres * 1000.0);
  }

  void add(long fromX, long fromY, long toX, long toY, int attributeNumber) {
    if (fromX != toX || fromY != toY) {
      ax.add(fromX);
      ay.add(fromY);
      bx.add(toX);
      by.add(toY);
      attribute.add(attributeNumber);
    }
  }

  int size() {
    return ax.size();
  }

  int attribute(int segment) {
    return attribute.get(segment);
  }

  NodedSegments node() {
    return SnapRounder.node(ax.toArray(), ay.toArray(), bx.toArray(), by.toArray());
  }
}
