package org.wangge.exchange;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;

/**
 * The records of a .shp: walks from record to record and makes geometries. Measures and heights are
 * dropped.
 */
final class ShapeRecords {
  private static final int FILE_CODE = 9994;
  private static final int HEADER_BYTES = 100;

  private final GeometryFactory factory = new GeometryFactory();
  private final GeometryAssembler assembler;
  private final ByteBuffer data;
  private final String attempted;
  private int next = HEADER_BYTES;

  ShapeRecords(byte[] bytes, String attempted, GeometryAssembler assembler) {
    this.assembler = assembler;
    this.data = ByteBuffer.wrap(bytes);
    this.attempted = attempted;
    if (bytes.length < HEADER_BYTES || data.getInt(0) != FILE_CODE) {
      throw new ReadException(
          attempted, "its .shp does not begin like one", "byte 0", "send the .shp again");
    }
  }

  boolean hasNext() {
    return next + 8 <= data.capacity();
  }

  /** Moves over the next record and gives its content. */
  ByteBuffer next(int index) {
    int length = 2 * data.getInt(next + 4);
    int start = next + 8;
    if (length < 4 || (long) start + length > data.capacity()) {
      throw new ReadException(
          attempted,
          "its .shp is cut off: record %d wants %d bytes, %d are left"
              .formatted(index + 1, length, data.capacity() - start),
          "byte " + next,
          "send the whole .shp again");
    }
    next = start + length;
    return data.slice(start, length).order(ByteOrder.LITTLE_ENDIAN);
  }

  Geometry geometry(ByteBuffer content) {
    int type = content.getInt();
    try {
      return switch (type % 10) {
        case 0 -> throw new BadGeometryException("it has no geometry", "null shape");
        case 1 -> factory.createPoint(point(content));
        case 8 -> factory.createMultiPointFromCoords(multiPoint(content));
        case 3 -> lines(parts(content));
        case 5 -> polygon(parts(content));
        default ->
            throw new BadGeometryException(
                "shape type %d is not a flat geometry".formatted(type), "");
      };
    } catch (BufferUnderflowException | NegativeArraySizeException e) {
      throw new BadGeometryException("its record is shorter than the points it announces", "");
    }
  }

  private static Coordinate point(ByteBuffer content) {
    double x = GeometryAssembler.checked(content.getDouble());
    return new Coordinate(x, GeometryAssembler.checked(content.getDouble()));
  }

  private static Coordinate[] points(ByteBuffer content, int count) {
    if (count < 0 || count > content.remaining() / 16) {
      throw new BadGeometryException(
          "it announces %d points, its record has room for %d"
              .formatted(count, content.remaining() / 16),
          "");
    }
    Coordinate[] points = new Coordinate[count];
    for (int i = 0; i < count; i++) {
      points[i] = point(content);
    }
    return points;
  }

  private static Coordinate[] multiPoint(ByteBuffer content) {
    content.position(36);
    return points(content, content.getInt());
  }

  private static List<Coordinate[]> parts(ByteBuffer content) {
    content.position(36);
    int count = content.getInt();
    int total = content.getInt();
    if (count <= 0 || count > content.remaining() / 4) {
      throw new BadGeometryException("it announces %d parts".formatted(count), "");
    }
    int[] starts = new int[count + 1];
    for (int i = 0; i < count; i++) {
      starts[i] = content.getInt();
    }
    starts[count] = total;
    List<Coordinate[]> parts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      parts.add(points(content, starts[i + 1] - starts[i]));
    }
    return parts;
  }

  private Geometry lines(List<Coordinate[]> parts) {
    if (parts.stream().anyMatch(part -> part.length < 2)) {
      throw new BadGeometryException("a line has fewer than 2 points", "");
    }
    LineString[] lines = parts.stream().map(factory::createLineString).toArray(LineString[]::new);
    return lines.length == 1 ? lines[0] : factory.createMultiLineString(lines);
  }

  private Geometry polygon(List<Coordinate[]> parts) {
    List<LinearRing> shells = new ArrayList<>();
    List<LinearRing> holes = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      LinearRing ring = assembler.ring(parts.get(i), "ring " + i);
      if (ring != null) {
        (Orientation.isCCW(ring.getCoordinateSequence()) ? holes : shells).add(ring);
      }
    }
    // Some programs write outer rings the wrong way round: a file of holes only is a file of
    // shells.
    return shells.isEmpty() ? assemble(holes, List.of()) : assemble(shells, holes);
  }

  private Geometry assemble(List<LinearRing> shells, List<LinearRing> holes) {
    List<List<LinearRing>> holesOf = new ArrayList<>();
    shells.forEach(shell -> holesOf.add(new ArrayList<>()));
    List<LinearRing> orphans = new ArrayList<>();
    for (LinearRing hole : holes) {
      int owner = shells.size() == 1 ? 0 : ownerOf(hole, shells);
      (owner < 0 ? orphans : holesOf.get(owner)).add(hole);
    }
    List<Polygon> polygons = new ArrayList<>();
    for (int i = 0; i < shells.size(); i++) {
      polygons.add(factory.createPolygon(shells.get(i), holesOf.get(i).toArray(new LinearRing[0])));
    }
    orphans.forEach(orphan -> polygons.add(factory.createPolygon(orphan)));
    return assembler.polygons(polygons);
  }

  /** The smallest shell around the hole; -1 when none is. */
  private static int ownerOf(LinearRing hole, List<LinearRing> shells) {
    int owner = -1;
    for (int i = 0; i < shells.size(); i++) {
      LinearRing shell = shells.get(i);
      boolean inside =
          shell.getEnvelopeInternal().contains(hole.getEnvelopeInternal()) && contains(shell, hole);
      if (inside
          && (owner < 0
              || shells.get(owner).getEnvelopeInternal().contains(shell.getEnvelopeInternal()))) {
        owner = i;
      }
    }
    return owner;
  }

  private static boolean contains(LinearRing shell, LinearRing hole) {
    Polygon area = shell.getFactory().createPolygon(shell);
    for (int i = 0; i < hole.getNumPoints(); i++) {
      int location = SimplePointInAreaLocator.locate(hole.getCoordinateN(i), area);
      if (location != Location.BOUNDARY) {
        return location == Location.INTERIOR;
      }
    }
    return true;
  }
}
