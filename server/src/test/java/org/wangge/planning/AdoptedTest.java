package org.wangge.planning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateFilter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.wangge.db.Database;
import org.wangge.db.TestDatabases;
import org.wangge.demo.BuiltDistrict;
import org.wangge.demo.DirtyTwin;
import org.wangge.exchange.Projections;
import org.wangge.planning.Adopted.Open;
import org.wangge.territory.InForce;
import org.wangge.territory.Territory;
import org.wangge.territory.TestDistricts;
import org.wangge.topology.FindingKind;
import org.wangge.zoning.PlanInvariants;

/** The dirty twin of the demo district, brought from 68 findings to none. */
class AdoptedTest {

  /** As a file with eight decimals brings it back: a millimetre beside. */
  private static Geometry asSent(Geometry metres) {
    Geometry copy = metres.copy();
    copy.apply(
        (CoordinateFilter)
            c -> {
              c.x = Math.rint(c.x * 1000 + 0.4 * Math.sin(c.y)) / 1000;
              c.y = Math.rint(c.y * 1000 + 0.4 * Math.cos(c.x)) / 1000;
            });
    return copy;
  }

  private static Map<String, Geometry> polygons(InForce base) {
    DirtyTwin twin = DirtyTwin.of(BuiltDistrict.DISTRICT, 1);
    SnappedPolygons snapping = new SnappedPolygons(base.fabric());
    Map<String, Geometry> polygons = new TreeMap<>();
    for (int i = 0; i < twin.grids().size(); i++) {
      polygons.put(twin.grids().get(i).code(), snapping.snap(asSent(twin.shapes().get(i))));
    }
    return polygons;
  }

  @Test
  void everyRepairLowersTheCountAndIsTakenBack() {
    try (Database database = TestDatabases.h2()) {
      Territory territory = new Territory(database, Projections::of, Clock.systemUTC());
      InForce base = territory.publishFirst(BuiltDistrict.DISTRICT);
      Adopted layer = new Adopted(base, polygons(base));
      Drawing start = Drawing.of(base);
      Drawing drawing = start.apply(layer.adopt(start).effect());
      assertPlanted(layer.findings(drawing));
      Deque<Effect> done = new ArrayDeque<>();
      List<Integer> counts = new ArrayList<>();
      for (List<Open> open = layer.findings(drawing);
          !open.isEmpty();
          open = layer.findings(drawing)) {
        counts.add(open.size());
        Effect effect = layer.repair(drawing, List.of(open.get(0).id())).effect();
        done.push(effect);
        drawing = drawing.apply(effect);
        assertTrue(layer.findings(drawing).size() < open.size());
      }
      assertEquals(68, counts.get(0));
      Drawing clean = drawing;
      assertEquals(
          List.of(), PlanInvariants.check(base.with(clean.proposal()).plan(), zone -> false));
      while (!done.isEmpty()) {
        drawing = drawing.revert(done.pop());
      }
      assertEquals(68, layer.findings(drawing).size());
    }
  }

  @Test
  void allAtOnceComeToTheSameEnd() {
    try (Database database = TestDatabases.h2()) {
      Territory territory = new Territory(database, Projections::of, Clock.systemUTC());
      InForce base = territory.publishFirst(BuiltDistrict.DISTRICT);
      Adopted layer = new Adopted(base, polygons(base));
      Drawing start = Drawing.of(base);
      Drawing adopted = start.apply(layer.adopt(start).effect());
      List<String> ids = layer.findings(adopted).stream().map(Open::id).toList();
      Drawing drawing = adopted.apply(layer.repair(adopted, ids).effect());
      assertEquals(List.of(), layer.findings(drawing));
    }
  }

  private static void assertPlanted(List<Open> open) {
    Map<FindingKind, Integer> counts = new EnumMap<>(FindingKind.class);
    open.forEach(each -> counts.merge(each.finding().kind(), 1, Integer::sum));
    assertEquals(
        Map.of(
            FindingKind.GAP, 24,
            FindingKind.INLET, 6,
            FindingKind.OVERLAP, 22,
            FindingKind.CROSSING, 10,
            FindingKind.MULTIPART, 6),
        counts);
  }

  @Test
  void aVertexBesideTheFabricIsPutOnIt() {
    Coordinate near = new Coordinate(100.001, 99.999);
    Geometry point = new GeometryFactory().createPoint(near);
    SnappedPolygons snapping = new SnappedPolygons(TestDistricts.chessboard(8).fabric());
    assertEquals(new Coordinate(100, 100), snapping.snap(point).getCoordinate());
  }
}
