package org.wangge.demo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.wangge.fabric.Fabric;

/**
 * Ground between an arc and a line drawn beside it from end to end: what a border that was not
 * followed properly leaves open or takes twice.
 */
final class Strip {
  private static final double LEAST_SQUARE_METRES = 8;
  private static final GeometryFactory FACTORY = new GeometryFactory();

  private Strip() {}

  /**
   * The strip beside a half-edge, inside the face on its left; null where it would leave that face.
   *
   * @param width greatest width in metres
   */
  static @Nullable Polygon beside(Fabric fabric, int halfEdge, double width) {
    List<Coordinate> arc =
        new ArrayList<>(List.of(fabric.arcGeometry(halfEdge >> 1).getCoordinates()));
    if ((halfEdge & 1) == 1) {
      Collections.reverse(arc);
    }
    List<Coordinate> line = Curves.beside(densified(arc), width);
    List<Coordinate> ring = new ArrayList<>(arc);
    for (int i = line.size() - 2; i > 0; i--) {
      ring.add(Curves.rounded(line.get(i)));
    }
    ring.add(arc.get(0).copy());
    Polygon strip = FACTORY.createPolygon(ring.toArray(Coordinate[]::new));
    boolean sound = strip.isValid() && strip.getArea() > LEAST_SQUARE_METRES;
    return sound && fabric.faceGeometry(fabric.face(halfEdge)).covers(strip) ? strip : null;
  }

  /** A straight arc gets points to be pulled aside. */
  private static List<Coordinate> densified(List<Coordinate> arc) {
    if (arc.size() > 2) {
      return arc;
    }
    List<Coordinate> dense = new ArrayList<>();
    Coordinate a = arc.get(0);
    Coordinate b = arc.get(1);
    for (double t : new double[] {0, 0.2, 0.5, 0.8, 1}) {
      dense.add(new Coordinate(a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)));
    }
    return dense;
  }
}
