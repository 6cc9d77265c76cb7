package org.wangge.territory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wangge.db.Database;
import org.wangge.db.DatabaseConfig;

/** A process that is killed while it publishes leaves an H2 file that is empty or complete. */
class CrashTest {
  @TempDir Path directory;

  /** The longest wait gives most runs time to finish, the shortest to none. */
  @ParameterizedTest
  @ValueSource(longs = {0, 150, 400, 900})
  void aKilledPublicationIsThereWhollyOrNotAtAll(long milliseconds) throws Exception {
    Process child = start();
    assertEquals('!', child.getInputStream().read(), "the child did not come so far");
    child.waitFor(milliseconds, TimeUnit.MILLISECONDS);
    child.destroyForcibly().waitFor();
    try (Database database = Database.open(DatabaseConfig.inDirectory(directory))) {
      assertWholeOrEmpty(database);
    }
  }

  private static void assertWholeOrEmpty(Database database) {
    Optional<InForce> stored = TestDistricts.territory(database).findInForce();
    stored.ifPresent(
        inForce -> assertEquals(TestDistricts.chessboard(64).plan().hash(), inForce.plan().hash()));
    List<Integer> faces =
        database.read(
            handle -> handle.createQuery("select count(*) from face").mapTo(Integer.class).list());
    assertEquals(List.of(stored.isPresent() ? 4096 : 0), faces);
  }

  private Process start() throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Child.class.getName()));
    command.add(directory.toString());
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  /** The process that is killed. */
  public static final class Child {
    private Child() {}

    public static void main(String[] arguments) throws IOException {
      Database database = Database.open(DatabaseConfig.inDirectory(Path.of(arguments[0])));
      FirstPublication publication = TestDistricts.chessboard(64);
      Territory territory = TestDistricts.territory(database);
      System.out.write('!');
      System.out.flush();
      territory.publishFirst(publication);
      while (System.in.read() >= 0) {
        // Waits to be killed.
      }
    }
  }
}
