package org.wangge.bench;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.wangge.demo.DemoDistrict;
import org.wangge.exchange.CrsGuess;
import org.wangge.exchange.Layer;
import org.wangge.exchange.LayerFiles;
import org.wangge.exchange.LineLayers;
import org.wangge.exchange.MetricFrame;
import org.wangge.exchange.Projections;
import org.wangge.exchange.ReadOptions;
import org.wangge.exchange.StreetLines;
import org.wangge.fabric.ArcClass;
import org.wangge.fabric.Fabric;
import org.wangge.fabric.FabricBuilder;
import org.wangge.fabric.FabricOptions;
import org.wangge.fabric.FaceSplit;
import org.wangge.fabric.Livewire;
import org.wangge.fabric.Progress;
import org.wangge.territory.FirstPublication;
import org.wangge.zoning.Assignment;
import org.wangge.zoning.Band;
import org.wangge.zoning.BlockGraph;
import org.wangge.zoning.BorderPath;
import org.wangge.zoning.BoundaryMeasures;
import org.wangge.zoning.Design;
import org.wangge.zoning.DesignRequest;
import org.wangge.zoning.Designer;
import org.wangge.zoning.Plan;
import org.wangge.zoning.Rebalance;
import org.wangge.zoning.Redesign;
import org.wangge.zoning.Redraw;
import org.wangge.zoning.Step;
import org.wangge.zoning.ZoneCuts;
import org.wangge.zoning.ZonePolygons;

/**
 * Redrawing the demo district: what an operation costs in the kernel, how good designs and
 * rebalanced grids are beside two baselines, and, with {@code --streets FILE} (an OSM file of a
 * city), what the way finder costs there. Prints Markdown tables.
 */
public final class RedrawBench {
  private static final int WARM_UP = 2_000;
  private static final int CALLS = 4_000;
  private static final int CITY_ZONES = 473;

  private final PrintStream out;
  private final SplittableRandom random = new SplittableRandom(7);

  private RedrawBench(PrintStream out) {
    this.out = out;
  }

  public static void main(String[] arguments) {
    RedrawBench bench = new RedrawBench(System.out);
    List<String> flags = Arrays.asList(arguments);
    FirstPublication district =
        DemoDistrict.build(
            DemoDistrict.SEED, Projections.of(DemoDistrict.METRIC_SRID), Progress.none());
    bench.operations(district.plan());
    bench.designs(district.plan());
    bench.rebalancing(district.plan());
    int file = flags.indexOf("--streets") + 1;
    if (file > 0) {
      bench.streets(Path.of(flags.get(file)));
    }
  }

  // What an operation costs

  private void operations(Plan plan) {
    Redraw redraw = Redraw.of(plan);
    Livewire wire = Livewire.of(redraw.fabric());
    out.println("| operation | p50 ms | p95 ms | carried out |");
    out.println("|---|---|---|---|");
    time("assign one block", CALLS, () -> assign(redraw));
    time("push a border to a street", CALLS / 4, () -> push(redraw, wire));
    time("split a grid along streets", CALLS / 4, () -> split(redraw, wire));
    time("merge two grids", CALLS / 4, () -> merge(redraw));
    time("split a block", 300, () -> splitBlock(redraw));
    time("rebalance a grid with its neighbours", 200, () -> rebalance(redraw));
    time("a way along streets, up to 3 km", CALLS / 4, () -> way(redraw.fabric(), wire, 3e6));
    out.println();
  }

  private void time(String name, int calls, BooleanSupplier call) {
    run(call, Math.min(WARM_UP, calls), new double[calls]);
    double[] millis = new double[calls];
    int done = run(call, calls, millis);
    Arrays.sort(millis);
    out.printf(
        Locale.ROOT,
        "| %s | %.3f | %.3f | %d of %d |%n",
        name,
        millis[calls / 2],
        millis[calls * 95 / 100],
        done,
        calls);
  }

