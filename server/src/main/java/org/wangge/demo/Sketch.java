package org.wangge.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.locationtech.jts.geom.Coordinate;

/**
 * The hand-drawn lines the district is made from.
 *
 * @param lines in drawing order
 */
record Sketch(List<SketchLine> lines) {

  /**
   * One line of the sketch.
   *
   * @param kind a street class, or OUTLINE, EXCLUSION, WATER, STREAM, ISLAND, LAKE
   * @param widthMetres 0 for a single line
   * @param kilometres east and north of the middle of the district
   */
  record SketchLine(String kind, String name, double widthMetres, List<Coordinate> kilometres) {}

  static Sketch load() {
    return new Sketch(readLines("sketch.txt").stream().map(Sketch::parse).toList());
  }

  /** The lines of a resource beside this class; comments and empty lines are left out. */
  static List<String> readLines(String resource) {
    var stream = Objects.requireNonNull(Sketch.class.getResourceAsStream(resource), resource);
    try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return reader.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<SketchLine> ofKind(String... kinds) {
    return lines.stream().filter(line -> Arrays.asList(kinds).contains(line.kind())).toList();
  }

  SketchLine only(String kind) {
    return ofKind(kind).get(0);
  }

  private static SketchLine parse(String line) {
    String[] parts = line.split("\\|", -1);
    List<Coordinate> points = Arrays.stream(parts[3].split(",")).map(Sketch::point).toList();
    return new SketchLine(parts[0], parts[1], Double.parseDouble(parts[2]), points);
  }

  static Coordinate point(String text) {
    String[] xy = text.trim().split("\\s+");
    return new Coordinate(Double.parseDouble(xy[0]), Double.parseDouble(xy[1]));
  }
}
