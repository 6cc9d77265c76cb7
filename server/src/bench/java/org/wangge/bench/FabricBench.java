package org.wangge.bench;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateArrays;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.noding.NodedSegmentString;
import org.locationtech.jts.noding.SegmentString;
import org.locationtech.jts.noding.snapround.SnapRoundingNoder;
import org.locationtech.jts.operation.polygonize.Polygonizer;
import org.wangge.fabric.ArcClass;
import org.wangge.fabric.BoundaryLine;
import org.wangge.fabric.Fabric;
import org.wangge.fabric.FabricBuilder;
import org.wangge.fabric.FabricInvariants;
import org.wangge.fabric.FabricOptions;
import org.wangge.fabric.NodedSegments;
import org.wangge.fabric.Progress;
import org.wangge.fabric.SnapRounder;
import org.wangge.zoning.PointLocator;
import org.wangge.zoning.ZonePolygons;

/**
 * Noding, faces, zone polygons and point location beside JTS on synthetic street networks: jittered
 * grids of four-point streets with 12 % of the links missing, stubs, and a dual carriageway every
 * eighth street. Medians of wall and CPU time.
 *
 * <p>Arguments: the sizes in segments (default 10000 100000 1000000); {@code --jts N} compares with
 * JTS up to N segments (default 100000).
 */
public final class FabricBench {
  private static final int POINTS = 1_000_000;
  private static final int ZONES = 473;

  private final PrintStream out;
  private final GeometryFactory factory = new GeometryFactory();

  private FabricBench(PrintStream out) {
    this.out = out;
  }

  public static void main(String[] arguments) {
    List<String> given = new ArrayList<>(List.of(arguments));
    int limit = 100_000;
    int option = given.indexOf("--jts");
    if (option >= 0) {
      limit = Integer.parseInt(given.remove(option + 1));
      given.remove(option);
    }
    int[] sizes =
        given.isEmpty()
            ? new int[] {10_000, 100_000, 1_000_000}
            : given.stream().mapToInt(Integer::parseInt).toArray();
    new FabricBench(System.out).run(sizes, limit);
  }

  private void run(int[] sizes, int jtsLimit) {
    out.printf("%-46s %10s %10s%n", "", "wall ms", "CPU ms");
    warmUp();
    for (int size : sizes) {
      noding(size, size <= jtsLimit);
    }
    zones();
  }

  private void warmUp() {
    for (int i = 0; i < 3; i++) {
      List<BoundaryLine> lines = streets(20_000, i);
      build(lines, domain(lines));
    }
  }

  private void noding(int size, boolean besideJts) {
    List<BoundaryLine> lines = streets(size, 7);
    Geometry domain = domain(lines);
    long[][] segments = segments(lines);
    int repeats = size > 300_000 ? 3 : 5;
    out.printf("%n%,d segments given, %,d lines%n", segments[0].length, lines.size());
    NodedSegments noded =
        measure(
            "snap rounding",
            repeats,
            () -> SnapRounder.node(segments[0], segments[1], segments[2], segments[3]));
    out.printf(
        "  → %,d segments, %,d nodes, %d rounds%n",
        noded.count(), noded.nodeCount(), noded.rounds());
    Fabric fabric =
        measure(
            "whole fabric (noding, faces, near misses, kinds)",
            repeats,
            () -> build(lines, domain));
    out.printf(
        "  → %,d nodes, %,d arcs, %,d faces%n",
        fabric.nodeCount(), fabric.arcCount(), fabric.faceCount());
    measure("fabric of stored data", repeats, () -> Fabric.of(fabric.data()));
    measure("invariants", repeats, () -> FabricInvariants.check(fabric));
    measure("hash", repeats, fabric::hash);
    if (besideJts) {
      besideJts(lines, domain, size > 30_000 ? 1 : 3);
    }
  }

  private void besideJts(List<BoundaryLine> lines, Geometry domain, int repeats) {
    Collection<?> noded = measure("JTS SnapRoundingNoder", repeats, () -> jtsNode(lines, domain));
    int faces = measure("JTS dedupe + Polygonizer", repeats, () -> jtsFaces(noded));
    out.printf("  → %,d faces%n", faces);
  }

  private static Collection<?> jtsNode(List<BoundaryLine> lines, Geometry domain) {
    List<NodedSegmentString> strings = new ArrayList<>();
    for (BoundaryLine line : lines) {
      strings.add(new NodedSegmentString(coordinates(line), null));
    }
    strings.add(new NodedSegmentString(domain.getCoordinates(), null));
    SnapRoundingNoder noder = new SnapRoundingNoder(new PrecisionModel(1000));
    noder.computeNodes(strings);
    return noder.getNodedSubstrings();
  }

