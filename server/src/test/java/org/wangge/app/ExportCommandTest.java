package org.wangge.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.db.Database;
import org.wangge.db.DatabaseConfig;
import org.wangge.territory.TestDistricts;
import org.wangge.web.JsonOut;
import picocli.CommandLine;

class ExportCommandTest {
  @TempDir Path data;
  @TempDir Path out;
  private final StringWriter said = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void publish() {
    try (Database database =
        Database.open(DatabaseConfig.of("jdbc:h2:file:" + data.resolve("wangge")))) {
      TestDistricts.published(database, 8);
    }
  }

  private int run(String... arguments) {
    CommandLine command = Main.commandLine();
    command.setOut(new PrintWriter(said, true)).setErr(new PrintWriter(err, true));
    List<String> all = new ArrayList<>(Arrays.asList(arguments));
    all.addAll(List.of("--data", data.toString()));
    if (arguments[0].equals("export")) {
      all.addAll(List.of("--out", out.toString()));
    }
    return command.execute(all.toArray(String[]::new));
  }

  private JsonNode written(String collection) throws IOException {
    return JsonOut.mapper().readTree(Files.readAllBytes(out.resolve(collection + ".geojson")));
  }

  @Test
  void collectionsBecomeFiles() throws IOException {
    assertEquals(0, run("export", "grids", "buildings"), err.toString());
    assertEquals(16, written("grids").path("features").size());
    assertEquals(64, written("buildings").path("features").size());
    assertEquals("FeatureCollection", written("grids").path("type").asText());
    JsonNode grid = written("grids").path("features").get(0);
    assertEquals(TestDistricts.gridCode(0), grid.path("id").asText());
    assertTrue(grid.path("geometry").path("type").asText().endsWith("Polygon"));
  }

  @Test
  void withoutACollectionTheyAreListed() {
    assertEquals(0, run("export"), err.toString());
    assertTrue(said.toString().contains("service-points"), said.toString());
  }

  @Test
  void whatIsNoCollectionIsRefusedAndNothingWritten() throws IOException {
    assertEquals(2, run("export", "../grids"));
    assertTrue(err.toString().contains("there is no collection ../grids"), err.toString());
    try (var files = Files.list(out)) {
      assertEquals(0, files.count());
    }
  }

  @Test
  void aTokenExportsWhatItsHolderMaySee() {
    assertEquals(
        0, run("token", "create", "--role", "report-handler", "--scope", TestDistricts.CODE));
    String token = said.toString().strip();
    assertEquals(2, run("export", "cases", "--token", token));
    assertFalse(Files.exists(out.resolve("cases.geojson")));
    assertEquals(0, run("export", "grids", "--token", token), err.toString());
  }
}
