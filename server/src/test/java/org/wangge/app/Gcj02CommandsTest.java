package org.wangge.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.exchange.Gcj02;
import org.wangge.web.JsonOut;
import picocli.CommandLine;

/** Layers taken from a Chinese web map, shifted by the formula itself, through the commands. */
class Gcj02CommandsTest {
  private static final String TOLD = "--from-gcj02 converts it";
  private static final String WHOLE =
      "[[[112.9,27.8],[112.91,27.8],[112.92,27.8],[112.92,27.81],[112.91,27.81],[112.9,27.81],[112.9,27.8]]]";
  private static final String WEST =
      "[[[112.9,27.8],[112.91,27.8],[112.91,27.81],[112.9,27.81],[112.9,27.8]]]";
  private static final String EAST =
      "[[[112.91,27.8],[112.92,27.8],[112.92,27.81],[112.91,27.81],[112.91,27.8]]]";

  @TempDir Path folder = Path.of("");

  @Test
  void aShiftedDistrictIsToldAndCheckedAsIfItWereNot() throws IOException {
    run(0, "demo", "--dirty", folder.toString());
    String asItIs = check("grids", "--domain", "domain");
    assertFalse(asItIs.contains("GCJ-02"), asItIs);
    shift("grids");
    shift("communities");
    String grids = check("grids", "--domain", "domain");
    assertTrue(warnings(grids).contains(TOLD), warnings(grids));
    String communities = check("communities", "--domain", "domain");
    assertTrue(warnings(communities).contains(TOLD), warnings(communities));
    String converted = check("grids", "--domain", "domain", "--from-gcj02");
    assertEquals("[]", warnings(converted));
    assertEquals(
        JsonOut.mapper().readTree(asItIs).get("counts"),
        JsonOut.mapper().readTree(converted).get("counts"));
  }

  @Test
  void anImportTellsWhichFileIsShiftedAndConvertsIt() throws IOException {
    files();
    assertFalse(imports(0, "plain").contains("GCJ-02"));
    shift("grids");
    String told = imports(1, "told");
    List<String> lines = told.lines().toList();
    int warning =
        IntStream.range(0, lines.size())
            .filter(i -> lines.get(i).contains(TOLD))
            .findFirst()
            .orElseThrow();
    assertTrue(lines.get(warning - 1).startsWith("grids: "), told);
    String converted = imports(0, "converted", "--from-gcj02", "grids");
    assertTrue(converted.contains("converted from GCJ-02"), converted);
    assertFalse(converted.contains(TOLD), converted);
    assertTrue(imports(2, "bad", "--from-gcj02", "streams").contains("--from-gcj02 streams:"));
  }

  private String check(String name, String... more) {
    List<String> arguments = new ArrayList<>(List.of("check", path(name), "--format", "json"));
    for (String each : more) {
      arguments.add(each.startsWith("--") ? each : path(each));
    }
    return run(1, arguments.toArray(String[]::new));
  }

  private static String warnings(String report) throws IOException {
    return JsonOut.mapper().readTree(report).get("warnings").toString();
  }

  private void files() throws IOException {
    write("streets", feature("LineString", "[[112.91,27.8],[112.91,27.81]]", ""));
    write("domain", feature("Polygon", WHOLE, ""));
    write("townships", feature("Polygon", WHOLE, "\"code\":\"T\",\"name\":\"镇\""));
    write("communities", feature("Polygon", WHOLE, "\"code\":\"TC\",\"name\":\"村\""));
    String west = feature("Polygon", WEST, "\"code\":\"TC001\"");
    write("grids", west + "," + feature("Polygon", EAST, "\"code\":\"TC002\""));
  }

  private String imports(int exit, String store, String... more) {
    List<String> arguments = new ArrayList<>(List.of("import", "--data", path(store)));
    for (String level : List.of("streets", "domain", "townships", "communities", "grids")) {
      arguments.addAll(List.of("--" + level, path(level)));
    }
    arguments.addAll(List.of("--code", "D", "--name", "示意区", "--code-pattern", "TC\\d+"));
    arguments.addAll(List.of(more));
    return run(exit, arguments.toArray(String[]::new));
  }

  private static String run(int exit, String... arguments) {
    StringWriter told = new StringWriter();
    CommandLine line = Main.commandLine();
    line.setOut(new PrintWriter(told, true)).setErr(new PrintWriter(told, true));
    assertEquals(exit, line.execute(arguments), told::toString);
    return told.toString();
  }

  private String path(String name) {
    return folder.resolve(name + ".geojson").toString();
  }

  /** Moves every position of a file as a Chinese web map would. */
  private void shift(String name) throws IOException {
    JsonNode file = JsonOut.mapper().readTree(Files.readString(Path.of(path(name))));
    file.findValues("coordinates").forEach(Gcj02CommandsTest::shift);
    Files.writeString(Path.of(path(name)), file.toString());
  }

  private static void shift(JsonNode node) {
    if (node.path(0).isNumber()) {
      double[] place = {node.get(0).asDouble(), node.get(1).asDouble()};
      Gcj02.fromWgs84().apply(place, 1);
      ((ArrayNode) node).set(0, place[0]).set(1, place[1]);
    } else {
      node.forEach(Gcj02CommandsTest::shift);
    }
  }

  private void write(String name, String features) throws IOException {
    Files.writeString(
        Path.of(path(name)), "{\"type\":\"FeatureCollection\",\"features\":[" + features + "]}");
  }

  private static String feature(String type, String coordinates, String properties) {
    return "{\"type\":\"Feature\",\"geometry\":{\"type\":\"%s\",\"coordinates\":%s},\"properties\":{%s}}"
        .formatted(type, coordinates, properties);
  }
}
