package org.wangge.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.wangge.fabric.Progress;

class LiveCheckTest {
  private final SyntheticCoverage coverage = SyntheticCoverage.of(100, 1);

  @Test
  void movingASharedVertexALittleKeepsTheLayerClean() {
    LiveCheck live = live();
    Coordinate from = coverage.ring(44)[0];
    Coordinate to = new Coordinate(from.x + 1, from.y + 2);
    assertTrue(live.moveShared(44, from, to).isClean());
    assertTrue(live.moveShared(44, to, from).isClean());
  }

  @Test
  void movingItFarMakesRingsCross() {
    LiveCheck live = live();
    Coordinate from = coverage.ring(44)[5];
    Coordinate far = new Coordinate(from.x, from.y + 700);
    LiveCheck.State state = live.moveShared(44, from, far);
    assertEquals(0, state.unmatchedSegments());
    assertTrue(state.crossedRings() > 0);
    assertTrue(live.crossedPolygons().contains(44));
    assertTrue(live.moveShared(44, far, from).isClean());
  }

  @Test
  void movingItForOnePolygonOnlyLeavesFourSegmentsUnmatched() {
    LiveCheck live = live();
    Coordinate from = coverage.ring(44)[5];
    Coordinate to = new Coordinate(from.x + 0.5, from.y);
    assertEquals(4, live.move(44, from, to).unmatchedSegments());
    assertTrue(live.move(44, to, from).isClean());
  }

  @Test
  void aVertexThatIsNotThereIsRefused() {
    Coordinate nowhere = new Coordinate(-1, -1);
    assertThrows(IllegalArgumentException.class, () -> live().move(44, nowhere, nowhere));
  }

  @Test
  void agreesWithTheWholeCheckAfterEveryMove() {
    LiveCheck live = live();
    Random random = new Random(5);
    List<Coordinate[]> rings = new ArrayList<>();
    for (int cell = 0; cell < coverage.cells(); cell++) {
      rings.add(coverage.ring(cell));
    }
    for (int i = 0; i < 60; i++) {
      Coordinate from = rings.get(40 + random.nextInt(20))[1 + random.nextInt(50)];
      Coordinate to =
          SyntheticCoverage.millimetres(
              from.x + 60 * random.nextDouble() - 30, from.y + 60 * random.nextDouble() - 30);
      LiveCheck.State state = live.moveShared(owner(rings, from), from, to);
      Coordinate old = from.copy();
      rings.forEach(ring -> move(ring, old, to));
      assertEquals(isClean(rings), state.isClean(), "after move " + i);
    }
  }

  private static int owner(List<Coordinate[]> rings, Coordinate vertex) {
    for (int cell = 0; cell < rings.size(); cell++) {
      for (Coordinate c : rings.get(cell)) {
        if (c.equals2D(vertex)) {
          return cell;
        }
      }
    }
    throw new AssertionError(vertex);
  }

  private static void move(Coordinate[] ring, Coordinate from, Coordinate to) {
    for (Coordinate c : ring) {
      if (c.equals2D(from)) {
        c.setCoordinate(to);
      }
    }
  }

  private boolean isClean(List<Coordinate[]> rings) {
    List<LayerPolygon> polygons = new ArrayList<>();
    for (Coordinate[] ring : rings) {
      polygons.add(
          SyntheticCoverage.polygon(
              polygons.size(), SyntheticCoverage.FACTORY.createPolygon(ring)));
    }
    return CoverageCheck.check(
            polygons, coverage.domain(), List.of(), CheckOptions.defaults(), Progress.none())
        .provedClean();
  }

  @Test
  void withoutADomainTheOuterEdgeAtTheStartIsIt() {
    LiveCheck live = LiveCheck.of(coverage.polygons(), null, CheckOptions.defaults());
    assertTrue(live.state().isClean());
    Coordinate outer = coverage.ring(0)[0];
    assertFalse(live.moveShared(0, outer, new Coordinate(outer.x, outer.y - 1)).isClean());
  }

  private LiveCheck live() {
    return LiveCheck.of(coverage.polygons(), coverage.domain(), CheckOptions.defaults());
  }
}
