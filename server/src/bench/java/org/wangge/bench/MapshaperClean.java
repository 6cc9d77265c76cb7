package org.wangge.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Coordinate;
import org.wangge.topology.LayerPolygon;

/**
 * Runs {@code mapshaper -clean} as a process on a layer of polygons of one ring each.
 *
 * @param executable path of mapshaper
 */
record MapshaperClean(String executable) {

  /** Wall time from start to end of the process, and what it said, in one line. */
  record Run(double wallMillis, String told) {}

  Run clean(List<LayerPolygon> polygons) {
    try {
      Path folder = Files.createTempDirectory("mapshaper");
      Path in = folder.resolve("in.json");
      Path out = folder.resolve("out.json");
      write(polygons, in);
      long start = System.nanoTime();
      Process process =
          new ProcessBuilder(executable, in.toString(), "-clean", "-o", out.toString())
              .redirectErrorStream(true)
              .start();
      String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int exit = process.waitFor();
      double wall = (System.nanoTime() - start) / 1e6;
      Files.deleteIfExists(in);
      Files.deleteIfExists(out);
      Files.delete(folder);
      return new Run(wall, exit == 0 ? oneLine(told) : "failed: " + oneLine(told));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while mapshaper ran", e);
    }
  }

  private static String oneLine(String told) {
    return told.lines()
        .filter(line -> line.startsWith("[clean]") || line.contains("rror"))
        .map(line -> line.replace("[clean] ", ""))
        .collect(Collectors.joining("; "));
  }

  private static void write(List<LayerPolygon> polygons, Path file) throws IOException {
    try (BufferedWriter writer = Files.newBufferedWriter(file)) {
      writer.write("{\"type\":\"GeometryCollection\",\"geometries\":[");
      String comma = "";
      for (LayerPolygon polygon : polygons) {
        writer.write(comma + "\n{\"type\":\"Polygon\",\"coordinates\":[[");
        write(polygon.geometry().getCoordinates(), writer);
        writer.write("]]}");
        comma = ",";
      }
      writer.write("]}\n");
    }
  }

  private static void write(Coordinate[] ring, BufferedWriter writer) throws IOException {
    String comma = "";
    for (Coordinate c : ring) {
      writer.write(comma + "[" + c.x + "," + c.y + "]");
      comma = ",";
    }
  }
}
