package org.wangge.planning;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.wangge.fabric.Fabric;
import org.wangge.territory.Projection;
import org.wangge.web.JsonFields;

/** Places in requests: degrees in JSON, millimetres here. */
final class Spots {
  private static final int MOST_POINTS = 10_000;
  private static final double MILLIMETRES = 1000;

  private final Projection projection;

  Spots(Projection projection) {
    this.projection = projection;
  }

  /** A position [lon, lat] as millimetres. */
  Coordinate point(String name, JsonNode json) {
    if (!json.isArray() || json.size() != 2 || !json.get(0).isNumber() || !json.get(1).isNumber()) {
      throw JsonFields.bad(name, json.toString(), "is no position", "Give [lon, lat].");
    }
    return point(name, json.get(0).doubleValue(), json.get(1).doubleValue());
  }

  Coordinate point(String name, double lon, double lat) {
    boolean onEarth = Math.abs(lon) <= 180 && Math.abs(lat) <= 90;
    Coordinate metric = onEarth ? projection.toMetric(lon, lat) : new Coordinate(1e9, 1e9);
    if (!(Math.abs(metric.x) < 1e8 && Math.abs(metric.y) < 1e8)) {
      throw JsonFields.bad(
          name, lon + "," + lat, "lies nowhere near the district", "Give lon, lat.");
    }
    return new Coordinate(Math.rint(metric.x * MILLIMETRES), Math.rint(metric.y * MILLIMETRES));
  }

  List<Coordinate> points(String name, JsonNode json, int least) {
    if (!json.isArray() || json.size() < least || json.size() > MOST_POINTS) {
      throw JsonFields.bad(
          name, "", "is no list of " + least + " to " + MOST_POINTS + " positions", "Give one.");
    }
    List<Coordinate> points = new ArrayList<>();
    json.forEach(each -> points.add(point(name, each)));
    return points;
  }

  /** Degrees of a place in millimetres. */
  double[] lonLat(double x, double y) {
    Coordinate place = projection.toLonLat(x / MILLIMETRES, y / MILLIMETRES);
    return new double[] {rounded(place.x), rounded(place.y)};
  }

  private static double rounded(double degrees) {
    return Math.rint(degrees * 1e8) / 1e8;
  }

  /** Blocks whose middle lies in a drawn ring. */
  static int[] facesIn(Fabric fabric, List<Coordinate> ring) {
    List<Coordinate> closed = new ArrayList<>();
    ring.forEach(each -> closed.add(new Coordinate(each.x / MILLIMETRES, each.y / MILLIMETRES)));
    closed.add(closed.get(0).copy());
    Geometry drawn =
        new GeometryFactory().createPolygon(closed.toArray(Coordinate[]::new)).buffer(0);
    PreparedGeometry prepared = PreparedGeometryFactory.prepare(drawn);
    Envelope box = drawn.getEnvelopeInternal();
    List<Integer> found = new ArrayList<>();
    for (int f = 0; f < fabric.faceCount(); f++) {
      if (box.intersects(fabric.faceEnvelope(f)) && prepared.contains(fabric.interiorPoint(f))) {
        found.add(f);
      }
    }
    return found.stream().mapToInt(Integer::intValue).toArray();
  }

  static Optional<Integer> faceAt(Fabric fabric, Coordinate place) {
    int face = fabric.faceAt((long) place.x, (long) place.y);
    return face < 0 ? Optional.empty() : Optional.of(face);
  }
}
