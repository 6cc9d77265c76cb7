package org.wangge.checking;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** The items of a check as a GeoJSON collection (CRS84), their particulars as properties. */
public final class CheckGeoJson {
  private CheckGeoJson() {}

  public static Map<String, @Nullable Object> collection(List<CheckItem> items) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("type", "FeatureCollection");
    json.put("features", items.stream().map(CheckGeoJson::feature).toList());
    return json;
  }

  private static Map<String, @Nullable Object> feature(CheckItem item) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("type", "Feature");
    json.put("id", item.number());
    json.put("geometry", item.geometry() == null ? null : geometry(item.geometry()));
    json.put("properties", CheckJson.item(item));
    return json;
  }

  static Map<String, @Nullable Object> geometry(Geometry geometry) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("type", geometry.getGeometryType());
    if (geometry.getGeometryType().equals(Geometry.TYPENAME_GEOMETRYCOLLECTION)) {
      json.put("geometries", parts(geometry).stream().map(CheckGeoJson::geometry).toList());
    } else {
      json.put("coordinates", coordinates(geometry));
    }
    return json;
  }

  private static List<Geometry> parts(Geometry geometry) {
    return IntStream.range(0, geometry.getNumGeometries())
        .mapToObj(geometry::getGeometryN)
        .toList();
  }

  private static Object coordinates(Geometry geometry) {
    if (geometry instanceof Point point) {
      return position(point.getCoordinateSequence(), 0);
    }
    if (geometry instanceof LineString line) {
      return positions(line);
    }
    return geometry instanceof Polygon polygon
        ? rings(polygon)
        : parts(geometry).stream().map(CheckGeoJson::coordinates).toList();
  }

  private static List<Object> rings(Polygon polygon) {
    Polygon wound = (Polygon) polygon.norm().reverse();
    List<Object> rings = new ArrayList<>();
    rings.add(positions(wound.getExteriorRing()));
    IntStream.range(0, wound.getNumInteriorRing())
        .forEach(i -> rings.add(positions(wound.getInteriorRingN(i))));
    return rings;
  }

  private static List<double[]> positions(LineString line) {
    CoordinateSequence points = line.getCoordinateSequence();
    return IntStream.range(0, points.size()).mapToObj(i -> position(points, i)).toList();
  }

  private static double[] position(CoordinateSequence points, int i) {
    return new double[] {points.getX(i), points.getY(i)};
  }
}
