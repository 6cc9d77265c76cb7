package org.wangge.zoning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.wangge.fabric.Fabric;

/** What holds for the border of every zone, however scattered. */
class BoundaryTextLawsTest {

  @Property(tries = 200)
  void everyArcOfTheBorderIsToldOnce(@ForAll long seed) {
    Plan plan = ZoningLawsTest.scattered(seed);
    for (int z = 0; z < plan.zoneCount(); z++) {
      List<Integer> told = BoundaryTextTest.arcs(BoundaryText.of(plan, z));
      Set<Integer> once = new HashSet<>(told);
      assertEquals(told.size(), once.size());
      assertEquals(border(plan, z), once);
    }
  }

  private static Set<Integer> border(Plan plan, int zone) {
    Set<Integer> border = new HashSet<>();
    IntStream.range(0, plan.fabric().arcCount())
        .filter(arc -> (plan.left(arc) == zone) != (plan.right(arc) == zone))
        .forEach(border::add);
    return border;
  }

  @Property(tries = 200)
  void theLengthsSumUpToThePerimeter(@ForAll long seed) {
    Plan plan = ZoningLawsTest.scattered(seed);
    BoundaryMeasures measures = BoundaryMeasures.of(plan);
    for (int z = 0; z < plan.zoneCount(); z++) {
      double told =
          BoundaryText.of(plan, z).rings().stream().mapToDouble(BoundaryRing::lengthMetres).sum();
      assertEquals(measures.perimeterMetres(z), told, 1e-6);
    }
  }

  @Property(tries = 200)
  void everyWalkClosesAndRunsClockwise(@ForAll long seed) {
    Plan plan = ZoningLawsTest.scattered(seed);
    Fabric fabric = plan.fabric();
    for (int z = 0; z < plan.zoneCount(); z++) {
      for (BoundaryRing ring : BoundaryText.of(plan, z).rings()) {
        int[] walk =
            ring.stretches().stream().flatMapToInt(s -> IntStream.of(s.halfEdges())).toArray();
        long area = 0;
        for (int i = 0; i < walk.length; i++) {
          assertEquals(fabric.to(walk[i]), fabric.from(walk[(i + 1) % walk.length]));
          assertEquals(
              z,
              ring.hole() ? plan.zone(fabric.face(walk[i])) : plan.zone(fabric.face(walk[i] ^ 1)));
          area += fabric.doubleAreaUnder(walk[i]);
        }
        assertTrue(area < 0);
      }
    }
  }

  @Property(tries = 200)
  void everyZoneHasATextWithFourSides(@ForAll long seed) {
    Plan plan = ZoningLawsTest.scattered(seed);
    for (int z = 0; z < plan.zoneCount(); z++) {
      BoundaryText text = BoundaryText.of(plan, z);
      long pieces = text.rings().stream().filter(ring -> !ring.hole()).count();
      for (String side : List.of("东至", "南至", "西至", "北至")) {
        assertTrue(text.brief().split(side, -1).length > pieces, text.brief());
      }
      assertEquals(text.rings().size(), text.legal().split("回到起点", -1).length - 1);
      assertFalse(text.legal().contains("NaN"));
    }
  }
}
