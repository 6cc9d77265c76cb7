package org.wangge.zoning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.wangge.fabric.ArcClass;
import org.wangge.fabric.Fabric;
import org.wangge.fabric.FabricBuilder;
import org.wangge.fabric.FabricOptions;
import org.wangge.fabric.Networks;
import org.wangge.fabric.Progress;
import org.wangge.fabric.Wkt;

/** What holds for every plan, however scattered its zones. */
class ZoningLawsTest {
  private static final Geometry DOMAIN =
      Wkt.geometry(
          "POLYGON ((-0.4 -0.4, 0.9 -0.5, 1.1 0.9, 0.1 1.2, -0.4 -0.4), (0.2 0.2, 0.3 0.2, 0.25"
              + " 0.33, 0.2 0.2))");

  /** Random labels on a dirty fabric: zones in pieces, with pinches, holes and islands. */
  static Plan scattered(long seed) {
    Fabric fabric =
        FabricBuilder.build(
                Networks.dirty(seed, 0, 0),
                DOMAIN,
                List.of(),
                FabricOptions.defaults(),
                Progress.none())
            .fabric();
    Random random = new Random(seed);
    int zones = 1 + random.nextInt(6);
    int[] zone = IntStream.range(0, fabric.faceCount()).map(f -> random.nextInt(zones)).toArray();
    int[] community = IntStream.range(0, zones).map(z -> z / 2).toArray();
    int[] township = IntStream.range(0, zones / 2 + 1).map(c -> c / 2).toArray();
    return Plan.of(withPeople(fabric), zone, community, township);
  }

  private static Fabric withPeople(Fabric fabric) {
    int[] households = IntStream.range(0, fabric.faceCount()).map(f -> f * 7 % 31).toArray();
    int[] people = Arrays.stream(households).map(h -> 3 * h).toArray();
    return fabric.withCounts(households, people);
  }

  @Property(tries = 300)
  void zonePolygonsAreTheUnionsOfTheirFaces(@ForAll long seed) {
    Plan plan = scattered(seed);
    Geometry[] polygons = ZonePolygons.of(plan);
    for (int z = 0; z < plan.zoneCount(); z++) {
      assertTrue(polygons[z].isValid());
      Geometry expected = union(plan, z);
      assertEquals(0, polygons[z].symDifference(expected).getArea(), 1e-12);
      assertEquals(expected.getLength(), polygons[z].getLength(), 1e-6);
      assertEquals(expected.getNumGeometries(), polygons[z].getNumGeometries());
    }
  }

  private static Geometry union(Plan plan, int zone) {
    Geometry[] faces =
        Arrays.stream(plan.faces(zone))
            .mapToObj(plan.fabric()::faceGeometry)
            .toArray(Geometry[]::new);
    return OverlayNGRobust.union(new GeometryFactory().createGeometryCollection(faces));
  }

  @Property(tries = 200)
  void zonePolygonsAreACoverageOfTheDomain(@ForAll long seed) {
    Plan plan = scattered(seed);
    Geometry[] polygons =
        Arrays.stream(ZonePolygons.of(plan)).filter(p -> !p.isEmpty()).toArray(Geometry[]::new);
    assertTrue(CoverageValidator.isValid(polygons));
    double area = Arrays.stream(polygons).mapToDouble(Geometry::getArea).sum();
    assertEquals(DOMAIN.getArea(), area, 0.01);
  }

  @Property(tries = 200)
  void theLocatorAgreesWithTheFabric(@ForAll long seed) {
    Plan plan = scattered(seed);
    PointLocator locator = PointLocator.of(plan);
    Envelope box = plan.fabric().envelope();
    Random random = new Random(seed);
    for (int i = 0; i < 300; i++) {
      long x =
          Math.round((box.getMinX() - 0.1 + random.nextDouble() * (box.getWidth() + 0.2)) * 1000);
      long y =
          Math.round((box.getMinY() - 0.1 + random.nextDouble() * (box.getHeight() + 0.2)) * 1000);
      assertEquals(plan.zone(plan.fabric().faceAt(x, y)), locator.zoneAtMillimetres(x, y));
    }
  }

  @Property(tries = 200)
  void sumsAndMembersAreThoseOfTheFaces(@ForAll long seed) {
    Plan plan = scattered(seed);
    for (int z = 0; z < plan.zoneCount(); z++) {
      int[] faces = plan.faces(z);
      assertEquals(Arrays.stream(faces).map(plan.fabric()::households).sum(), plan.households(z));
      assertEquals(Arrays.stream(faces).map(plan.fabric()::people).sum(), plan.people(z));
      assertEquals(
          Arrays.stream(faces).mapToLong(plan.fabric()::doubleAreaSquareMillimetres).sum(),
          plan.doubleAreaSquareMillimetres(z));
    }
  }

  @Property(tries = 200)
  void perimetersAreTwiceTheInnerBordersAndTheOutlineOnce(@ForAll long seed) {
    Plan plan = scattered(seed);
    BoundaryMeasures measures = BoundaryMeasures.of(plan);
    double perimeters =
        IntStream.range(0, plan.zoneCount()).mapToDouble(measures::perimeterMetres).sum();
    double outline =
        IntStream.range(0, plan.zoneCount()).mapToDouble(measures::outlineMetres).sum();
    double inner = Arrays.stream(ArcClass.values()).mapToDouble(measures::lengthMetres).sum();
    assertEquals(perimeters, 2 * inner + outline, 1e-6);
    double rings = Arrays.stream(ZonePolygons.of(plan)).mapToDouble(Geometry::getLength).sum();
    assertEquals(rings, perimeters, 1e-6);
  }

  @Property(tries = 200)
  void assigningBackAndForthIsTheSamePlan(@ForAll long seed) {
    Plan plan = scattered(seed);
    int face = Math.floorMod(seed, plan.fabric().faceCount());
    Plan moved = plan.assign(new int[] {face}, 0);
    assertEquals(0, moved.zone(face));
    assertEquals(plan.hash(), moved.assign(new int[] {face}, plan.zone(face)).hash());
  }

  /** Rectangles on whole metres, where brute force decides exactly. */
  @Property(tries = 100)
  void theLocatorOfPolygonsFindsTheFirstThatCoversAPoint(@ForAll long seed) {
    Random random = new Random(seed);
    List<Envelope> boxes =
        IntStream.range(0, 1 + random.nextInt(12))
            .mapToObj(
                i ->
                    new Envelope(
                        random.nextInt(60),
                        61 + random.nextInt(60),
                        random.nextInt(60),
                        61 + random.nextInt(60)))
            .toList();
    PointLocator locator =
        PointLocator.ofPolygons(boxes.stream().map(new GeometryFactory()::toGeometry).toList());
    for (int i = 0; i < 300; i++) {
      double x = random.nextInt(-5, 125) + 0.5;
      double y = random.nextInt(-5, 125) + 0.25;
      int expected =
          IntStream.range(0, boxes.size())
              .filter(b -> boxes.get(b).contains(x, y))
              .findFirst()
              .orElse(-1);
      assertEquals(expected, locator.zoneAt(x, y));
    }
  }
}
