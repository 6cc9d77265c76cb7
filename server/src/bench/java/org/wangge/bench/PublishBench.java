package org.wangge.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.wangge.db.Database;
import org.wangge.db.DatabaseConfig;
import org.wangge.demo.DemoDistrict;
import org.wangge.exchange.Projections;
import org.wangge.fabric.Progress;
import org.wangge.territory.Grid;
import org.wangge.territory.InForce;
import org.wangge.territory.NextPublication;
import org.wangge.territory.Proposal;
import org.wangge.territory.Territory;
import org.wangge.zoning.Contiguity;

/**
 * How long a publication after the first takes on the demo district: some hundred blocks move to a
 * neighbouring grid each time. Argument: the JDBC address of an empty store; without one H2 in a
 * file.
 */
public final class PublishBench {
  private static final int ROUNDS = 5;

  private PublishBench() {}

  public static void main(String[] arguments) throws Exception {
    Path directory = Files.createTempDirectory("wangge-bench");
    DatabaseConfig config =
        arguments.length > 0
            ? DatabaseConfig.of(arguments[0])
            : DatabaseConfig.inDirectory(directory);
    try (Database database = Database.open(config)) {
      Territory territory = new Territory(database, Projections::of, Clock.systemUTC());
      territory.publishFirst(
          DemoDistrict.build(
              DemoDistrict.SEED, Projections.of(DemoDistrict.METRIC_SRID), Progress.none()));
      for (int round = 1; round <= ROUNDS; round++) {
        measure(territory, round);
      }
    }
    try (Stream<Path> files = Files.walk(directory)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
  }

  private static void measure(Territory territory, int round) {
    InForce now = territory.inForce();
    int[] zone = moved(now, 100, round);
    long changed =
        IntStream.range(0, zone.length).filter(f -> zone[f] != now.plan().zone(f)).count();
    List<Grid> grids = new ArrayList<>(now.grids());
    Proposal proposal =
        new Proposal(now.publication().number(), now.fabric(), zone, grids, now.inPieces());
    long start = System.nanoTime();
    territory.publish(
        new NextPublication(
            proposal,
            LocalDate.now(territory.zone()),
            "bench",
            "bench",
            "",
            NextPublication.Kind.CHANGE));
    System.out.printf(
        Locale.ROOT,
        "round %d: %d of %d blocks moved, published in %.2f s%n",
        round,
        changed,
        zone.length,
        (System.nanoTime() - start) / 1e9);
  }

  private static int[] moved(InForce now, int wanted, int seed) {
    int[] zone = now.plan().zones();
    int left = wanted;
    for (int i = 0; i < zone.length && left > 0; i++) {
      int face = (int) ((i * 7919L + seed * 104_729L) % zone.length);
      for (int other : now.fabric().neighbours(face)) {
        if (moves(now, zone, face, zone[other])) {
          left--;
          break;
        }
      }
    }
    return zone;
  }

  private static boolean moves(InForce now, int[] zone, int face, int to) {
    int from = zone[face];
    boolean nested = now.plan().community(from) == now.plan().community(to);
    if (from == to || !nested) {
      return false;
    }
    int[] before = Contiguity.pieces(now.fabric(), zone, now.grids().size());
    zone[face] = to;
    int[] after = Contiguity.pieces(now.fabric(), zone, now.grids().size());
    boolean whole = after[from] == before[from] && after[to] == before[to];
    zone[face] = whole ? to : from;
    return whole;
  }
}
