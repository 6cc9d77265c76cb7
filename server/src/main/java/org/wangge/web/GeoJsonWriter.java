package org.wangge.web;

import com.fasterxml.jackson.databind.util.RawValue;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
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

  /** A geometry of degrees as a value to be put into JSON that is made otherwise. */
  public static RawValue raw(Geometry lonLat) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    JsonBytes json = new JsonBytes(bytes);
    lonLat(json).geometry(lonLat);
    json.flush();
    return new RawValue(bytes.toString(StandardCharsets.UTF_8));
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
      point(point.getCoordinateSequence());
    } else if (geometry instanceof LineString line) {
      write(read(line.getCoordinateSequence()));
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
    int count = read(ring.getCoordinateSequence());
    if (isCounterClockwise(scratch, count) != counterClockwise) {
      reverse(scratch, count);
    }
    write(count);
  }

  private void point(CoordinateSequence point) {
    read(point);
    form.toTarget(scratch, 1);
    json.position(scratch[0], scratch[1], form.decimals());
  }

  private void write(int count) {
    form.toTarget(scratch, count);
    json.beginArray();
    for (int i = 0; i < count; i++) {
      json.position(scratch[2 * i], scratch[2 * i + 1], form.decimals());
    }
    json.endArray();
  }

  /** Copies the points into the scratch array, x and y in turn. */
  private int read(CoordinateSequence points) {
    int count = points.size();
    if (scratch.length < 2 * count) {
      scratch = new double[4 * count];
    }
    for (int i = 0; i < count; i++) {
      scratch[2 * i] = points.getX(i);
      scratch[2 * i + 1] = points.getY(i);
    }
    return count;
  }

  /**
   * Sign of the shoelace sum about the first point, where the terms are small enough for doubles.
   */
  private static boolean isCounterClockwise(double[] ring, int count) {
    double sum = 0;
    for (int i = 2; i < 2 * count - 3; i += 2) {
      double x1 = ring[i] - ring[0];
      double y1 = ring[i + 1] - ring[1];
      double x2 = ring[i + 2] - ring[0];
      double y2 = ring[i + 3] - ring[1];
      sum += x1 * y2 - x2 * y1;
    }
    return sum > 0;
  }

  private static void reverse(double[] xy, int count) {
    for (int i = 0, j = 2 * count - 2; i < j; i += 2, j -= 2) {
      double x = xy[i];
      double y = xy[i + 1];
      xy[i] = xy[j];
      xy[i + 1] = xy[j + 1];
      xy[j] = x;
      xy[j + 1] = y;
    }
  }
}