  private int jtsFaces(Collection<?> noded) {
    Polygonizer polygonizer = new Polygonizer();
    Set<String> seen = new HashSet<>();
    for (Object string : noded) {
      Coordinate[] points = ((SegmentString) string).getCoordinates();
      Coordinate[] key = points.clone();
      if (CoordinateArrays.increasingDirection(key) < 0) {
        CoordinateArrays.reverse(key);
      }
      if (points.length > 1 && seen.add(Arrays.toString(key))) {
        polygonizer.add(factory.createLineString(points));
      }
    }
    return polygonizer.getPolygons().size();
  }

  private static Coordinate[] coordinates(BoundaryLine line) {
    return IntStream.range(0, line.pointCount())
        .mapToObj(i -> new Coordinate(line.xs()[i] / 1000.0, line.ys()[i] / 1000.0))
        .toArray(Coordinate[]::new);
  }

  private void zones() {
    List<BoundaryLine> lines = streets(60_000, 3);
    Fabric fabric = build(lines, domain(lines));
    int[] label = clumps(fabric);
    out.printf("%n%d zones of %,d faces%n", ZONES, fabric.faceCount());
    Geometry[] polygons = measure("all zone polygons", 9, () -> ZonePolygons.of(fabric, label));
    int points = Arrays.stream(polygons).mapToInt(Geometry::getNumPoints).sum();
    out.printf("  → %,d points%n", points);
    double[] xy = randomPoints(fabric.envelope());
    PointLocator locator =
        measure("build the locator of a plan", 5, () -> PointLocator.of(fabric, label));
    long sum = measure("locate 1 M points", 9, () -> locateAll(locator, xy));
    PointLocator ofPolygons =
        measure(
            "build the locator of polygons", 3, () -> PointLocator.ofPolygons(List.of(polygons)));
    measure("locate 1 M points", 9, () -> locateAll(ofPolygons, xy));
    STRtree tree = prepared(polygons);
    long expected =
        measure("JTS STRtree + prepared polygons, 1 M points", 3, () -> locateAll(tree, xy));
    out.printf("  sums of zones %d and %d%n", sum, expected);
  }

  /** Zones grown from seeds over the dual graph. */
  private static int[] clumps(Fabric fabric) {
    int[] label = new int[fabric.faceCount()];
    Arrays.fill(label, -1);
    int[] queue = new int[fabric.faceCount()];
    int size = 0;
    Random random = new Random(5);
    while (size < ZONES) {
      int face = random.nextInt(fabric.faceCount());
      if (label[face] < 0) {
        label[face] = size;
        queue[size++] = face;
      }
    }
    for (int i = 0; i < size; i++) {
      for (int e = fabric.dualStart(queue[i]); e < fabric.dualStart(queue[i] + 1); e++) {
        if (label[fabric.dualFace(e)] < 0) {
          label[fabric.dualFace(e)] = label[queue[i]];
          queue[size++] = fabric.dualFace(e);
        }
      }
    }
    return label;
  }

  private static double[] randomPoints(Envelope box) {
    Random random = new Random(11);
    double[] xy = new double[2 * POINTS];
    for (int i = 0; i < POINTS; i++) {
      xy[2 * i] = box.getMinX() + random.nextDouble() * box.getWidth();
      xy[2 * i + 1] = box.getMinY() + random.nextDouble() * box.getHeight();
    }
    return xy;
  }

  private static long locateAll(PointLocator locator, double[] xy) {
    long sum = 0;
    for (int i = 0; i < xy.length; i += 2) {
      sum += locator.zoneAt(xy[i], xy[i + 1]);
    }
    return sum;
  }

  private record Indexed(int zone, PreparedGeometry polygon) {}

  private static STRtree prepared(Geometry[] polygons) {
    STRtree tree = new STRtree();
    for (int z = 0; z < polygons.length; z++) {
      tree.insert(
          polygons[z].getEnvelopeInternal(),
          new Indexed(z, PreparedGeometryFactory.prepare(polygons[z])));
    }
    tree.build();
    return tree;
  }

  private long locateAll(STRtree tree, double[] xy) {
    long sum = 0;
    for (int i = 0; i < xy.length; i += 2) {
      sum += zoneAt(tree, factory.createPoint(new Coordinate(xy[i], xy[i + 1])));
    }
    return sum;
  }

