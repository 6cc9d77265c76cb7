package org.wangge.topology;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Area, width and middle of a small polygon, on a grid of its own that is as fine as its size
 * allows.
 */
record PieceMeasure(
    double areaSquareMetres, double widthMetres, double meanWidthMetres, Coordinate place) {
  private static final double FINEST_METRES = 1e-9;

  static PieceMeasure of(Polygon piece, MetresPerUnit scale) {
    Coordinate origin = piece.getCoordinate().copy();
    Polygon metres = metres(piece, origin, scale);
    double area = metres.getArea();
    double mean = 2 * area / metres.getLength();
    Envelope box = metres.getEnvelopeInternal();
    Frame frame =
        Frame.around(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY(), FINEST_METRES);
    Coordinate inside = metres.getInteriorPoint().getCoordinate();
    double width = mean;
    Ground ground = ground(metres, frame);
    if (!ground.rings().isEmpty()) {
      Widest.Circle circle = Widest.of(ground);
      double diameter = frame.length(2 * circle.radius());
      if (diameter > mean) {
        width = diameter;
        inside = new Coordinate(frame.metresX(circle.x()), frame.metresY(circle.y()));
      }
    }
    Coordinate place =
        new Coordinate(origin.x + inside.x / scale.x(), origin.y + inside.y / scale.y());
    return new PieceMeasure(area, width, mean, place);
  }

  private static Polygon metres(Polygon piece, Coordinate origin, MetresPerUnit scale) {
    Polygon metres = (Polygon) piece.copy();
    metres.apply(
        (Coordinate c) -> {
          c.x = (c.x - origin.x) * scale.x();
          c.y = (c.y - origin.y) * scale.y();
        });
    metres.geometryChanged();
    metres.normalize();
    // Normal shells turn right; widths are measured to the left of a ring.
    return (Polygon) metres.reverse();
  }

  /** Without rings when the piece is too long for its width to show on its grid. */
  private static Ground ground(Polygon metres, Frame frame) {
    List<long[]> rings = new ArrayList<>();
    addRing(metres.getExteriorRing(), frame, rings);
    for (int hole = 0; hole < metres.getNumInteriorRing() && !rings.isEmpty(); hole++) {
      addRing(metres.getInteriorRingN(hole), frame, rings);
    }
    return new Ground(rings);
  }

  private static void addRing(LinearRing ring, Frame frame, List<long[]> rings) {
    CoordinateSequence sequence = ring.getCoordinateSequence();
    long[] points = new long[sequence.size()];
    int count = 0;
    for (int i = 0; i < points.length; i++) {
      long point = Frame.pack(frame.x(sequence.getX(i)), frame.y(sequence.getY(i)));
      if (count == 0 || points[count - 1] != point) {
        points[count++] = point;
      }
    }
    if (count > 3) {
      rings.add(Arrays.copyOf(points, count));
    }
  }
}
