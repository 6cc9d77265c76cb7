package org.wangge.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wangge.db.Database;
import org.wangge.db.DatabaseConfig;
import org.wangge.db.TestDatabases;
import org.wangge.web.WebConfig;

/** Two planners at once, each on a server of their own: nothing is lost and no rule is broken. */
class PlannersAtOnceTest {
  private static final int DRAFTS = 24;

  @ParameterizedTest
  @MethodSource("org.wangge.db.TestDatabases#both")
  void nothingIsLostAndNoRuleIsBroken(Database database) throws Exception {
    AtomicInteger left = new AtomicInteger(DRAFTS);
    PlannersAtOnce planners = run(database, 2, () -> left.decrementAndGet() >= 0);
    assertTrue(planners.published.size() > DRAFTS / 4, planners.counts::toString);
  }

  private static PlannersAtOnce run(Database database, int clients, BooleanSupplier goOn)
      throws Exception {
    try (AttackedServer server =
            new AttackedServer(database, AttackedServer.config(false, WebConfig.LOOPBACK));
        App second = App.open(AttackedServer.config(false, Set.of()), database, server.clock)) {
      PlannersAtOnce planners = new PlannersAtOnce(server, second, goOn);
      ExecutorService threads = Executors.newFixedThreadPool(clients);
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < clients; i++) {
        int number = i;
        running.add(threads.submit(() -> planners.run(number, System.nanoTime() + number)));
      }
      threads.shutdown();
      for (Future<?> each : running) {
        each.get();
      }
      planners.assertNothingLost();
      return planners;
    }
  }

  /** Far longer than the suite can afford: {@code main(seconds)}, on both engines. */
  public static final class Longer {
    private Longer() {}

    public static void main(String[] arguments) throws Exception {
      long seconds = Long.parseLong(arguments[0]);
      String file = Files.createTempDirectory("wangge-planners").resolve("store").toString();
      run("H2", Database.open(DatabaseConfig.of("jdbc:h2:file:" + file)), seconds);
      run("PostGIS", TestDatabases.postgis(), seconds);
    }

    private static void run(String engine, Database database, long seconds) throws Exception {
      long end = System.nanoTime() + seconds * 1_000_000_000L;
      PlannersAtOnce planners = PlannersAtOnceTest.run(database, 2, () -> System.nanoTime() < end);
      System.out.printf("%s: %d s, %s%n", engine, seconds, planners.counts);
    }
  }
}
