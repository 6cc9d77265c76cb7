package org.wangge.bench;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;
import org.locationtech.jts.coverage.CoverageGapFinder;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.wangge.fabric.Progress;
import org.wangge.topology.CheckOptions;
import org.wangge.topology.CheckReport;
import org.wangge.topology.CoverageCheck;
import org.wangge.topology.LayerPolygon;
import org.wangge.topology.LiveCheck;
import org.wangge.topology.PlantedCoverage;
import org.wangge.topology.SyntheticCoverage;

/**
 * Times the check of synthetic layers beside what JTS offers, and counts what is found of planted
 * defects. Prints a markdown table: wall and CPU milliseconds, medians of five runs after a warm-up
 * of three seconds.
 *
 * <p>Arguments: numbers of polygons (473 5000 50000 by default); {@code --slow} adds the recipes
 * that take minutes on large layers; {@code --apart} adds layers digitised apart above 10 000
 * polygons; {@code --mapshaper PATH} adds {@code mapshaper -clean} of the same layers, as a process
 * on a file.
 */
public final class CheckBench {
  private static final int RUNS = 5;
  private static final int SLOW_ABOVE = 60_000;
  private static final long WARM_UP_NANOS = 3_000_000_000L;

  private final PrintStream out;
  private final boolean slow;
  private final boolean apart;
  private final Optional<MapshaperClean> mapshaper;

  private CheckBench(
      PrintStream out, boolean slow, boolean apart, Optional<MapshaperClean> mapshaper) {
    this.out = out;
    this.slow = slow;
    this.apart = apart;
    this.mapshaper = mapshaper;
  }

  public static void main(String[] args) {
    List<String> flags = Arrays.asList(args);
    int[] sizes =
        flags.stream().filter(arg -> arg.matches("\\d+")).mapToInt(Integer::parseInt).toArray();
    int path = flags.indexOf("--mapshaper") + 1;
    CheckBench bench =
        new CheckBench(
            System.out,
            flags.contains("--slow"),
            flags.contains("--apart"),
            path == 0 ? Optional.empty() : Optional.of(new MapshaperClean(args[path])));
    bench.head();
    for (int size : sizes.length == 0 ? new int[] {473, 5_000, 50_000} : sizes) {
      bench.run(size);
    }
  }

  private void head() {
    out.println("| polygons | layer | method | wall ms | CPU ms | found |");
    out.println("|---|---|---|---|---|---|");
  }

  private void run(int size) {
    SyntheticCoverage coverage = SyntheticCoverage.of(size, 1);
    Geometry domain = coverage.domain();
    runClean(coverage, domain);
    runPlanted(coverage, domain);
    runJittered(coverage, domain, 0.01, "1 % jittered ±5 cm");
    if (apart || size <= 10_000) {
      runJittered(coverage, domain, 1, "all digitised apart ±5 cm");
    }
    runLive(coverage, domain);
  }

  private void runClean(SyntheticCoverage coverage, Geometry domain) {
    List<LayerPolygon> polygons = coverage.polygons();
    int n = polygons.size();
    row(n, "clean", "Wangge", () -> verdict(check(polygons, domain, 1)));
    row(n, "clean", "Wangge, 2 threads", () -> verdict(check(polygons, domain, 2)));
    Geometry[] geometries = geometries(polygons);
    row(n, "clean", "CoverageValidator", () -> validate(geometries, 0));
    if (n < SLOW_ABOVE || slow) {
      row(n, "clean", "CoverageValidator, gap width 1 m", () -> validate(geometries, 1));
      row(n, "clean", "CoverageGapFinder 25 m", () -> gaps(geometries));
      row(n, "clean", "STRtree + overlay", () -> pairs(geometries));
    }
    runMapshaper("clean", polygons);
  }

  /** One run: a process has no warm-up. */
  private void runMapshaper(String layer, List<LayerPolygon> polygons) {
    mapshaper.ifPresent(
        command -> {
          MapshaperClean.Run run = command.clean(polygons);
          out.printf(
              Locale.ROOT,
              "| %d | %s | mapshaper -clean, process | %.0f | | %s |%n",
              polygons.size(),
              layer,
              run.wallMillis(),
              run.told());
        });
  }

  private void runPlanted(SyntheticCoverage coverage, Geometry domain) {
    PlantedCoverage planted = PlantedCoverage.of(coverage, Math.max(24, coverage.cells() / 100), 1);
    int n = planted.polygons().size();
    row(
        n,
        "planted",
        "Wangge",
        () -> check(planted.polygons(), domain, 1),
        report -> score(planted, report));
    Geometry[] geometries = geometries(planted.polygons());
    row(n, "planted", "CoverageValidator", () -> validate(geometries, 0));
    if (n < SLOW_ABOVE || slow) {
      row(n, "planted", "CoverageValidator, gap width 1 m", () -> validate(geometries, 1));
      row(n, "planted", "CoverageGapFinder 25 m", () -> gaps(geometries));
      row(n, "planted", "STRtree + overlay", () -> pairs(geometries));
    }
    runMapshaper("planted", planted.polygons());
  }

  private void runJittered(SyntheticCoverage coverage, Geometry domain, double share, String name) {
    List<LayerPolygon> polygons = jittered(coverage, share);
    int n = polygons.size();
    row(n, name, "Wangge", () -> verdict(check(polygons, domain, 1)));
    Geometry[] geometries = geometries(polygons);
    row(n, name, "CoverageValidator", () -> validate(geometries, 0));
    runMapshaper(name, polygons);
  }

