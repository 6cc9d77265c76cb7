package org.wangge.exchange;

import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;

/**
 * Rebuilds a geometry with changed coordinates; invalid geometries pass through unharmed and Z is
 * dropped.
 */
final class GeometryMapper {
  private final CoordinateTransform transform;
  private final GeometryFactory factory;

  GeometryMapper(CoordinateTransform transform, int srid) {
    this.transform = transform;
    this.factory = new GeometryFactory(new PrecisionModel(), srid);
  }

  Geometry map(Geometry geometry) {
    if (geometry instanceof Point) {
      return factory.createPoint(coordinates(((Point) geometry).getCoordinateSequence()));
    }
    if (geometry instanceof LinearRing) {
      return ring((LinearRing) geometry);
    }
    if (geometry instanceof LineString) {
      return factory.createLineString(coordinatesOf((LineString) geometry));
    }
    return geometry instanceof Polygon ? polygon((Polygon) geometry) : collection(geometry);
  }

  private Geometry collection(Geometry geometry) {
    Geometry[] parts =
        IntStream.range(0, geometry.getNumGeometries())
            .mapToObj(i -> map(geometry.getGeometryN(i)))
            .toArray(Geometry[]::new);
    return switch (geometry.getGeometryType()) {
      case Geometry.TYPENAME_MULTIPOINT -> factory.createMultiPoint(cast(parts, Point[].class));
      case Geometry.TYPENAME_MULTILINESTRING ->
          factory.createMultiLineString(cast(parts, LineString[].class));
      case Geometry.TYPENAME_MULTIPOLYGON ->
          factory.createMultiPolygon(cast(parts, Polygon[].class));
      default -> factory.createGeometryCollection(parts);
    };
  }

  private static <T extends Geometry> T[] cast(Geometry[] parts, Class<T[]> type) {
    return java.util.Arrays.copyOf(parts, parts.length, type);
  }

  private Polygon polygon(Polygon polygon) {
    LinearRing[] holes =
        IntStream.range(0, polygon.getNumInteriorRing())
            .mapToObj(i -> ring(polygon.getInteriorRingN(i)))
            .toArray(LinearRing[]::new);
    return factory.createPolygon(ring(polygon.getExteriorRing()), holes);
  }

  private LinearRing ring(LinearRing ring) {
    return factory.createLinearRing(coordinatesOf(ring));
  }

  private CoordinateSequence coordinatesOf(LineString line) {
    return coordinates(line.getCoordinateSequence());
  }

  private CoordinateSequence coordinates(CoordinateSequence sequence) {
    int count = sequence.size();
    double[] xy = new double[2 * count];
    for (int i = 0; i < count; i++) {
      xy[2 * i] = sequence.getX(i);
      xy[2 * i + 1] = sequence.getY(i);
    }
    transform.apply(xy, count);
    return sequence(xy, count);
  }

  private CoordinateSequence sequence(double[] xy, int count) {
    Coordinate[] coordinates = new Coordinate[count];
    for (int i = 0; i < count; i++) {
      coordinates[i] = new Coordinate(xy[2 * i], xy[2 * i + 1]);
    }
    return factory.getCoordinateSequenceFactory().create(coordinates);
  }
}
