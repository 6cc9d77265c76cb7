package org.wangge.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.ConvexHull;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.wangge.exchange.Crs;
import org.wangge.exchange.CrsException;
import org.wangge.exchange.CrsGuess;
import org.wangge.exchange.Layer;
import org.wangge.exchange.LayerFiles;
import org.wangge.exchange.LineLayers;
import org.wangge.exchange.MetricFrame;
import org.wangge.exchange.ReadException;
import org.wangge.exchange.ReadOptions;
import org.wangge.exchange.StreetLines;
import org.wangge.fabric.BoundaryLine;
import org.wangge.fabric.BuildReport;
import org.wangge.fabric.FabricBuild;
import org.wangge.fabric.FabricBuilder;
import org.wangge.fabric.FabricInvariants;
import org.wangge.fabric.FabricOptions;
import org.wangge.fabric.NearMiss;
import org.wangge.fabric.Violation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code wangge fabric}: builds the street fabric of a file and tells what it is made of. Nothing
 * is stored.
 */
@Command(
    name = "fabric",
    description =
        "Builds the street fabric (街区底图) from OSM PBF or any line layer and prints what it is made"
            + " of.",
    mixinStandardHelpOptions = true,
    exitCodeOnExecutionException = Main.EXIT_BAD_INPUT,
    footer = {
      "",
      "Exit code 0: all invariants hold; 1: some do not; 2: bad usage or unreadable input."
    })
public final class FabricCommand implements Callable<Integer> {
  private static final int MOST_LISTED = 10;

