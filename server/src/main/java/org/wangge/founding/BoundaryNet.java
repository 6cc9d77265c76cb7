package org.wangge.founding;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.wangge.fabric.BoundaryLine;

/**
 * All lines of the fabric, snapped together, and the domain snapped with them.
 *
 * @param lines streets as they are classed, borders as mandatory statutory lines
 * @param domain metres, valid
 */
record BoundaryNet(List<BoundaryLine> lines, Geometry domain) {

  /** Grids first: they move least. Then the upper levels, the domain, the streets. */
  static BoundaryNet of(FoundingInput input, Levels levels) {
    List<long[][]> borders = new ArrayList<>();
    for (List<Zone> level : List.of(levels.grids(), levels.communities(), levels.townships())) {
      level.forEach(zone -> rings(zone.area(), borders));
    }
    List<long[][]> all = new ArrayList<>(borders);
    rings(input.domain(), all);
    int domainEnd = all.size();
    input.streets().lines().forEach(line -> all.add(new long[][] {line.xs(), line.ys()}));
    List<long[][]> snapped = new LineSnapper(input.snapMetres() * 1000).snap(all);
    return new BoundaryNet(
        lines(input, snapped, borders.size(), domainEnd),
        domain(input.domain(), snapped.subList(borders.size(), domainEnd)));
  }

  private static void rings(Geometry area, List<long[][]> into) {
    for (Object line : LinearComponentExtracter.getLines(area)) {
      into.add(millimetres((LineString) line));
    }
  }

  private static long[][] millimetres(LineString line) {
    long[][] points = new long[2][line.getNumPoints()];
    for (int i = 0; i < points[0].length; i++) {
      points[0][i] = Math.round(line.getCoordinateN(i).x * 1000);
      points[1][i] = Math.round(line.getCoordinateN(i).y * 1000);
    }
    return points;
  }

  private static List<BoundaryLine> lines(
      FoundingInput input, List<long[][]> snapped, int borders, int domainEnd) {
    List<BoundaryLine> lines = new ArrayList<>();
    for (long[][] ring : snapped.subList(0, borders)) {
      lines.add(BoundaryLine.statutory(ring[0], ring[1], ""));
    }
    List<BoundaryLine> streets = input.streets().lines();
    for (int i = 0; i < streets.size(); i++) {
      lines.add(moved(streets.get(i), snapped.get(domainEnd + i)));
    }
    return lines;
  }

  private static BoundaryLine moved(BoundaryLine line, long[][] points) {
    return new BoundaryLine(
        points[0],
        points[1],
        line.arcClass(),
        line.name(),
        line.streetId(),
        line.layer(),
        line.mandatory());
  }

  /** The rings come back in the order in which they were taken: shell, holes, next polygon. */
  private static Geometry domain(Geometry given, List<long[][]> rings) {
    GeometryFactory factory = new GeometryFactory();
    List<Polygon> polygons = new ArrayList<>();
    int next = 0;
    for (Object part : PolygonExtracter.getPolygons(given)) {
      int holes = ((Polygon) part).getNumInteriorRing();
      LinearRing shell = ring(rings.get(next++), factory);
      LinearRing[] inner = new LinearRing[holes];
      for (int i = 0; i < holes; i++) {
        inner[i] = ring(rings.get(next++), factory);
      }
      polygons.add(factory.createPolygon(shell, inner));
    }
    Geometry domain = factory.buildGeometry(polygons);
    return domain.isValid() ? domain : GeometryFixer.fix(domain);
  }

  private static LinearRing ring(long[][] points, GeometryFactory factory) {
    if (points[0].length < 4) {
      return factory.createLinearRing();
    }
    Coordinate[] coordinates = new Coordinate[points[0].length];
    for (int i = 0; i < coordinates.length; i++) {
      coordinates[i] = new Coordinate(points[0][i] / 1000.0, points[1][i] / 1000.0);
    }
    return factory.createLinearRing(coordinates);
  }
}