  private static int zoneAt(STRtree tree, Point point) {
    for (Object found : tree.query(point.getEnvelopeInternal())) {
      if (((Indexed) found).polygon().intersects(point)) {
        return ((Indexed) found).zone();
      }
    }
    return -1;
  }

  private static Fabric build(List<BoundaryLine> lines, Geometry domain) {
    return FabricBuilder.build(lines, domain, List.of(), FabricOptions.defaults(), Progress.none())
        .fabric();
  }

  private Geometry domain(List<BoundaryLine> lines) {
    Envelope box = new Envelope();
    for (BoundaryLine line : lines) {
      for (int i = 0; i < line.pointCount(); i++) {
        box.expandToInclude(line.xs()[i] / 1000.0, line.ys()[i] / 1000.0);
      }
    }
    box.expandBy(30);
    return factory.toGeometry(box);
  }

  private static long[][] segments(List<BoundaryLine> lines) {
    int count = lines.stream().mapToInt(line -> line.pointCount() - 1).sum();
    long[][] segments = new long[4][count];
    int s = 0;
    for (BoundaryLine line : lines) {
      for (int i = 1; i < line.pointCount(); i++) {
        segments[0][s] = line.xs()[i - 1];
        segments[1][s] = line.ys()[i - 1];
        segments[2][s] = line.xs()[i];
        segments[3][s++] = line.ys()[i];
      }
    }
    return segments;
  }

  /** About so many segments: three a link, so a third as many links on a grid of 120 m. */
  private static List<BoundaryLine> streets(int segments, long seed) {
    Random random = new Random(seed);
    int side = (int) Math.sqrt(segments / 5.6);
    long[][] x = new long[side + 1][side + 1];
    long[][] y = new long[side + 1][side + 1];
    for (int c = 0; c <= side; c++) {
      for (int r = 0; r <= side; r++) {
        x[c][r] = 500_000_000L + c * 120_000L + random.nextLong(-30_000, 30_000);
        y[c][r] = 3_078_000_000L + r * 120_000L + random.nextLong(-30_000, 30_000);
      }
    }
    List<BoundaryLine> lines = new ArrayList<>();
    for (int c = 0; c <= side; c++) {
      for (int r = 0; r <= side; r++) {
        if (c < side) {
          addLink(lines, random, x[c][r], y[c][r], x[c + 1][r], y[c + 1][r], r % 8 == 0);
        }
        if (r < side) {
          addLink(lines, random, x[c][r], y[c][r], x[c][r + 1], y[c][r + 1], c % 8 == 0);
        }
      }
    }
    return lines;
  }

  private static void addLink(
      List<BoundaryLine> lines, Random random, long ax, long ay, long bx, long by, boolean dual) {
    if (random.nextInt(100) < 12) {
      return;
    }
    long[] xs = {ax, wander(random, ax, bx, 1), wander(random, ax, bx, 2), bx};
    long[] ys = {ay, wander(random, ay, by, 1), wander(random, ay, by, 2), by};
    lines.add(
        BoundaryLine.of(
            xs, ys, dual ? ArcClass.ARTERIAL : ArcClass.LOCAL, "路" + random.nextInt(500)));
    if (dual) {
      lines.add(BoundaryLine.of(shifted(xs), shifted(ys), ArcClass.ARTERIAL, "大道"));
    }
    if (random.nextInt(100) < 15) {
      long[] stubX = {xs[1], xs[1] + random.nextLong(-50_000, 50_000)};
      long[] stubY = {ys[1], ys[1] + random.nextLong(-50_000, 50_000)};
      lines.add(BoundaryLine.of(stubX, stubY, ArcClass.PATH, ""));
    }
  }

  private static long wander(Random random, long from, long to, int third) {
    return from + (to - from) * third / 3 + random.nextLong(-4_000, 4_000);
  }

  private static long[] shifted(long[] values) {
    return Arrays.stream(values).map(v -> v + 12_000).toArray();
  }

  private <T> T measure(String what, int repeats, Supplier<T> work) {
    double[] wall = new double[repeats];
    double[] cpu = new double[repeats];
    T result = work.get();
    for (int i = 0; i < repeats; i++) {
      long started = System.nanoTime();
      long busy = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      result = work.get();
      cpu[i] = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - busy) / 1e6;
      wall[i] = (System.nanoTime() - started) / 1e6;
    }
    Arrays.sort(wall);
    Arrays.sort(cpu);
    out.printf(Locale.ROOT, "%-46s %10.1f %10.1f%n", what, wall[repeats / 2], cpu[repeats / 2]);
    return result;
  }
}
