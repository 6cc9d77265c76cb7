package org.wangge.web;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPoint;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.wangge.catalogue.Item;
import org.wangge.catalogue.Shape;

/**
 * Writes GeoJSON (RFC 7946) geometries and features straight from JTS coordinate sequences:
 * two-dimensional, exterior rings counter-clockwise and holes clockwise as seen with x to the right
 * and y up (also when a form swaps the axes), rounded as the {@link CoordinateForm} says. Empty
 * geometries become null, curves and rings as JTS has them.
 *
 * <p>Whoever calls owns the document around it: {@link #json()} writes to the same stream.
 */
public final class GeoJsonWriter {
  private final JsonBytes json;
  private final CoordinateForm form;
  private double[] scratch = new double[512];

  public GeoJsonWriter(JsonBytes json, CoordinateForm form) {
    this.json = json;
    this.form = form;
  }

  /** Longitude and latitude with 8 decimals: what RFC 7946 asks for. */
  public static GeoJsonWriter lonLat(JsonBytes json) {
    return new GeoJsonWriter(json, CoordinateForm.LON_LAT);
  }

  public JsonBytes json() {
    return json;
  }

  /** A whole feature without further members. */
  public GeoJsonWriter feature(Item item) {
    beginFeature(item);
    json.endObject();
    return this;
  }

  /** A feature left open, so that members (links) can follow; the caller ends the object. */
  public GeoJsonWriter beginFeature(Item item) {
    json.beginObject().name("type").text("Feature").name("id").text(item.id());
    json.name("geometry");
    shape(item.shape());
    json.name("properties").value(item.properties());
    return this;
  }

  /** The geometry of the shape in the form's CRS; null when there is none. */
  public GeoJsonWriter shape(@Nullable Shape shape) {
    if (shape == null) {
      json.nothing();
      return this;
    }
    return geometry(form.metric() ? shape.metric() : shape.lonLat());
  }

  /** A geometry that is in the form's source coordinates already. */
  public GeoJsonWriter geometry(Geometry geometry) {
    if (geometry.isEmpty()) {
      json.nothing();
      return this;
    }
    json.beginObject()
        .name("type")
        .text(
            geometry.getGeometryType().equals("LinearRing")
                ? "LineString"
                : geometry.getGeometryType());
    if (isMixed(geometry)) {
      json.name("geometries");
      parts(geometry, this::geometry);
    } else {
      json.name("coordinates");
      coordinates(geometry);
    }
    json.endObject();
    return this;
  }

  private static boolean isMixed(Geometry geometry) {
    return geometry instanceof GeometryCollection
        && !(geometry instanceof MultiPolygon
            || geometry instanceof MultiLineString
            || geometry instanceof MultiPoint);
  }

  private void coordinates(Geometry geometry) {
    if (geometry instanceof Point point) {
      positions(point.getCoordinateSequence(), false, true);
    } else if (geometry instanceof LineString line) {
      positions(line.getCoordinateSequence(), false, false);
    } else if (geometry instanceof Polygon polygon) {
      rings(polygon);
    } else {
      parts(geometry, this::coordinates);
    }
  }

  private void parts(Geometry geometry, java.util.function.Consumer<Geometry> each) {
    json.beginArray();
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      each.accept(geometry.getGeometryN(i));
    }
    json.endArray();
  }

  private void rings(Polygon polygon) {
    json.beginArray();
    ring(polygon.getExteriorRing(), true);
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      ring(polygon.getInteriorRingN(i), false);
    }
    json.endArray();
  }

  private void ring(LineString ring, boolean counterClockwise) {
    CoordinateSequence points = ring.getCoordinateSequence();
    positions(points, isCounterClockwise(points) != counterClockwise, false);
  }

  /**
   * Sign of the shoelace sum about the first point, where the terms are small enough for doubles.
   */
  static boolean isCounterClockwise(CoordinateSequence ring) {
    double x0 = ring.getX(0);
    double y0 = ring.getY(0);
    double sum = 0;
    for (int i = 1; i < ring.size() - 1; i++) {
      sum +=
          (ring.getX(i) - x0) * (ring.getY(i + 1) - y0)
              - (ring.getX(i + 1) - x0) * (ring.getY(i) - y0);
    }
    return sum > 0;
  }

  private void positions(CoordinateSequence points, boolean reversed, boolean single) {
    int count = points.size();
    double[] xy = read(points, reversed);
    form.toTarget(xy, count);
    if (single) {
      json.position(xy[0], xy[1], form.decimals());
      return;
    }
    json.beginArray();
    for (int i = 0; i < count; i++) {
      json.position(xy[2 * i], xy[2 * i + 1], form.decimals());
    }
    json.endArray();
  }

  private double[] read(CoordinateSequence points, boolean reversed) {
    int count = points.size();
    if (scratch.length < 2 * count) {
      scratch = new double[4 * count];
    }
    for (int i = 0; i < count; i++) {
      int from = reversed ? count - 1 - i : i;
      scratch[2 * i] = points.getX(from);
      scratch[2 * i + 1] = points.getY(from);
    }
    return scratch;
  }
}
