package org.wangge.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads map layers from files of any known format: GeoJSON, newline-delimited GeoJSON, TopoJSON,
 * Shapefile (zip or loose), GeoPackage, KML and KMZ, CSV, OSM PBF; text formats also gzipped, any
 * format also inside a zip. The format is told by what the file begins with, then by its ending.
 *
 * <p>Thread-safe. Does not project, repair or store anything.
 */
public final class LayerFiles {
  private static final int HEAD_BYTES = 4096;
  private static final String ZIP = "PK\u0003\u0004";
  private static final Pattern TOPOLOGY = Pattern.compile("\"type\"\\s*:\\s*\"Topology\"");
  private static final Pattern KNOWN_INSIDE_ZIP =
      Pattern.compile("(?i).*\\.(geojson|json|topojson|geojsonl|ndjson|gpkg|csv|pbf)(\\.gz)?");
  private static final String REMEDY =
      "send GeoJSON, TopoJSON, a zipped Shapefile, GeoPackage, KML, CSV or OSM PBF";

  public Layer read(Path file) {
    return read(file, ReadOptions.defaults());
  }

  /**
   * Reads one layer of a file.
   *
   * @throws ReadException saying what was attempted, what was met, where, and what to do
   */
  public Layer read(Path file, ReadOptions options) {
    if (!Files.isRegularFile(file)) {
      throw new ReadException(
          "reading " + file.getFileName(),
          "there is no such file",
          file.toString(),
          "check the path");
    }
    return read(DataSource.of(file), options);
  }

  /** As {@link #read(Path, ReadOptions)}, for bytes that were uploaded. */
  public Layer read(DataSource source, ReadOptions options) {
    try {
      if (source.size() == 0) {
        throw new ReadException(
            "reading " + source.name(), "the file is empty", "byte 0", "send the file again");
      }
      return read(source, options, head(source, options));
    } catch (IOException e) {
      throw Unpacked.problem("reading " + source.name(), e);
    }
  }

  /** Whether {@link #read} would read the source as GeoJSON, plain or gzipped. */
  public boolean isGeoJson(DataSource source, ReadOptions options) {
    try {
      byte[] head = head(source, options);
      return !startsWith(head, ZIP) && readerFor(source, head) instanceof GeoJsonReader;
    } catch (IOException e) {
      throw Unpacked.problem("reading " + source.name(), e);
    }
  }

  private Layer read(DataSource source, ReadOptions options, byte[] head) {
    if (startsWith(head, ZIP)) {
      return readZip(source, options);
    }
    return readerFor(source, head).read(source, options);
  }

  private static byte[] head(DataSource source, ReadOptions options) throws IOException {
    try (InputStream in = new Unpacked(source, options.limits()).open()) {
      return in.readNBytes(HEAD_BYTES);
    }
  }

  private static boolean startsWith(byte[] head, String ascii) {
    byte[] start = ascii.getBytes(StandardCharsets.ISO_8859_1);
    return head.length >= start.length
        && java.util.Arrays.equals(head, 0, start.length, start, 0, start.length);
  }

  private static LayerReader readerFor(DataSource source, byte[] head) {
    String text = new String(head, StandardCharsets.ISO_8859_1);
    if (startsWith(head, "SQLite format 3")) {
      return new GeoPackageReader();
    }
    if (startsWith(head, "\0\0\u0027\n")) {
      return new ShapefileReader();
    }
    if (text.startsWith("OSMHeader", 6) || source.hasEnding(".pbf")) {
      return new OsmReader();
    }
    return textReader(
        source,
        text.replaceFirst("^(\u00ef\u00bb\u00bf|\u00fe\u00ff|\u00ff\u00fe)", "")
            .replace("\0", "")
            .stripLeading());
  }

  private static LayerReader textReader(DataSource source, String text) {
    if (text.startsWith("<")) {
      return new KmlReader();
    }
    if (text.startsWith("{") || text.startsWith("[") || text.startsWith("\u001e")) {
      boolean topology =
          source.hasEnding(".topojson", ".topojson.gz") || TOPOLOGY.matcher(text).find();
      return topology ? new TopoJsonReader() : new GeoJsonReader();
    }
    if (source.hasEnding(".csv", ".tsv", ".txt", ".csv.gz", ".tsv.gz")) {
      return new CsvReader();
    }
    if (source.hasEnding(".json", ".geojson", ".json.gz", ".geojson.gz", ".geojsonl", ".ndjson")) {
      return new GeoJsonReader();
    }
    throw new ReadException(
        "reading " + source.name(), "the file is in no known format", "its first bytes", REMEDY);
  }

  private Layer readZip(DataSource source, ReadOptions options) {
    Map<String, byte[]> inner = new ZipEntries(source, options.limits()).read(name -> true);
    if (inner.keySet().stream().anyMatch(name -> name.matches("(?i).*\\.shp"))) {
      return new ShapefileReader().read(source, options);
    }
    if (inner.keySet().stream().anyMatch(name -> name.matches("(?i).*\\.kml"))) {
      return new KmlReader().read(source, options);
    }
    return inner.entrySet().stream()
        .filter(entry -> KNOWN_INSIDE_ZIP.matcher(entry.getKey()).matches())
        .findFirst()
        .map(
            entry ->
                read(
                    DataSource.of(entry.getKey().replaceFirst(".*/", ""), entry.getValue()),
                    options))
        .orElseThrow(
            () ->
                new ReadException(
                    "reading " + source.name(),
                    "no known format in it: " + inner.keySet(),
                    "the zip",
                    REMEDY));
  }
}
