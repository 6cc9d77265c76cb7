package org.wangge.atlas;

import java.util.LinkedHashMap;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.wangge.fabric.ArcClass;
import org.wangge.territory.Projection;
import org.wangge.web.JsonBytes;

/**
 * Collects lines as columns: points per line, coordinates as differences, class, name. Points that
 * fall on the point before them in whole micro-degrees are kept, so that the count stays that of
 * the line.
 */
final class LineColumns {
  static final double SCALE = 1e6;
  private static final double MILLIMETRES = 1000;

  private final Projection projection;
  private final Names names;
  private final Ints counts = new Ints();
  private final Ints coordinates = new Ints();
  private final Ints classes = new Ints();
  private final Ints nameIndexes = new Ints();
  private int lastX;
  private int lastY;

  /** Texts by index; the empty text is 0. */
  static final class Names {
    private final Map<String, Integer> indexes = new LinkedHashMap<>(Map.of("", 0));

    int index(String name) {
      return indexes.computeIfAbsent(name, text -> indexes.size());
    }

    void write(JsonBytes json) {
      json.name("names").beginArray();
      indexes.keySet().forEach(json::text);
      json.endArray();
    }
  }

  LineColumns(Projection projection, Names names) {
    this.projection = projection;
    this.names = names;
  }

  void begin(int points, ArcClass arcClass, String name) {
    counts.add(points);
    classes.add(arcClass.ordinal());
    nameIndexes.add(names.index(name));
  }

  void point(long xMillimetres, long yMillimetres) {
    Coordinate at = projection.toLonLat(xMillimetres / MILLIMETRES, yMillimetres / MILLIMETRES);
    int x = scaled(at.x);
    int y = scaled(at.y);
    coordinates.add(x - lastX);
    coordinates.add(y - lastY);
    lastX = x;
    lastY = y;
  }

  static int scaled(double degrees) {
    return (int) Math.round(degrees * SCALE);
  }

  void write(JsonBytes json) {
    counts.write(json, "count");
    coordinates.write(json, "coords");
    classes.write(json, "class");
    nameIndexes.write(json, "name");
  }
}
