package org.wangge.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.noding.NodedSegmentString;
import org.locationtech.jts.noding.SegmentString;
import org.locationtech.jts.noding.snapround.SnapRoundingNoder;
import org.locationtech.jts.operation.polygonize.Polygonizer;
import org.wangge.fabric.ArcClass;

/**
 * The sketch as a planar network: lines that meet only in their ends, and the plots between them.
 *
 * @param lines noded, inside the domain, its outline left out
 * @param plots the faces, outside and water left out
 */
record Skeleton(List<StreetLine> lines, List<Polygon> plots) {
  private static final double SHORT_END_METRES = 260;
  private static final GeometryFactory FACTORY = new GeometryFactory();

  /** Nodes the lines with each other and with the outline of the domain. */
  static Skeleton of(List<StreetLine> drawn, Ground ground) {
    List<StreetLine> noded = node(drawn, ground);
    IndexedPointInAreaLocator domain = new IndexedPointInAreaLocator(ground.domain());
    IndexedPointInAreaLocator water = new IndexedPointInAreaLocator(ground.water());
    noded.removeIf(line -> line.arcClass() != ArcClass.STATUTORY && !keeps(line, domain, water));
    removeShortEnds(noded);
    List<Polygon> plots = new ArrayList<>();
    for (Polygon face : polygonize(noded)) {
      Coordinate inside = face.getInteriorPoint().getCoordinate();
      if (domain.locate(inside) == Location.INTERIOR && water.locate(inside) != Location.INTERIOR) {
        plots.add(face);
      }
    }
    noded.removeIf(line -> line.arcClass() == ArcClass.STATUTORY);
    return new Skeleton(noded, plots);
  }

  private static boolean keeps(
      StreetLine line, IndexedPointInAreaLocator domain, IndexedPointInAreaLocator water) {
    Coordinate middle = middle(line.points());
    boolean wet = water.locate(middle) == Location.INTERIOR;
    return domain.locate(middle) == Location.INTERIOR
        && (isBank(line)
            || (wet ? line.arcClass() != ArcClass.RIVER : line.arcClass() != ArcClass.CUT));
  }

  /**
   * Banks come from the water itself; small rivers are drawn as streets are, and end where they
   * meet it.
   */
  private static boolean isBank(StreetLine line) {
    return line.arcClass() == ArcClass.RIVER && line.streetId() == 0;
  }

  private static Coordinate middle(List<Coordinate> points) {
    int i = (points.size() - 1) / 2;
    Coordinate a = points.get(i);
    Coordinate b = points.get(i + 1);
    return new Coordinate((a.x + b.x) / 2, (a.y + b.y) / 2);
  }

  private static List<StreetLine> node(List<StreetLine> drawn, Ground ground) {
    List<StreetLine> all = new ArrayList<>(drawn);
    all.addAll(ground.outlines());
    List<SegmentString> strings = new ArrayList<>();
    for (StreetLine line : all) {
      strings.add(new NodedSegmentString(line.points().toArray(Coordinate[]::new), line));
    }
    SnapRoundingNoder noder = new SnapRoundingNoder(new PrecisionModel(1000));
    noder.computeNodes(strings);
    List<StreetLine> noded = new ArrayList<>();
    for (Object piece : noder.getNodedSubstrings()) {
      SegmentString string = (SegmentString) piece;
      noded.add(((StreetLine) string.getData()).with(List.of(string.getCoordinates())));
    }
    return noded;
  }

  /** Lines drawn a little too far leave stubs behind the crossing: nobody built those. */
  private static void removeShortEnds(List<StreetLine> lines) {
    boolean changed = true;
    while (changed) {
      Map<Coordinate, Integer> degree = new HashMap<>();
      lines.forEach(line -> ends(line).forEach(end -> degree.merge(end, 1, Integer::sum)));
      changed = lines.removeIf(line -> isStub(line, degree));
    }
  }

  private static boolean isStub(StreetLine line, Map<Coordinate, Integer> degree) {
    boolean dead = ends(line).stream().anyMatch(end -> degree.getOrDefault(end, 0) == 1);
    return dead
        && FACTORY.createLineString(line.points().toArray(Coordinate[]::new)).getLength()
            < SHORT_END_METRES;
  }

  private static List<Coordinate> ends(StreetLine line) {
    return List.of(line.points().get(0), line.points().get(line.points().size() - 1));
  }

  private static List<Polygon> polygonize(List<StreetLine> lines) {
    Polygonizer polygonizer = new Polygonizer();
    lines.forEach(
        line ->
            polygonizer.add(FACTORY.createLineString(line.points().toArray(Coordinate[]::new))));
    List<Polygon> faces = new ArrayList<>();
    for (Object face : polygonizer.getPolygons()) {
      faces.add((Polygon) face);
    }
    faces.sort((a, b) -> a.getEnvelopeInternal().compareTo((Object) b.getEnvelopeInternal()));
    return faces;
  }
}
