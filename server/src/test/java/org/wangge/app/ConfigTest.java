package org.wangge.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigTest {

  @TempDir Path folder;

  @Test
  void defaultsServeTheEmbeddedDatabaseOnThisMachineOnly() {
    Config config = Config.of(Map.of(), Map.of(), null);
    assertEquals(8080, config.port());
    assertEquals("127.0.0.1", config.host());
    assertTrue(config.jdbcUrl().startsWith("jdbc:h2:file:"));
  }

  @Test
  void commandLineBeatsEnvironmentBeatsFile() throws Exception {
    Path file = Files.writeString(folder.resolve("wangge.properties"), "port=1\nhost=a\ndb=x\n");
    Config config =
        Config.of(Map.of("port", "3"), Map.of("WANGGE_PORT", "2", "WANGGE_HOST", "b"), file);
    assertEquals(3, config.port());
    assertEquals("b", config.host());
    assertEquals("x", config.jdbcUrl());
  }

  @ParameterizedTest
  @ValueSource(strings = {"eighty", "-1", "65536", ""})
  void aPortThatIsNoneIsNamed(String text) {
    var problem =
        assertThrows(
            IllegalArgumentException.class, () -> Config.of(Map.of("port", text), Map.of(), null));
    assertTrue(problem.getMessage().contains("port: " + text));
  }

  @Test
  void anUnknownKeyInTheFileIsNamed() throws Exception {
    Path file = Files.writeString(folder.resolve("wangge.properties"), "prot=1\n");
    var problem =
        assertThrows(IllegalArgumentException.class, () -> Config.of(Map.of(), Map.of(), file));
    assertTrue(problem.getMessage().contains("prot"));
  }
}