  /** How many of the calls were carried out. */
  private static int run(BooleanSupplier call, int calls, double[] millis) {
    int done = 0;
    for (int i = 0; i < calls; i++) {
      long start = System.nanoTime();
      done += call.getAsBoolean() ? 1 : 0;
      millis[i] = (System.nanoTime() - start) / 1e6;
    }
    return done;
  }

  private int face(Redraw redraw) {
    return random.nextInt(redraw.fabric().faceCount());
  }

  private int neighbour(Redraw redraw, int face) {
    int[] near = redraw.fabric().neighbours(face);
    return near[random.nextInt(near.length)];
  }

  private boolean assign(Redraw redraw) {
    int face = face(redraw);
    int to = redraw.zone(neighbour(redraw, face));
    return Assignment.of(redraw, new int[] {face}, to, false).step().map(redraw::apply).isPresent();
  }

  private boolean push(Redraw redraw, Livewire wire) {
    int face = face(redraw);
    int a = redraw.zone(neighbour(redraw, face));
    int b = redraw.zone(face);
    Fabric fabric = redraw.fabric();
    int h = fabric.firstHalfEdge(face);
    double x = fabric.nodeX(fabric.from(h));
    double y = fabric.nodeY(fabric.from(h));
    return a != b
        && BorderPath.past(redraw, wire, a, b, x, y)
            .flatMap(path -> ZoneCuts.push(redraw, a, b, path).step())
            .map(redraw::apply)
            .isPresent();
  }

  private boolean split(Redraw redraw, Livewire wire) {
    int face = face(redraw);
    Fabric fabric = redraw.fabric();
    int from = fabric.from(fabric.firstHalfEdge(face));
    int[] zone = redraw.faces(redraw.zone(face));
    int far = zone[random.nextInt(zone.length)];
    int to = fabric.from(fabric.firstHalfEdge(far));
    return wire.find(from, to)
        .flatMap(way -> ZoneCuts.split(redraw, redraw.zone(face), way.arcs()).step())
        .map(redraw::apply)
        .isPresent();
  }

  private boolean merge(Redraw redraw) {
    int face = face(redraw);
    int into = redraw.zone(neighbour(redraw, face));
    return ZoneCuts.merge(redraw, new int[] {redraw.zone(face), into}, into)
        .step()
        .map(redraw::apply)
        .isPresent();
  }

  private boolean splitBlock(Redraw redraw) {
    int face = face(redraw);
    Fabric fabric = redraw.fabric();
    Coordinate middle = fabric.interiorPoint(face).getCoordinate();
    long reach = Math.round(4_000 * Math.sqrt(fabric.areaSquareMetres(face)));
    long x = Math.round(middle.x * 1000);
    long y = Math.round(middle.y * 1000);
    return FaceSplit.of(fabric, face, new long[] {x, x + 1}, new long[] {y - reach, y + reach})
        .isPresent();
  }

  private boolean rebalance(Redraw redraw) {
    int zone = redraw.zone(face(redraw));
    Rebalance.Request request = new Rebalance.Request(new int[] {zone}, band(redraw, zone), 400, 1);
    return Rebalance.of(redraw, request).step().isPresent();
  }

  /** One the zone does not meet. */
  private static Band band(Redraw redraw, int zone) {
    int households = redraw.households(redraw.faces(zone));
    return new Band(households + 20, households + 50, households + 150);
  }

  private boolean way(Fabric fabric, Livewire wire, double reach) {
    int from = random.nextInt(fabric.nodeCount());
    double x = fabric.nodeX(from) + (random.nextDouble() - 0.5) * reach * 1.4;
    double y = fabric.nodeY(from) + (random.nextDouble() - 0.5) * reach * 1.4;
    return wire.findNode(x, y, 500_000, node -> true)
        .flatMap(to -> wire.find(from, to))
        .isPresent();
  }

  // How good designs are

