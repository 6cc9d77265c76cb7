package org.wangge.fabric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.polygonize.Polygonizer;

/** What holds for every fabric, however dirty the lines. */
class FabricLawsTest {
  private static final long FAR_X = 500_000_000L;
  private static final long FAR_Y = 3_078_000_000L;

  private static Geometry domain(List<BoundaryLine> lines, long seed) {
    Envelope box = new Envelope();
    for (BoundaryLine line : lines) {
      for (int i = 0; i < line.pointCount(); i++) {
        box.expandToInclude(line.xs()[i] / 1000.0, line.ys()[i] / 1000.0);
      }
    }
    // Sometimes the domain cuts the network, sometimes it holds all of it.
    box.expandBy((seed & 1) == 0 ? 0.017 : -Math.min(box.getWidth(), box.getHeight()) / 5);
    Geometry all = new GeometryFactory().toGeometry(box);
    return (seed & 2) == 0 ? all : all.difference(all.getCentroid().buffer(box.getWidth() / 7, 3));
  }

  private static FabricBuild build(List<BoundaryLine> lines, Geometry domain) {
    return FabricBuilder.build(lines, domain, List.of(), FabricOptions.defaults(), Progress.none());
  }

  private static Fabric fabric(long seed) {
    List<BoundaryLine> lines = Networks.dirty(seed, FAR_X, FAR_Y);
    return build(lines, domain(lines, seed)).fabric();
  }

  @Property(tries = 400)
  void everyInvariantHolds(@ForAll long seed) {
    assertEquals(List.of(), FabricInvariants.check(fabric(seed)));
  }

  @Property(tries = 150)
  void everyInvariantHoldsWithBridgesAndExtensions(@ForAll long seed) {
    Random random = new Random(seed);
    List<BoundaryLine> lines =
        Networks.dirty(seed, FAR_X, FAR_Y).stream()
            .map(
                l ->
                    new BoundaryLine(
                        l.xs(),
                        l.ys(),
                        l.arcClass(),
                        l.name(),
                        1,
                        random.nextInt(4) - 1,
                        random.nextBoolean()))
            .toList();
    FabricOptions.LayerRule[] rules = FabricOptions.LayerRule.values();
    FabricOptions options =
        FabricOptions.defaults()
            .withExtendDangles(true)
            .withLayers(rules[random.nextInt(3)], rules[random.nextInt(3)]);
    FabricBuild build =
        FabricBuilder.build(lines, domain(lines, seed), List.of(), options, Progress.none());
    assertEquals(List.of(), FabricInvariants.check(build.fabric()));
  }

  /**
   * JTS nodes and polygonizes the lines on its own; on lines without millimetre trouble both find
   * the same.
   */
  @Property(tries = 40)
  void overlayAndPolygonizerFindAsManyFacesOnCleanLines(@ForAll long seed) {
    List<BoundaryLine> lines = Networks.grid(seed, 7, 6, 100_000);
    Geometry domain = Wkt.geometry("POLYGON ((-90 -90, 790 -90, 790 690, -90 690, -90 -90))");
    Fabric fabric = build(lines, domain).fabric();
    List<Geometry> all = new ArrayList<>(List.of(domain.getBoundary()));
    for (BoundaryLine line : lines) {
      all.add(
          domain
              .getFactory()
              .createLineString(
                  IntStream.range(0, line.pointCount())
                      .mapToObj(i -> new Coordinate(line.xs()[i] / 1000.0, line.ys()[i] / 1000.0))
                      .toArray(Coordinate[]::new)));
    }
    Polygonizer polygonizer = new Polygonizer();
    polygonizer.add(domain.getFactory().buildGeometry(all).union());
    assertEquals(polygonizer.getPolygons().size(), fabric.faceCount());
    assertEquals(
        Math.round(2e6 * domain.getArea()),
        FabricInvariants.domainDoubleAreaSquareMillimetres(fabric));
  }

