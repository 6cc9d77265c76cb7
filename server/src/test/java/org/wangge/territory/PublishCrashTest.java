package org.wangge.territory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wangge.db.Database;
import org.wangge.db.DatabaseConfig;
import org.wangge.fabric.Fabric;

/** A process that is killed while it publishes again leaves the old plan or the new one. */
class PublishCrashTest {
  private static final int SIZE = 64;

  @TempDir Path directory;

  /** The shortest wait gives it no time to commit, the longest to publish several times. */
  @ParameterizedTest
  @ValueSource(longs = {0, 120, 350, 1200})
  void aKilledPublicationIsThereWhollyOrNotAtAll(long milliseconds) throws Exception {
    Path data = directory.resolve("data");
    prepare(data);
    killAfter(data, milliseconds);
    assertConsistent(data);
  }

  static void prepare(Path data) {
    try (Database database = Database.open(DatabaseConfig.inDirectory(data))) {
      TestDistricts.published(database, SIZE);
    }
  }

  static void killAfter(Path data, long milliseconds) throws Exception {
    Process child = start(data);
    assertEquals('!', child.getInputStream().read(), "the child did not come so far");
    child.waitFor(milliseconds, TimeUnit.MILLISECONDS);
    child.destroyForcibly().waitFor();
  }

  /**
   * Every publication is whole and follows the one before, and the next one can be published.
   *
   * @return how many there are
   */
  static int assertConsistent(Path data) {
    try (Database database = Database.open(DatabaseConfig.inDirectory(data))) {
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

  private static Process start(Path data) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Child.class.getName()));
    command.add(data.toString());
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  /** The process that is killed: it publishes again and again, every other time with cut blocks. */
  public static final class Child {
    private Child() {}

    public static void main(String[] arguments) throws IOException {
      Database database = Database.open(DatabaseConfig.inDirectory(Path.of(arguments[0])));
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

  /** Many more kills than the suite can afford: {@code main(how many)}. */
  public static final class Many {
    private Many() {}

    public static void main(String[] arguments) throws Exception {
      int kills = Integer.parseInt(arguments[0]);
      java.util.Random random = new java.util.Random(4);
      Path data = java.nio.file.Files.createTempDirectory("wangge-crash");
      prepare(data);
      for (int i = 0; i < kills; i++) {
        long wait = random.nextInt(2_000);
        killAfter(data, wait);
        System.out.printf(
            "%d: killed after %d ms, publications %d%n", i, wait, assertConsistent(data));
      }
    }
  }
}