  private void designs(Plan plan) {
    Fabric fabric = plan.fabric();
    int[] region = plan.communityOfFaces();
    int[] zones = new int[plan.communityCount()];
    IntStream.range(0, plan.zoneCount()).forEach(z -> zones[plan.community(z)]++);
    BlockGraph graph = BlockGraph.of(fabric);
    out.println(
        "| all grids anew, per community | ms | within ±10 % | on street, river, rail | on wide streets,"
            + " river, rail | compactness"
            + " | contiguous |");
    out.println("|---|---|---|---|---|---|---|");
    design("designer", plan, () -> Designer.design(DesignRequest.even(graph, region, zones, 1)));
    BlockGraph flat = graph.withContrast(0);
    design(
        "recursive bisection without the arterial surcharge",
        plan,
        () -> Designer.design(DesignRequest.even(flat, region, zones, 1)));
    design("balanced k-means", plan, () -> BalancedMeans.design(fabric, region, zones, 1));
    out.println();
  }

  private void design(String name, Plan plan, java.util.function.Supplier<Design> method) {
    double[] millis = new double[3];
    Design design = method.get();
    for (int i = 0; i < millis.length; i++) {
      long start = System.nanoTime();
      design = method.get();
      millis[i] = (System.nanoTime() - start) / 1e6;
    }
    Arrays.sort(millis);
    Plan drawn = Plan.of(plan.fabric(), design.zone(), design.regionOfZone(), plan.townships());
    tell(name, millis[1], drawn);
  }

  private void tell(String name, double millis, Plan plan) {
    double[] sums = new double[plan.communityCount()];
    int[] counts = new int[plan.communityCount()];
    for (int z = 0; z < plan.zoneCount(); z++) {
      sums[plan.community(z)] += plan.households(z);
      counts[plan.community(z)]++;
    }
    int within = 0;
    double compactness = 0;
    int whole = 0;
    Geometry[] polygons = ZonePolygons.of(plan);
    BoundaryMeasures measures = BoundaryMeasures.of(plan);
    for (int z = 0; z < plan.zoneCount(); z++) {
      double target = sums[plan.community(z)] / counts[plan.community(z)];
      within += Math.abs(plan.households(z) - target) <= 0.1 * target ? 1 : 0;
      double perimeter = polygons[z].getLength();
      compactness +=
          perimeter == 0 ? 0 : 4 * Math.PI * polygons[z].getArea() / (perimeter * perimeter);
      whole += measures.pieces(z) == 1 ? 1 : 0;
    }
    out.printf(
        Locale.ROOT,
        "| %s | %.0f | %.1f %% | %.1f %% | %.1f %% | %.2f | %d of %d |%n",
        name,
        millis,
        100.0 * within / plan.zoneCount(),
        100 * measures.onGroundShare(),
        100 * strongShare(measures),
        compactness / plan.zoneCount(),
        whole,
        plan.zoneCount());
  }

  private static double strongShare(BoundaryMeasures measures) {
    double all = 0;
    double strong = 0;
    for (ArcClass each : ArcClass.values()) {
      all += measures.lengthMetres(each);
      boolean wide = each.isMajorStreet() || each == ArcClass.RIVER || each == ArcClass.RAIL;
      strong += wide ? measures.lengthMetres(each) : 0;
    }
    return strong / Math.max(all, 1e-9);
  }

  // How few households a rebalance moves

