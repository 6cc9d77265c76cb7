package org.wangge.zoning;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.wangge.fabric.Fabric;
import org.wangge.zoning.Lineage.Flow;

class LineageLaws {
  private static final Fabric COARSE = counted(ChessFabrics.of(6));
  private static final Fabric FINE = counted(ChessFabrics.cut(6, 0, 7, 14, 21, 35));

  /** Some blocks are empty. */
  private static Fabric counted(Fabric fabric) {
    int[] households =
        IntStream.range(0, fabric.faceCount())
            .map(
                f -> {
                  int cell = ChessFabrics.cell(fabric, f, 6);
                  return fabric.areaSquareMetres(f) < 4000 ? 0 : cell % 5;
                })
            .toArray();
    return fabric.withCounts(households, households);
  }

  private static int[] random(long seed, int faces, int zones) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] zone = IntStream.range(0, faces).map(f -> random.nextInt(zones)).toArray();
    IntStream.range(0, zones).forEach(z -> zone[z] = z);
    return zone;
  }

  @Property(tries = 200)
  void sharesSumToOneAndNothingIsLost(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int zones, @ForAll boolean refined) {
    int[] before = random(seed, COARSE.faceCount(), zones);
    Fabric now = refined ? FINE : COARSE;
    int[] after = random(seed + 1, now.faceCount(), zones);
    Lineage lineage = Lineage.of(before, after, FaceMap.of(COARSE, now));
    for (int zone = 0; zone < zones; zone++) {
      assertEquals(1, lineage.from(zone).stream().mapToDouble(Flow::share).sum(), 1e-12);
      assertEquals(
          households(COARSE, before, zone),
          lineage.from(zone).stream().mapToInt(Flow::households).sum());
      assertEquals(
          households(now, after, zone), lineage.to(zone).stream().mapToInt(Flow::households).sum());
    }
    assertEquals(
        36L * 2 * 10_000 * 1_000_000, lineage.flows().stream().mapToLong(Flow::doubleArea).sum());
    assertEquals(now.faceCount(), lineage.flows().stream().mapToInt(Flow::blocks).sum());
  }

  private static int households(Fabric fabric, int[] zone, int of) {
    return IntStream.range(0, zone.length).filter(f -> zone[f] == of).map(fabric::households).sum();
  }

  @Property(tries = 100)
  void whenNothingChangesEveryZoneFlowsIntoItself(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int zones, @ForAll boolean refined) {
    int[] before = random(seed, COARSE.faceCount(), zones);
    FaceMap faces = FaceMap.of(COARSE, refined ? FINE : COARSE);
    Lineage lineage = Lineage.of(before, faces.carry(before), faces);
    assertEquals(zones, lineage.flows().size());
    assertEquals(zones, lineage.unchanged().length);
    lineage.flows().forEach(flow -> assertEquals(flow.from(), flow.to()));
    lineage.flows().forEach(flow -> assertEquals(1.0, flow.share()));
    assertArrayEquals(IntStream.range(0, zones).toArray(), IdentityRule.propose(lineage, 0.6));
    assertEquals(
        0, IdentityRule.warnings(lineage, IntStream.range(0, zones).toArray(), 0.6).size());
  }

  @Property(tries = 200)
  void anIdentityIsKeptByWhoHasEnoughAndOnlyOnce(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 12) int zones,
      @ForAll @DoubleRange(min = 0.1, max = 1) double share) {
    int[] before = random(seed, COARSE.faceCount(), zones);
    int[] after = before.clone();
    SplittableRandom random = new SplittableRandom(seed);
    IntStream.range(0, 8).forEach(i -> after[random.nextInt(after.length)] = random.nextInt(zones));
    Lineage lineage = Lineage.of(before, after, FaceMap.of(COARSE, COARSE));
    int[] kept = IdentityRule.propose(lineage, share);
    int[] used = Arrays.stream(kept).filter(z -> z >= 0).toArray();
    assertEquals(used.length, Arrays.stream(used).distinct().count());
    for (int zone = 0; zone < kept.length; zone++) {
      int from = kept[zone];
      int to = zone;
      double has =
          lineage.flows().stream()
              .filter(flow -> flow.from() == from && flow.to() == to)
              .mapToDouble(Flow::share)
              .sum();
      assertEquals(true, from < 0 || has >= share);
    }
    assertEquals(0, IdentityRule.warnings(lineage, kept, share).size());
  }

  @Property(tries = 100)
  void aThingIsFollowedIntoAPartOfItsBlock(@ForAll long seed) {
    FaceMap faces = FaceMap.of(COARSE, FINE);
    SplittableRandom random = new SplittableRandom(seed);
    long x = random.nextLong(0, 600_001);
    long y = random.nextInt(7) * 100_000L;
    int old = COARSE.faceAt(x, y);
    int now = faces.follow(old, x, y);
    assertEquals(old, faces.parent(now));
    assertEquals(FINE.faceCount(), 36 + 5);
    assertEquals(0, FINE.faceGeometry(now).distance(ChessFabrics.point(x, y)), 1e-9, x + " " + y);
  }
}