  private void runLive(SyntheticCoverage coverage, Geometry domain) {
    LiveCheck live = LiveCheck.of(coverage.polygons(), domain, CheckOptions.defaults());
    Random random = new Random(1);
    int moves = 100_000;
    int[] cells = random.ints(moves, 0, coverage.cells()).toArray();
    Coordinate[] from = new Coordinate[moves];
    for (int i = 0; i < moves; i++) {
      from[i] = coverage.ring(cells[i])[random.nextInt(60)];
    }
    long start = System.nanoTime();
    int clean = 0;
    for (int i = 0; i < moves; i++) {
      Coordinate to = new Coordinate(from[i].x + 0.1, from[i].y + 0.1);
      live.moveShared(cells[i], from[i], to);
      clean += live.moveShared(cells[i], to, from[i]).isClean() ? 1 : 0;
    }
    double micros = (System.nanoTime() - start) / 2e3 / moves;
    out.printf(
        Locale.ROOT,
        "| %d | clean | LiveCheck, one vertex moved | %.4f | | %d of %d clean again |%n",
        coverage.cells(),
        micros / 1000,
        clean,
        moves);
  }

  private void row(int polygons, String layer, String method, Supplier<String> work) {
    row(polygons, layer, method, work, found -> found);
  }

  /** Times the work alone; what it found is told afterwards. */
  private <T> void row(
      int polygons, String layer, String method, Supplier<T> work, Function<T, String> telling) {
    Object warm;
    // By time, not by runs: a method that is done in a moment is compiled as late as a slow one.
    long warmAt = System.nanoTime() + WARM_UP_NANOS;
    do {
      warm = work.get();
    } while (System.nanoTime() < warmAt);
    Objects.requireNonNull(warm);
    double[] wall = new double[RUNS];
    double[] cpu = new double[RUNS];
    String found = "";
    for (int run = 0; run < RUNS; run++) {
      long wallStart = System.nanoTime();
      long cpuStart = processCpu();
      T result = work.get();
      wall[run] = (System.nanoTime() - wallStart) / 1e6;
      cpu[run] = (processCpu() - cpuStart) / 1e6;
      found = run == RUNS - 1 ? telling.apply(result) : "";
    }
    out.printf(
        Locale.ROOT,
        "| %d | %s | %s | %.1f | %.0f | %s |%n",
        polygons,
        layer,
        method,
        median(wall),
        median(cpu),
        found);
  }

  /** CPU of all threads, garbage collection and compilation included. */
  private static long processCpu() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static CheckReport check(List<LayerPolygon> polygons, Geometry domain, int threads) {
    return CoverageCheck.check(
        polygons, domain, List.of(), CheckOptions.defaults().withThreads(threads), Progress.none());
  }

  private static String verdict(CheckReport report) {
    return report.provedClean() ? "proved clean" : report.findings().size() + " findings";
  }

  private static String score(PlantedCoverage planted, CheckReport report) {
    PlantedCoverage.Score score = planted.score(report.findings());
    int all = planted.planted().size();
    return (all - score.missed().size()) + " of " + all + ", false " + score.invented().size();
  }

  private static Geometry[] geometries(List<LayerPolygon> polygons) {
    return polygons.stream().map(LayerPolygon::geometry).toArray(Geometry[]::new);
  }

  private static String validate(Geometry[] geometries, double gapWidth) {
    CoverageValidator validator = new CoverageValidator(geometries);
    validator.setGapWidth(gapWidth);
    Geometry[] errors = validator.validate();
    return Arrays.stream(errors).filter(error -> error != null).count() + " polygons flagged";
  }

  private static String gaps(Geometry[] geometries) {
    try {
      return CoverageGapFinder.findGaps(geometries, 25).getNumGeometries() + " gaps";
    } catch (RuntimeException failed) {
      return failed.getClass().getSimpleName();
    }
  }

  private static String pairs(Geometry[] geometries) {
    STRtree tree = new STRtree();
    for (int i = 0; i < geometries.length; i++) {
      tree.insert(geometries[i].getEnvelopeInternal(), i);
    }
    int overlaps = 0;
    for (int i = 0; i < geometries.length; i++) {
      for (Object other : tree.query(geometries[i].getEnvelopeInternal())) {
        int j = (Integer) other;
        if (j < i
            && OverlayNG.overlay(geometries[i], geometries[j], OverlayNG.INTERSECTION).getArea()
                > 0) {
          overlaps++;
        }
      }
    }
    return overlaps + " overlapping pairs";
  }

  /** A share of the polygons with every vertex moved by up to 5 cm, each polygon on its own. */
  private static List<LayerPolygon> jittered(SyntheticCoverage coverage, double share) {
    Random random = new Random(9);
    GeometryFactory factory = new GeometryFactory();
    List<LayerPolygon> polygons = new ArrayList<>(coverage.polygons());
    for (int cell = 0; cell < polygons.size(); cell++) {
      if (random.nextDouble() < share) {
        Coordinate[] ring = coverage.ring(cell);
        for (int i = 0; i < ring.length - 1; i++) {
          ring[i].x += Math.rint(random.nextDouble() * 100 - 50) / 1000;
          ring[i].y += Math.rint(random.nextDouble() * 100 - 50) / 1000;
        }
        ring[ring.length - 1] = ring[0].copy();
        polygons.set(cell, new LayerPolygon(cell, "P" + cell, factory.createPolygon(ring)));
      }
    }
    return polygons;
  }
}