  private void rebalancing(Plan plan) {
    Redraw redraw = Redraw.of(plan);
    int asked = 0;
    int met = 0;
    int moved = 0;
    int anew = 0;
    double millis = 0;
    for (int community = 0; community < plan.communityCount(); community++) {
      int[] zones = zonesOf(plan, community);
      Band band = tight(plan, zones);
      int[] off =
          IntStream.of(zones).filter(z -> !band.contains(plan.households(z))).limit(5).toArray();
      if (off.length > 0) {
        long start = System.nanoTime();
        Rebalance.Answer answer =
            Rebalance.of(redraw, new Rebalance.Request(off, band, 1_000_000, 1));
        millis += (System.nanoTime() - start) / 1e6;
        asked += off.length;
        met +=
            (int)
                answer.notes().stream()
                    .filter(note -> IntStream.of(off).anyMatch(z -> z == note.zone()))
                    .filter(note -> band.contains(note.after()))
                    .count();
        moved += answer.householdsMoved();
        anew += movedByDesign(plan, community, zones.length);
      }
    }
    out.println(
        "| bring grids within ±5 % of their community's mean | grids | brought in | households"
            + " moved | ms in all |");
    out.println("|---|---|---|---|---|");
    out.printf(Locale.ROOT, "| rebalance | %d | %d | %d | %.0f |%n", asked, met, moved, millis);
    out.printf(Locale.ROOT, "| the communities drawn anew | %d | | %d | |%n%n", asked, anew);
  }

  private static int[] zonesOf(Plan plan, int community) {
    return IntStream.range(0, plan.zoneCount())
        .filter(z -> plan.community(z) == community)
        .toArray();
  }

  private static Band tight(Plan plan, int[] zones) {
    int mean = (int) Math.max(20, IntStream.of(zones).map(plan::households).average().orElse(0));
    return new Band((int) (mean * 0.95), mean, (int) (mean * 1.05) + 1);
  }

  private static int movedByDesign(Plan plan, int community, int zones) {
    Redesign.Answer answer = Redesign.counted(Redraw.of(plan), community, zones, 1);
    return answer.step().map(step -> households(plan.fabric(), step)).orElse(0);
  }

  private static int households(Fabric fabric, Step step) {
    return IntStream.of(((Step.Moved) step).faces()).map(fabric::households).sum();
  }

  // A whole city

  private void streets(Path file) {
    Layer layer = new LayerFiles().read(file, ReadOptions.defaults());
    CrsGuess guess = CrsGuess.of(layer);
    Layer metres = MetricFrame.suiting(layer, guess).toMetres(layer, guess);
    StreetLines streets = LineLayers.of(metres, LineLayers.Fields.usual());
    List<Coordinate> points = new ArrayList<>();
    streets
        .lines()
        .forEach(
            line ->
                IntStream.range(0, line.xs().length)
                    .forEach(
                        i ->
                            points.add(
                                new Coordinate(line.xs()[i] / 1000.0, line.ys()[i] / 1000.0))));
    Geometry hull =
        new GeometryFactory()
            .createMultiPointFromCoords(points.toArray(Coordinate[]::new))
            .convexHull();
    Fabric fabric =
        FabricBuilder.build(
                streets.lines(), hull, List.of(), FabricOptions.defaults(), Progress.none())
            .fabric();
    Livewire wire = Livewire.of(fabric);
    out.printf("%d arcs, %d faces%n%n", fabric.arcCount(), fabric.faceCount());
    out.println("| way along streets | p50 ms | p95 ms | found |");
    out.println("|---|---|---|---|");
    for (double reach : new double[] {1e6, 3e6, 10e6}) {
      time("up to %.0f km".formatted(reach / 1e6), 2_000, () -> way(fabric, wire, reach));
    }
    out.println();
    designs(settled(fabric));
  }

  /** The city with households made up (lumpy, an eighth of the blocks empty), as one community. */
  private static Plan settled(Fabric bare) {
    SplittableRandom random = new SplittableRandom(3);
    int[] households = new int[bare.faceCount()];
    for (int f = 0; f < households.length; f++) {
      double gauss = random.doubles(12).sum() - 6;
      households[f] = random.nextInt(8) == 0 ? 0 : (int) Math.rint(20 * Math.exp(0.7 * gauss));
    }
    Fabric fabric = bare.withCounts(households, households);
    int[] zone = new int[fabric.faceCount()];
    Arrays.setAll(zone, f -> f % CITY_ZONES);
    return Plan.of(fabric, zone, new int[CITY_ZONES], new int[] {0});
  }
}
