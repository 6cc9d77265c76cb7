package org.wangge.territory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wangge.db.Database;
import org.wangge.db.DatabaseConfig;
import org.wangge.db.TestDatabases;
import org.wangge.fabric.Fabric;

/** A process that is killed while it publishes again leaves the old plan or the new one. */
class PublishCrashTest {
  private static final int SIZE = 64;

  @TempDir Path directory;

  /** The shortest wait gives it no time to commit, the longest to publish several times. */
  @ParameterizedTest
  @ValueSource(longs = {0, 120, 350, 1200})
  void aKilledPublicationIsThereWhollyOrNotAtAll(long milliseconds) throws Exception {
    String store = store(directory.resolve("data"));
    prepare(store);
    killAfter(store, milliseconds);
    assertConsistent(store);
  }

  /** On a server the process is killed too, and what it left is rolled back by the server. */
  @Test
  void andSoOnPostgres() throws Exception {
    String store = TestDatabases.emptyPostgis();
    prepare(store);
    killAfter(store, 350);
    assertConsistent(store);
  }

  private static String store(Path data) {
    return DatabaseConfig.inDirectory(data).url();
  }

  static void prepare(String store) {
    try (Database database = Database.open(DatabaseConfig.of(store))) {
      TestDistricts.published(database, SIZE);
    }
  }

  static void killAfter(String store, long milliseconds) throws Exception {
    Process child = start(store);
    assertEquals('!', child.getInputStream().read(), "the child did not come so far");
    child.waitFor(milliseconds, TimeUnit.MILLISECONDS);
    child.destroyForcibly().waitFor();
  }

  /**
   * Every publication is whole and follows the one before, and the next one can be published.
   *
   * @return how many there are
   */
  static int assertConsistent(String store) {
    try (Database database = Database.open(DatabaseConfig.of(store))) {
      Territory territory = TestDistricts.territory(database);
      assertEquals(List.of(), territory.brokenLinks());
      List<Publication> all = territory.publications();
      InForce last = territory.findPublication(all.size()).orElseThrow();
      assertTrue(SelfCheck.of(last).holds());
      assertEquals(SIZE * SIZE, last.buildings().count());
      assertBound(last);
      assertEquals(
          last.fabric().faceCount(),
          count(database, "select count(*) from block_assignment where until_publication is null"));
      assertEquals(
          last.grids().size(),
          count(
              database,
              "select count(*) from grid_version where valid_to is null and recorded_to is null"));
      assertEquals(all.size(), count(database, "select max(publication) from publication_grid"));
      return all.size();
    }
  }

  private static void assertBound(InForce last) {
    for (int i = 0; i < last.buildings().count(); i++) {
      assertEquals(
          FaceOf.building(last.fabric(), last.buildings().get(i)), last.buildings().face(i));
    }
  }

  private static int count(Database database, String sql) {
    return database.read(handle -> handle.createQuery(sql).mapTo(Integer.class).one());
  }

  private static Process start(String store) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Child.class.getName()));
    command.add(store);
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  /** The process that is killed: it publishes again and again, every other time with cut blocks. */
  public static final class Child {
    private Child() {}

    public static void main(String[] arguments) throws IOException {
      Database database = Database.open(DatabaseConfig.of(arguments[0]));
      Territory territory = TestDistricts.territory(database);
      int last = territory.publications().size();
      int round = territory.findPublication(last).orElseThrow().publication().fabric();
      System.out.write('!');
      System.out.flush();
      List<int[]> cuts = new ArrayList<>();
      for (int i = 0; i < round - 1; i++) {
        cuts.add(new int[] {i % SIZE, i / SIZE});
      }
      while (true) {
        InForce now = territory.findPublication(territory.publications().size()).orElseThrow();
        territory.publish(
            Redraw.of(now)
                .rename(0, "名" + now.publication().number())
                .assign(now.plan().zone(now.fabric().faceCount() - 1), middle(now))
                .exception(now.grid(0).code())
                .exception(now.grid(now.plan().zone(now.fabric().faceCount() - 1)).code())
                .from(TestDistricts.FIRST_DAY));
        cuts.add(new int[] {cuts.size() % SIZE, cuts.size() / SIZE});
        InForce next = territory.findPublication(territory.publications().size()).orElseThrow();
        Fabric cut = TestDistricts.cut(SIZE, cuts.toArray(int[][]::new));
        territory.publish(Redraw.of(next).on(cut).from(TestDistricts.FIRST_DAY));
      }
    }

    /** A block of a grid that has others too. */
    private static int middle(InForce now) {
      for (int face = now.fabric().faceCount() / 2; ; face++) {
        int zone = now.plan().zone(face);
        boolean whole = now.plan().faces(zone).length == 4;
        int[] rest =
            java.util.Arrays.stream(now.plan().faces(zone))
                .filter(each -> each != now.plan().faces(zone)[0])
                .toArray();
        if (whole && rest.length == 3) {
          return now.plan().faces(zone)[0];
        }
      }
    }
  }

  /** Many more kills than the suite can afford, on both engines: {@code main(how many)}. */
  public static final class Many {
    private Many() {}

    public static void main(String[] arguments) throws Exception {
      int kills = Integer.parseInt(arguments[0]);
      run("H2", store(Files.createTempDirectory("wangge-crash")), kills);
      run("PostGIS", TestDatabases.emptyPostgis(), kills);
    }

    private static void run(String engine, String store, int kills) throws Exception {
      Random random = new Random(4);
      prepare(store);
      int before = 1;
      for (int i = 1; i <= kills; i++) {
        long wait = random.nextInt(2_000);
        killAfter(store, wait);
        int publications = assertConsistent(store);
        System.out.printf(
            "%s %d: killed after %d ms and %d publications%n",
            engine, i, wait, publications - before);
        before = publications;
      }
    }
  }
}