  @Property(tries = 100)
  void orderAndDirectionOfTheLinesDoNotMatter(@ForAll long seed) {
    List<BoundaryLine> lines = Networks.dirty(seed, FAR_X, FAR_Y);
    List<BoundaryLine> other = new ArrayList<>(lines);
    Collections.shuffle(other, new Random(seed));
    other.replaceAll(line -> line.pointCount() % 2 == 0 ? reversed(line) : line);
    Geometry domain = domain(lines, seed);
    assertEquals(
        build(lines, domain).fabric().hash(), build(other, domain.reverse()).fabric().hash());
  }

  private static BoundaryLine reversed(BoundaryLine line) {
    return BoundaryLine.of(reversed(line.xs()), reversed(line.ys()), line.arcClass(), line.name());
  }

  private static long[] reversed(long[] values) {
    return IntStream.range(0, values.length)
        .mapToLong(i -> values[values.length - 1 - i])
        .toArray();
  }

  @Property(tries = 100)
  void movingEverythingMovesTheFabric(@ForAll long seed) {
    Geometry square = Wkt.geometry("POLYGON ((-9 -9, 99 -9, 99 99, -9 99, -9 -9))");
    Fabric here = build(Networks.dirty(seed, 0, 0), square).fabric();
    square.apply(
        (org.locationtech.jts.geom.CoordinateFilter)
            c -> c.setCoordinate(new Coordinate(c.x - 700_000, c.y + 4_000_000)));
    square.geometryChanged();
    Fabric there = build(Networks.dirty(seed, -700_000_000L, 4_000_000_000L), square).fabric();
    assertEquals(areas(here), areas(there));
    assertEquals(here.arcCount(), there.arcCount());
  }

  private static List<Long> areas(Fabric fabric) {
    return IntStream.range(0, fabric.faceCount())
        .mapToObj(fabric::doubleAreaSquareMillimetres)
        .toList();
  }

  /**
   * JTS makes polygons of the arcs on its own. It also makes polygons of the holes of the domain.
   */
  @Property(tries = 150)
  void thePolygonizerFindsTheSameFaces(@ForAll long seed) {
    Fabric fabric = fabric(seed);
    Polygonizer polygonizer = new Polygonizer();
    for (int a = 0; a < fabric.arcCount(); a++) {
      polygonizer.add(fabric.arcGeometry(a));
    }
    TreeMap<String, Integer> expected = new TreeMap<>();
    @SuppressWarnings("unchecked")
    Collection<Polygon> polygons = polygonizer.getPolygons();
    for (Polygon polygon : polygons) {
      expected.merge(shape(polygon), 1, Integer::sum);
    }
    TreeMap<String, Integer> found = new TreeMap<>();
    for (int f = 0; f < fabric.faceCount(); f++) {
      found.merge(shape(fabric.faceGeometry(f)), 1, Integer::sum);
      assertTrue(fabric.faceGeometry(f).isValid());
    }
    assertTrue(expected.keySet().containsAll(found.keySet()));
    if ((seed & 2) == 0) {
      assertEquals(expected, found);
    }
  }

  private static String shape(Polygon polygon) {
    Polygon normal = (Polygon) polygon.norm();
    return normal.toText();
  }

  @Property(tries = 150)
  void aPointIsInTheFaceThatCoversIt(@ForAll long seed) {
    Fabric fabric = fabric(seed);
    IndexedPointInAreaLocator[] locators =
        IntStream.range(0, fabric.faceCount())
            .mapToObj(f -> new IndexedPointInAreaLocator(inMillimetres(fabric.faceGeometry(f))))
            .toArray(IndexedPointInAreaLocator[]::new);
    Envelope box = fabric.envelope();
    Random random = new Random(seed);
    for (int i = 0; i < 200; i++) {
      long x = Math.round((box.getMinX() + random.nextDouble() * box.getWidth()) * 1000);
      long y = Math.round((box.getMinY() + random.nextDouble() * box.getHeight()) * 1000);
      int face = bruteForce(locators, new Coordinate(x, y));
      assertEquals(face, fabric.faceAt(x, y));
      assertInside(fabric, face, x, y);
    }
    for (int n = 0; n < fabric.nodeCount(); n++) {
      int face = lowestAround(fabric, n);
      assertEquals(face, fabric.faceAt(fabric.nodeX(n), fabric.nodeY(n)));
      assertInside(fabric, face, fabric.nodeX(n), fabric.nodeY(n));
    }
  }

