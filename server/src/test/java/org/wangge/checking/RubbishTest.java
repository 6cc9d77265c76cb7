package org.wangge.checking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.geom.GeometryFactory;
import org.wangge.checking.CheckRun.Subject;
import org.wangge.db.Database;
import org.wangge.db.TestDatabases;
import org.wangge.exchange.CrsException;
import org.wangge.exchange.DataSource;
import org.wangge.exchange.ReadException;
import org.wangge.exchange.SampleFiles;
import org.wangge.fabric.Progress;
import org.wangge.territory.TestDistricts;
import org.wangge.topology.CheckOptions;

/**
 * Rubbish in: every file is answered with words that say what is wrong, and a refused one leaves
 * nothing in the store.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RubbishTest {
  private static final String SQUARE =
      "[[112.9,27.9],[112.91,27.9],[112.91,27.91],[112.9,27.91],[112.9,27.9]]";
  private static final String GOOD = polygon("good", SQUARE);
  private static final double[] RING = {
    112.9, 27.9, 112.9, 27.91, 112.91, 27.91, 112.91, 27.9, 112.9, 27.9
  };

  private Database database = TestDatabases.h2();
  private CheckService service =
      new CheckService(database, TestDistricts.territory(database), TestDistricts.clock());

  @BeforeAll
  void startEmpty() {
    assertTrue(service.findLatest(Subject.FILE).isEmpty());
  }

  @AfterAll
  void close() {
    database.close();
  }

  static Stream<Arguments> rubbish() {
    return Stream.of(jsonTexts(), jsonFeatures(), packed(), otherFormats()).flatMap(s -> s);
  }

  private static Stream<Arguments> jsonTexts() {
    String whole = collection(GOOD, GOOD);
    return Stream.of(
        text("an empty file", "a.geojson", "", "the file is empty"),
        text("blanks only", "a.geojson", "  \n ", "the file is empty"),
        text("plain words", "a.geojson", "hello", "line 1"),
        text("a file cut off", "a.geojson", whole.substring(0, whole.length() - 40), "cut off"),
        text("a number", "a.json", "17", "a bare 17"),
        text("a foreign type", "a.json", "{\"type\":\"Banana\"}", "Banana"),
        text("an array of numbers", "a.json", "[1,2,3]", "it is not an object"),
        text(
            "features that are no array",
            "a.json",
            "{\"type\":\"FeatureCollection\",\"features\":{}}",
            "is not an array"),
        text("no features", "a.json", collection(), "there is no polygon"),
        text(
            "points",
            "a.json",
            "{\"type\":\"Point\",\"coordinates\":[112,27]}",
            "there is no polygon"),
        text("nesting without end", "a.json", "[".repeat(5000), "nesting depth"),
        text("an unknown CRS", "a.json", withCrs("EPSG:999999"), "999999"),
        text("a CRS that is a word", "a.json", withCrs("Mars"), "unknown coordinate system 'Mars'"),
        text(
            "degrees called metres",
            "a.json",
            withCrs("EPSG:4547"),
            "not a place on earth|m²|MultiPolygon|no findings"),
        text(
            "an unknown member type",
            "a.json",
            "{\"features\":[{\"type\":\"Feature\",\"geometry\":5}]}",
            "not an object"));
  }

  private static Stream<Arguments> jsonFeatures() {
    return Stream.of(
        text(
            "NaN", "a.json", bad(SQUARE.replace("27.91]", "NaN]")), "NaN is not a number on earth"),
        text(
            "1e308",
            "a.json",
            bad(SQUARE.replace("112.91,", "1e308,")),
            "1.0E308 is not a number on earth"),
        text(
            "1e400",
            "a.json",
            bad(SQUARE.replace("112.91,", "1e400,")),
            "Infinity is not a number on earth"),
        text(
            "a word for a number",
            "a.json",
            bad(SQUARE.replace("27.91]", "\"north\"]")),
            "north is not a number"),
        text(
            "null for a number",
            "a.json",
            bad(SQUARE.replace("27.91]", "null]")),
            "null is not a number"),
        text(
            "one number for two",
            "a.json",
            bad(SQUARE.replace("112.91,27.91", "112.91")),
            "it needs 2"),
        text("an open ring", "a.json", bad(SQUARE.replace(",[112.9,27.9]]", "]")), "not closed"),
        text(
            "a ring of two points",
            "a.json",
            bad("[[112.9,27.9],[112.9,27.9]]"),
            "it needs at least 4"),
        text("uneven nesting", "a.json", bad("[[112.9,27.9],[[112.9,27.9]]]"), "nested unevenly"),
        text("too little nesting", "a.json", bad("[112.9,27.9]"), "must stand in 3 arrays"),
        text(
            "a geometry type that is none",
            "a.json",
            collection(GOOD, GOOD.replace("Polygon", "Circle")),
            "'Circle' is not"),
        text(
            "a self-crossing ring",
            "a.json",
            bad("[[112.95,27.9],[112.96,27.91],[112.96,27.9],[112.95,27.91],[112.95,27.9]]"),
            "invalid"),
        text(
            "no area",
            "a.json",
            bad("[[112.9,27.9],[112.9,27.9],[112.9,27.9],[112.9,27.9]]"),
            "invalid"),
        text(
            "swapped axes",
            "a.json",
            collection(polygon("s", SQUARE.replaceAll("\\[(112[.\\d]*),(27[.\\d]*)]", "[$2,$1]"))),
            "swapped"),
        text(
            "metres without a CRS",
            "a.json",
            collection(
                polygon(
                    "m", "[[391000,3082000],[392000,3082000],[392000,3083000],[391000,3082000]]")),
            "EPSG:4547"),
        text(
            "a latitude of 95",
            "a.json",
            collection(GOOD, polygon("p", SQUARE.replace("27.", "95."))),
            "not a place on earth|zone of the meridian"),
        text(
            "a million points",
            "a.json",
            collection(polygon("circle", circle(1_000_000))),
            "no findings"));
  }

  private static Stream<Arguments> packed() {
    byte[] zeros = SampleFiles.gzip(new byte[60_000_000]);
    byte[] gzip = SampleFiles.gzip(collection(GOOD).getBytes(StandardCharsets.UTF_8));
    Map<String, byte[]> crowd = new LinkedHashMap<>();
    for (int i = 0; i < 1500; i++) {
      crowd.put(i + ".txt", new byte[1]);
    }
    byte[] gbk =
        SampleFiles.shapefile(
            List.of(List.of(RING), List.of(RING)), List.of("窑湾", "云塘"), Charset.forName("GBK"), "");
    return Stream.of(
        bytes("a gzip bomb", "a.geojson.gz", zeros, "zip bomb"),
        bytes(
            "a zip bomb",
            "a.zip",
            SampleFiles.zip(Map.of("a.shp", new byte[60_000_000])),
            "zip bomb"),
        bytes("a zip of 1500 files", "a.zip", SampleFiles.zip(crowd), "more than 1000 files"),
        bytes(
            "a zip that climbs",
            "a.zip",
            SampleFiles.zip(Map.of("../../a.shp", new byte[9])),
            "unsafe file name"),
        bytes(
            "a zip of words",
            "a.zip",
            SampleFiles.zip(Map.of("readme.md", new byte[9])),
            "no known format in it"),
        bytes(
            "a gzip cut off",
            "a.geojson.gz",
            Arrays.copyOf(gzip, gzip.length - 20),
            "ends or breaks in the middle"),
        bytes("GBK names without a .cpg", "a.zip", gbk, "窑湾"));
  }

  private static Stream<Arguments> otherFormats() {
    byte[] shp = SampleFiles.shp(List.of(List.of(RING)));
    byte[] pbf = SampleFiles.osmPbf(List.of(new double[] {112, 27}), List.of(), Map.of("a", "b"));
    byte[] gpkg =
        SampleFiles.geoPackage(List.of(new GeometryFactory().createPolygon()), List.of("x"), 4490);
    byte[] noise = new byte[5000];
    new Random(7).nextBytes(noise);
    return Stream.of(
        bytes("noise", "a.bin", noise, "in no known format"),
        bytes("a .shp cut off", "a.shp", Arrays.copyOf(shp, shp.length - 30), "cut off"),
        bytes(
            "a .dbf cut off",
            "a.zip",
            SampleFiles.zip(Map.of("a.shp", shp, "a.dbf", new byte[20])),
            "not a dBase table"),
        bytes("a PBF cut off", "a.osm.pbf", Arrays.copyOf(pbf, pbf.length - 5), "cut off"),
        bytes("a GeoPackage cut off", "a.gpkg", Arrays.copyOf(gpkg, 1500), "SQLite says"),
        bytes("an empty geometry in a GeoPackage", "a.gpkg", gpkg, "its geometry is empty"),
        text("KML cut off", "a.kml", "<kml><Placemark><Point>", "not well-formed XML"),
        text(
            "KML with an outside entity",
            "a.kml",
            "<!DOCTYPE k [<!ENTITY e SYSTEM"
                + " \"file:///etc/hosts\">]><kml><Placemark><name>&e;</name></Placemark></kml>",
            "no geometry|not well-formed"),
        text("XML that is not KML", "a.xml", "<gml></gml>", "its root is <gml>"),
        text("a table without a place", "a.csv", "a,b\n1,2\n", "no column holds a place"),
        text("a table with an open quote", "a.csv", "lon,lat\n\"1,2\n", "does not end"),
        text(
            "a topology without its arcs",
            "a.topojson",
            "{\"type\":\"Topology\",\"objects\":{\"o\":{\"type\":\"Polygon\",\"arcs\":[[5]]}},\"arcs\":[]}",
            "names arc 5 of 0"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rubbish")
  void isAnsweredInWords(String name, DataSource source, String expected) {
    long before = service.findLatestId(Subject.FILE).orElse(0L);
    String answer = answer(source, before);
    assertTrue(
        Arrays.stream(expected.split("\\|")).anyMatch(answer::contains),
        () ->
            name
                + " should say '"
                + expected
                + "' but said: "
                + answer.substring(0, Math.min(2000, answer.length())));
  }

  /** What a person would read. A refusal must have left the store as it was. */
  private String answer(DataSource source, long before) {
    try {
      Check check =
          service.checkFile(source, null, CheckOptions.defaults(), Progress.none()).check();
      return new CheckText(false).of(check);
    } catch (ReadException | CrsException e) {
      assertEquals(before, service.findLatestId(Subject.FILE).orElse(0L));
      return String.valueOf(e.getMessage());
    }
  }

  private static Arguments text(String name, String file, String text, String expected) {
    return bytes(name, file, text.getBytes(StandardCharsets.UTF_8), expected);
  }

  private static Arguments bytes(String name, String file, byte[] bytes, String expected) {
    return Arguments.of(name, DataSource.of(file, bytes), expected);
  }

  private static String polygon(String code, String ring) {
    return "{\"type\":\"Feature\",\"properties\":{\"code\":\"%s\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[%s]}}"
        .formatted(code, ring);
  }

  private static String bad(String ring) {
    return collection(GOOD, polygon("bad", ring));
  }

  private static String collection(String... features) {
    return "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}";
  }

  private static String withCrs(String name) {
    return collection(GOOD)
        .replace(
            "\"features\"", "\"crs\":{\"properties\":{\"name\":\"" + name + "\"}},\"features\"");
  }

  private static String circle(int points) {
    StringBuilder ring = new StringBuilder("[");
    for (int i = 0; i <= points; i++) {
      double angle = 2 * Math.PI * (i % points) / points;
      ring.append(i == 0 ? "[" : ",[")
          .append(112.9 + 0.5 * Math.cos(angle))
          .append(',')
          .append(27.9 + 0.5 * Math.sin(angle))
          .append(']');
    }
    return ring.append(']').toString();
  }
}
