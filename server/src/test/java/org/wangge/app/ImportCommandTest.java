package org.wangge.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.db.Database;
import org.wangge.db.DatabaseConfig;
import picocli.CommandLine;

class ImportCommandTest {
  private static final String WHOLE =
      "[[[0,0],[0.01,0],[0.02,0],[0.02,0.01],[0.01,0.01],[0,0.01],[0,0]]]";
  private static final String WEST = "[[[0,0],[0.01,0],[0.01,0.01],[0,0.01],[0,0]]]";
  private static final String EAST = "[[[0.01,0],[0.02,0],[0.02,0.01],[0.01,0.01],[0.01,0]]]";

  @TempDir Path directory;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void writeFiles() throws IOException {
    write("streets", feature("LineString", "[[0.01,0],[0.01,0.01]]", "\"name\": \"中街\""));
    write("domain", feature("Polygon", WHOLE, ""));
    write("townships", feature("Polygon", WHOLE, "\"id\": \"T\", \"label\": \"镇\""));
    write("communities", feature("Polygon", WHOLE, "\"code\": \"TC\", \"name\": \"村\""));
    write(
        "grids",
        feature("Polygon", WEST, "\"no\": \"1\"")
            + ","
            + feature("Polygon", EAST, "\"no\": \"2\""));
  }

  @Test
  void filesBecomeADistrict() {
    assertEquals(0, run(), err.toString());
    assertTrue(out.toString().contains("2 grids of 2 blocks"), out.toString());
    assertTrue(out.toString().contains("100.0 % of all borders between grids run along streets"));
    assertEquals(2, count("grid"));
  }

  @Test
  void aStoreWithADistrictIsLeftAlone() {
    run();
    assertEquals(2, run());
    assertTrue(err.toString().contains("holds a district already"), err.toString());
    assertEquals(1, count("publication"));
  }

  @Test
  void aBrokenFileLeavesNothing() throws IOException {
    Files.writeString(
        directory.resolve("grids.geojson"), "{\"type\": \"FeatureCollection\", \"fea");
    assertEquals(2, run());
    assertTrue(err.toString().contains("nothing was stored"), err.toString());
    assertEquals(0, count("fabric"));
  }

  @Test
  void aCodeThatBreaksThePatternLeavesNothing() {
    assertEquals(2, run("--code-pattern", "X.*"));
    assertTrue(err.toString().contains("does not match X.*"), err.toString());
    assertEquals(0, count("fabric"));
    assertEquals(0, count("unit"));
  }

  @Test
  void aGapIsToldAndTheExitCodeSaysSo() throws IOException {
    write("grids", feature("Polygon", WEST, "\"no\": \"1\""));
    assertEquals(1, run());
    assertTrue(out.toString().contains("1 findings in the grids as given"), out.toString());
    assertEquals(1, count("finding"));
  }

  @Test
  void settingsMayComeFromAFile() throws IOException {
    Path settings = directory.resolve("district.properties");
    Files.writeString(settings, "code=D\nname=区\nlevels=City,Tract,Group,Block\ncolour=red\n");
    assertEquals(2, run("--settings", settings.toString()));
    assertTrue(err.toString().contains("colour"), err.toString());
  }

  @Test
  void theTimeZoneIsKeptAndMustBeAPlace() {
    assertEquals(2, run("--time-zone", "UTC+5"));
    assertTrue(err.toString().contains("--time-zone UTC+5: no such time zone"), err.toString());
    assertEquals(0, run("--time-zone", "America/New_York"), err.toString());
    assertEquals("America/New_York", ask("select time_zone from district_setting", String.class));
  }

  private int run(String... more) {
    List<String> arguments = new ArrayList<>(List.of("import", "--data", store().toString()));
    for (String level : List.of("streets", "domain", "townships", "communities", "grids")) {
      arguments.addAll(List.of("--" + level, directory.resolve(level + ".geojson").toString()));
    }
    arguments.addAll(List.of("--map", "townships:code=id,name=label"));
    arguments.addAll(List.of("--map", "grids:code='TC00'+no"));
    arguments.addAll(List.of("--code", "D", "--name", "示意区", "--crs", "EPSG:32631"));
    arguments.addAll(List.of("--effective", "2024-01-01"));
    if (!List.of(more).contains("--code-pattern")) {
      arguments.addAll(List.of("--code-pattern", "TC\\d+"));
    }
    arguments.addAll(List.of(more));
    CommandLine commandLine = Main.commandLine();
    commandLine.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    return commandLine.execute(arguments.toArray(String[]::new));
  }

  private Path store() {
    return directory.resolve("store");
  }

  private int count(String table) {
    return ask("select count(*) from " + table, Integer.class);
  }

  private <T> T ask(String sql, Class<T> type) {
    try (Database database = Database.open(DatabaseConfig.inDirectory(store()))) {
      return database.read(handle -> handle.createQuery(sql).mapTo(type).one());
    }
  }

  private void write(String name, String features) throws IOException {
    Files.writeString(
        directory.resolve(name + ".geojson"),
        "{\"type\": \"FeatureCollection\", \"features\": [" + features + "]}");
  }

  private static String feature(String type, String coordinates, String properties) {
    return "{\"type\": \"Feature\", \"geometry\": {\"type\": \"%s\", \"coordinates\": %s}, \"properties\": {%s}}"
        .formatted(type, coordinates, properties);
  }
}