  @Spec CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "Streets: .osm.pbf, or any layer of lines.")
  Path file = Path.of("");

  @Option(
      names = "--domain",
      paramLabel = "FILE",
      description = "Coverage domain; without it the hull of the lines.")
  @Nullable Path domain;

  @Option(
      names = "--crs",
      paramLabel = "EPSG:n",
      description = "Coordinate system of FILE when the file does not say, or says wrong.")
  @Nullable String crs;

  @Option(names = "--extend", description = "Close dead ends that almost meet a line.")
  boolean extend;

  @Override
  public Integer call() {
    try {
      return build();
    } catch (ReadException | CrsException e) {
      spec.commandLine().getErr().println(e.getMessage());
      return Main.EXIT_BAD_INPUT;
    }
  }

  private int build() {
    Stopwatch watch = new Stopwatch();
    PrintWriter print = spec.commandLine().getOut();
    Layer layer = new LayerFiles().read(file, options());
    CrsGuess guess = CrsGuess.of(layer);
    MetricFrame frame = MetricFrame.suiting(layer, guess);
    Layer metres = frame.toMetres(layer, guess);
    StreetLines streets = LineLayers.of(metres, LineLayers.Fields.usual());
    requireLines(streets);
    tellWhatWasRead(layer, guess, metres, streets);
    print.println("measured in " + frame.label() + "; read in " + watch.lap());
    FabricBuild build = build(streets, domain == null ? hull(streets.lines()) : domain(frame));
    print.println("built in " + watch.lap());
    tell(build.report(), frame, print);
    List<Violation> violations = FabricInvariants.check(build.fabric());
    tell(violations, print);
    print.println(
        "checked in " + watch.lap() + "; in all " + watch.total() + "; " + Stopwatch.memory());
    return violations.isEmpty() ? Main.EXIT_CLEAN : Main.EXIT_FINDINGS;
  }

  private FabricBuild build(StreetLines streets, Geometry area) {
    ProgressBar bar = ProgressBar.on(spec.commandLine().getErr());
    try {
      FabricOptions options = FabricOptions.defaults().withExtendDangles(extend);
      return FabricBuilder.build(streets.lines(), area, streets.waterMetres(), options, bar);
    } finally {
      bar.clear();
    }
  }

  private void tellWhatWasRead(Layer layer, CrsGuess guess, Layer metres, StreetLines streets) {
    PrintWriter print = spec.commandLine().getOut();
    print.printf(
        "%s: %d features, %s%n", layer.name(), layer.features().size(), layer.crs().describe());
    layer.notes().forEach(note -> print.println("  " + note));
    streets.notes().forEach(note -> print.println("  " + note));
    guess.warnings().forEach(warning -> print.println("! " + warning));
    metres.bad().stream().limit(MOST_LISTED).forEach(bad -> print.println("! " + bad.describe()));
    if (metres.bad().size() > MOST_LISTED) {
      print.printf("! … and %d more that could not be read%n", metres.bad().size() - MOST_LISTED);
    }
  }

  private ReadOptions options() {
    return crs == null ? ReadOptions.defaults() : ReadOptions.defaults().withCrs(Crs.parse(crs));
  }

  private void requireLines(StreetLines streets) {
    if (streets.lines().isEmpty()) {
      throw new ReadException(
          "building a fabric from " + file.getFileName(),
          "there are no lines in it",
          "all its features",
          "give streets");
    }
  }

  private Geometry domain(MetricFrame frame) {
    Layer layer = new LayerFiles().read(domain == null ? file : domain);
    Layer metres = frame.toMetres(layer, CrsGuess.of(layer));
    List<Geometry> areas =
        metres.features().stream()
            .map(feature -> feature.geometry())
            .filter(geometry -> geometry.getDimension() == 2)
            .map(geometry -> geometry.isValid() ? geometry : GeometryFixer.fix(geometry))
            .toList();
    if (areas.isEmpty()) {
      throw new ReadException(
          "reading the domain " + layer.name(),
          "there is no polygon in it",
          "all its features",
          "give a polygon layer");
    }
    return areas.size() == 1 ? areas.get(0) : OverlayNGRobust.union(areas);
  }

  /** The convex hull of all points, in whole millimetres. */
  private static Geometry hull(List<BoundaryLine> lines) {
    Coordinate[] points =
        lines.stream()
            .flatMap(
                line ->
                    java.util.stream.IntStream.range(0, line.pointCount())
                        .mapToObj(i -> point(line, i)))
            .toArray(Coordinate[]::new);
    Geometry hull = new ConvexHull(points, new GeometryFactory()).getConvexHull();
    Envelope box = hull.getEnvelopeInternal();
    return hull.getDimension() == 2 ? hull : new GeometryFactory().toGeometry(grown(box));
  }

  private static Coordinate point(BoundaryLine line, int i) {
    return new Coordinate(line.xs()[i] / 1000.0, line.ys()[i] / 1000.0);
  }

  private static Envelope grown(Envelope box) {
    Envelope grown = new Envelope(box);
    grown.expandBy(1);
    return grown;
  }

  private static void tell(BuildReport report, MetricFrame frame, PrintWriter print) {
    print.printf(
        "  %,9d lines, %,d segments, %,d after noding%n",
        report.lines(), report.segments(), report.nodedSegments());
    print.printf("  %,9d nodes, %,d arcs%n", report.nodes(), report.arcs());
    print.printf(
        "  %,9d faces: %,d medians, %,d water, %,d thin%n",
        report.faces(), report.medians(), report.waters(), report.thinFaces());
    print.printf(
        "  %,9d dangles, %,d interior lines in all%n", report.dangles(), report.interior().size());
    print.printf("  %,9d crossings of different levels%n", report.layerCrossings());
    print.printf(
        "  %,9d duplicate segments, %,d outside the domain%n",
        report.duplicateSegments(), report.outsideSegments());
    print.printf("  %,9d near misses%n", report.nearMisses().size());
    report.nearMisses().stream()
        .limit(MOST_LISTED)
        .forEach(miss -> print.println("      " + describe(miss, frame)));
  }

  private static String describe(NearMiss miss, MetricFrame frame) {
    Coordinate place =
        frame
            .toLonLat(
                new GeometryFactory()
                    .createPoint(new Coordinate(miss.x() / 1000.0, miss.y() / 1000.0)))
            .getCoordinate();
    return String.format(
        Locale.ROOT,
        "%.3f m at %.6f, %.6f: %s – %s",
        miss.distanceMetres(),
        place.x,
        place.y,
        miss.name(),
        miss.otherName());
  }

  private static void tell(List<Violation> violations, PrintWriter print) {
    print.println(
        violations.isEmpty() ? "all invariants hold" : violations.size() + " invariants broken:");
    violations.stream().limit(MOST_LISTED).forEach(violation -> print.println("  " + violation));
  }
}
