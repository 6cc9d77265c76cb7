package org.wangge.exchange;

import java.util.List;
import org.locationtech.jts.geom.Geometry;

/**
 * One simple KML geometry as text.
 *
 * @param type Point, LineString or Polygon
 * @param coordinates "lon,lat[,height] lon,lat …" per ring, the outer ring first
 */
record KmlShape(String type, List<String> coordinates) {

  Geometry assemble(GeometryAssembler assembler, ReadLimits limits) {
    if (type.equals("Polygon")) {
      CoordinateTree tree = new CoordinateTree();
      coordinates.forEach(ring -> tree.add(line(ring, limits)));
      return assembler.assemble(type, tree);
    }
    CoordinateTree line = line(coordinates.get(0), limits);
    if (type.equals("Point") && line.size() > 0) {
      double[] xy = line.toArray();
      return assembler.assemble(type, CoordinateTree.position(xy[0], xy[1]));
    }
    return assembler.assemble(type, line);
  }

  private static CoordinateTree line(String text, ReadLimits limits) {
    CoordinateTree line = new CoordinateTree();
    for (String tuple : text.strip().split("\\s+")) {
      if (line.size() >= limits.points()) {
        throw new BadGeometryException("it has more than " + limits.points() + " points", "");
      }
      if (!tuple.isEmpty()) {
        add(line, tuple);
      }
    }
    return line;
  }

  private static void add(CoordinateTree line, String tuple) {
    String[] numbers = tuple.split(",", 3);
    if (numbers.length < 2) {
      throw new BadGeometryException("'%s' is not lon,lat".formatted(tuple), tuple);
    }
    try {
      line.add(
          GeometryAssembler.checked(Double.parseDouble(numbers[0])),
          GeometryAssembler.checked(Double.parseDouble(numbers[1])));
    } catch (NumberFormatException e) {
      throw new BadGeometryException("'%s' is not lon,lat".formatted(tuple), tuple);
    }
  }
}
