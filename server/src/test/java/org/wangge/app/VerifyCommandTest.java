package org.wangge.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.db.Database;
import org.wangge.db.TestDatabases;
import org.wangge.documents.VerifySample;
import org.wangge.territory.TestDistricts;
import picocli.CommandLine;

class VerifyCommandTest {
  @TempDir Path directory;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void files() throws IOException {
    try (Database database = TestDatabases.h2()) {
      VerifySample.write(TestDistricts.published(database, 8).inForce(), directory);
    }
  }

  private int verify(String certificate, String export, String... more) {
    CommandLine line = Main.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    String[] words = new String[3 + more.length];
    words[0] = "verify";
    words[1] = directory.resolve(certificate).toString();
    words[2] = directory.resolve(export).toString();
    System.arraycopy(more, 0, words, 3, more.length);
    return line.execute(words);
  }

  @Test
  void aTruePairIsProved() {
    String key = directory.resolve("key.pem").toString();
    assertEquals(0, verify("certificate.json", "grids.geojson", "--key", key), out + "" + err);
    assertTrue(out.toString().endsWith("Proved." + System.lineSeparator()), out.toString());
    assertEquals(12, out.toString().lines().filter(line -> line.startsWith("ok ")).count());
  }

  @Test
  void anotherExportIsNotProvedAndSaysWhere() throws IOException {
    Path export = directory.resolve("grids.geojson");
    String moved =
        Files.readString(export).replaceFirst("\\[112\\.002,27\\.002\\]", "[112.0021,27.0021]");
    Files.writeString(export, moved);
    assertEquals(1, verify("certificate.json", "grids.geojson"));
    assertTrue(out.toString().contains("FAIL overlaps"), out.toString());
    assertTrue(out.toString().contains(" m² at 112.002"), out.toString());
  }

  @Test
  void whatCannotBeReadIsTold() throws IOException {
    assertEquals(2, verify("nothing.json", "grids.geojson"));
    assertEquals(2, verify("certificate.json", "nothing.geojson"));
    assertEquals(2, verify("grids.geojson", "grids.geojson"));
    Files.writeString(directory.resolve("certificate.json"), "{");
    assertEquals(2, verify("certificate.json", "grids.geojson"));
    assertEquals(4, err.toString().lines().count(), err.toString());
  }
}