  private static void assertInside(Fabric fabric, int face, long x, long y) {
    for (int f = 0; f < fabric.faceCount(); f++) {
      assertEquals(f == face, fabric.isInside(f, x, y));
    }
  }

  /** Whole numbers, on which JTS decides exactly. */
  private static Geometry inMillimetres(Polygon polygon) {
    Geometry scaled = polygon.copy();
    scaled.apply(
        (org.locationtech.jts.geom.CoordinateFilter)
            c -> c.setCoordinate(new Coordinate(Math.round(c.x * 1000), Math.round(c.y * 1000))));
    return scaled;
  }

  private static int bruteForce(IndexedPointInAreaLocator[] locators, Coordinate point) {
    return IntStream.range(0, locators.length)
        .filter(f -> locators[f].locate(point) != Location.EXTERIOR)
        .findFirst()
        .orElse(-1);
  }

  private static int lowestAround(Fabric fabric, int node) {
    return IntStream.range(0, 2 * fabric.arcCount())
        .filter(h -> fabric.from(h) == node || fabric.to(h) == node)
        .map(fabric::face)
        .filter(f -> f >= 0)
        .min()
        .orElse(-1);
  }

  @Property(tries = 100)
  void whatIsStoredComesBack(@ForAll long seed) {
    Fabric fabric = fabric(seed);
    Fabric again = Fabric.of(fabric.data());
    assertEquals(fabric.hash(), again.hash());
    for (int h = 0; h < 2 * fabric.arcCount(); h++) {
      assertEquals(fabric.face(h), again.face(h));
    }
  }

  /** Every street inside the domain is either on arcs or among the interior lines. */
  @Property(tries = 100)
  void noStreetIsLost(@ForAll long seed) {
    List<BoundaryLine> lines = Networks.grid(seed, 5, 4, 100_000);
    Geometry domain = Wkt.geometry("POLYGON ((-90 -90, 690 -90, 690 590, -90 590, -90 -90))");
    FabricBuild build = build(lines, domain);
    double given = lines.stream().mapToDouble(line -> length(line.xs(), line.ys())).sum();
    double arcs =
        IntStream.range(0, build.fabric().arcCount())
            .filter(a -> !build.fabric().isOutline(a))
            .mapToDouble(build.fabric()::arcLengthMetres)
            .sum();
    double interior =
        build.report().interior().stream().mapToDouble(l -> length(l.xs(), l.ys())).sum();
    assertEquals(given, arcs + interior, 0.01 + lines.size() * 0.002);
  }

  private static double length(long[] xs, long[] ys) {
    double sum = 0;
    for (int i = 1; i < xs.length; i++) {
      sum += Math.hypot((double) xs[i] - xs[i - 1], (double) ys[i] - ys[i - 1]) / 1000;
    }
    return sum;
  }

  @Property(tries = 100)
  void theDualGraphIsSymmetric(@ForAll long seed) {
    Fabric fabric = fabric(seed);
    for (int f = 0; f < fabric.faceCount(); f++) {
      for (int g : fabric.neighbours(f)) {
        int me = f;
        assertTrue(Arrays.stream(fabric.neighbours(g)).anyMatch(back -> back == me));
      }
    }
  }

  @Property(tries = 60)
  void theInteriorPointIsInside(@ForAll long seed) {
    Fabric fabric = fabric(seed);
    for (int f = 0; f < fabric.faceCount(); f++) {
      assertTrue(fabric.faceGeometry(f).contains(fabric.interiorPoint(f)));
    }
  }
}
