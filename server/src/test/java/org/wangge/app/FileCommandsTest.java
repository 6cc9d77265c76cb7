package org.wangge.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.exchange.SampleFiles;
import org.wangge.web.JsonOut;
import picocli.CommandLine;

/** {@code wangge check} and {@code wangge fabric} as a shell would run them. */
class FileCommandsTest {
  @TempDir Path folder = Path.of("");

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    CommandLine line = Main.commandLine();
    line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    return line.execute(arguments);
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  /** Squares of 100 m in EPSG:4547, each given as west edge and width. */
  private static String squares(double... westAndWidth) {
    List<String> features = new ArrayList<>();
    for (int i = 0; i < westAndWidth.length; i += 2) {
      double w = 391_000 + westAndWidth[i];
      double e = w + westAndWidth[i + 1];
      features.add(
          "{\"type\":\"Feature\",\"properties\":{\"code\":\"g%d\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[%s,3082000],[%s,3082000],[%s,3082100],[%s,3082100],[%s,3082000]]]}}"
              .formatted(i / 2, w, e, e, w, w));
    }
    return "{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"EPSG:4547\"}},\"features\":["
        + String.join(",", features)
        + "]}";
  }

  @Test
  void aSeamlessLayerIsCleanAndExitsWithZero() throws IOException {
    String grids = file("grids.geojson", squares(0, 100, 100, 100));
    String domain = file("domain.geojson", squares(0, 200));
    assertEquals(0, run("check", file("a.geojson", squares(0, 100, 100, 100))));
    assertTrue(out.toString().contains("2 polygons, no findings"), out.toString());
    assertTrue(out.toString().contains("the file's crs member says EPSG:4547"), out.toString());
    assertTrue(run("check", grids, "--domain", domain) <= 1);
  }

  @Test
  void findingsAreListedWorstFirstAndExitWithOne() throws IOException {
    String grids = file("grids.geojson", squares(0, 100, 103, 100, 201, 100));
    assertEquals(
        1,
        run(
            "check",
            grids,
            "--domain",
            file("domain.geojson", squares(0, 301)),
            "--format",
            "json"));
    JsonNode report = JsonOut.mapper().readTree(out.toString());
    assertEquals(3, report.get("polygons").asInt());
    assertEquals(10, report.get("counts").size());
    assertEquals(1, report.get("counts").get("overlap").asInt());
    JsonNode worst = report.get("findings").get(0);
    assertEquals(300, worst.get("areaSquareMetres").asDouble(), 0.01);
    assertEquals(3, worst.get("widthMetres").asDouble(), 0.1);
    assertEquals(112.8945, worst.get("place").get(0).asDouble(), 0.001);
    assertEquals(27.8467, worst.get("place").get(1).asDouble(), 0.001);
    assertTrue(worst.get("suggestion").get("text").asText().length() > 3);
    assertEquals(
        2,
        worst.get("parties").findValuesAsText("id").stream()
            .filter(id -> id.startsWith("g"))
            .count());
  }

  @Test
  void writesGeoJsonToAFile() throws IOException {
    Path report = folder.resolve("report.geojson");
    String grids = file("grids.geojson", squares(0, 100, 90, 110, 200, 100));
    assertEquals(1, run("check", grids, "--format", "geojson", "--out", report.toString()));
    assertEquals("", out.toString());
    JsonNode feature = JsonOut.mapper().readTree(Files.readString(report)).get("features").get(0);
    assertEquals("overlap", feature.get("properties").get("kind").asText());
    assertEquals("Polygon", feature.get("geometry").get("type").asText());
  }

  @Test
  void crossingAParentLineIsACrossing() throws IOException {
    String grids = file("grids.geojson", squares(0, 150, 150, 50));
    assertEquals(
        1,
        run(
            "check",
            grids,
            "--within",
            file("p.geojson", squares(0, 100, 100, 100)),
            "--format",
            "json"));
    assertEquals(
        1, JsonOut.mapper().readTree(out.toString()).get("counts").get("crossing").asInt());
  }

  @Test
  void whatCannotBeReadExitsWithTwoAndSaysWhatToDo() throws IOException {
    assertEquals(2, run("check", folder.resolve("nothing.geojson").toString()));
    assertTrue(err.toString().contains("there is no such file"), err.toString());
    assertEquals(2, run("check"));
    assertEquals(2, run("check", file("g.geojson", squares(0, 100)), "--tolerance", "-1"));
    assertEquals(2, run("check", file("g.geojson", squares(0, 100)), "--crs", "Mars"));
    assertTrue(err.toString().contains("unknown coordinate system 'Mars'"), err.toString());
    assertEquals(2, run("fabric", file("p.geojson", "{\"type\":\"Point\",\"coordinates\":[1,2]}")));
    assertTrue(err.toString().contains("there are no lines in it"), err.toString());
  }

  @Test
  void metresWithoutACoordinateSystemAreToldAndChecked() throws IOException {
    String plain = squares(0, 100, 100, 100).replaceFirst("\"crs\":\\{.*?}},", "");
    assertEquals(0, run("check", file("plain.geojson", plain)));
    assertTrue(out.toString().contains("EPSG:4547"), out.toString());
    assertTrue(out.toString().contains("taken as metres"), out.toString());
  }

  @Test
  void buildsAFabricFromOpenStreetMap() throws IOException {
    byte[] pbf =
        SampleFiles.osmPbf(
            List.of(
                new double[] {112.90, 27.90},
                new double[] {112.91, 27.90},
                new double[] {112.91, 27.91},
                new double[] {112.90, 27.91},
                new double[] {112.905, 27.905}),
            List.of(new long[] {1, 2, 3, 4, 1}, new long[] {1, 3}, new long[] {2, 5}),
            Map.of("highway", "residential"));
    Path file = Files.write(folder.resolve("town.osm.pbf"), pbf);
    assertEquals(0, run("fabric", file.toString()));
    assertTrue(out.toString().contains("all invariants hold"), out.toString());
    assertTrue(out.toString().contains("EPSG:4547"), out.toString());
    assertTrue(out.toString().matches("(?s).*\\b[23] faces:.*"), out.toString());
  }
}
