package org.wangge.fabric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SnapRounderTest {

  private static NodedSegments node(long[]... segments) {
    long[][] columns = new long[4][segments.length];
    for (int s = 0; s < segments.length; s++) {
      for (int c = 0; c < 4; c++) {
        columns[c][s] = segments[s][c];
      }
    }
    return SnapRounder.node(columns[0], columns[1], columns[2], columns[3]);
  }

  private static Set<String> undirected(NodedSegments noded) {
    Set<String> found = new TreeSet<>();
    for (int s = 0; s < noded.count(); s++) {
      String a = noded.nodeX()[noded.from()[s]] + " " + noded.nodeY()[noded.from()[s]];
      String b = noded.nodeX()[noded.to()[s]] + " " + noded.nodeY()[noded.to()[s]];
      found.add(a.compareTo(b) < 0 ? a + ", " + b : b + ", " + a);
    }
    return found;
  }

  // ╲╱
  // ╱╲
  @Test
  void aCrossingBecomesANode() {
    NodedSegments noded = node(new long[] {0, 0, 10, 10}, new long[] {0, 10, 10, 0});
    assertEquals(Set.of("0 0, 5 5", "10 10, 5 5", "0 10, 5 5", "10 0, 5 5"), undirected(noded));
  }

  @Test
  void aCrossingBetweenGridPointsIsRoundedHalfUp() {
    NodedSegments noded = node(new long[] {0, 0, 3, 3}, new long[] {0, 3, 3, 0});
    assertEquals(Set.of("0 0, 2 2", "2 2, 3 3", "0 3, 2 2", "2 2, 3 0"), undirected(noded));
  }

  // Overlapping pieces of one line, in both directions.
  @Test
  void overlapsBecomeOneSegmentThatKnowsBothSources() {
    NodedSegments noded = node(new long[] {0, 0, 10, 0}, new long[] {15, 0, 5, 0});
    assertEquals(Set.of("0 0, 5 0", "10 0, 5 0", "10 0, 15 0"), undirected(noded));
    int shared = -1;
    for (int s = 0; s < 3; s++) {
      shared = noded.useStart()[s + 1] - noded.useStart()[s] == 2 ? s : shared;
    }
    int first = noded.uses()[noded.useStart()[shared]];
    int second = noded.uses()[noded.useStart()[shared] + 1];
    assertEquals(1, (first & 1) + (second & 1));
    assertEquals(1, (first >> 1) + (second >> 1));
  }

  @Test
  void anEndHalfAMillimetreFromALineIsOnIt() {
    NodedSegments noded = node(new long[] {0, 0, 1000, 1}, new long[] {400, 0, 400, 90});
    assertEquals(Set.of("0 0, 400 0", "1000 1, 400 0", "400 0, 400 90"), undirected(noded));
  }

  @Test
  void nothingInNothingOut() {
    assertEquals(0, node().count());
    assertEquals(0, node(new long[] {5, 5, 5, 5}).count());
  }

  @Test
  void anExtentThatCouldOverflowIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> node(new long[] {0, 0, 1L << 30, 1}));
  }

  @Test
  void theRoundingOfHalvesIsExact() {
    for (long denominator = 2; denominator < 40; denominator += 2) {
      for (long step = -9; step < 10; step++) {
        long expected = Math.floorDiv(step * (denominator / 2) * 2 + denominator, 2 * denominator);
        assertEquals(expected, HotPixel.round(0, step, denominator / 2, denominator));
        assertEquals(expected, HotPixel.round(0, step, -denominator / 2, -denominator));
      }
    }
  }

  private static List<long[]> tangle(long seed, int count, int reach) {
    Random random = new Random(seed);
    List<long[]> segments = new ArrayList<>();
    for (int s = 0; s < count; s++) {
      segments.add(
          new long[] {
            random.nextInt(reach) - 1_000_000_000L,
            random.nextInt(reach) + 3_000_000_000L,
            random.nextInt(reach) - 1_000_000_000L,
            random.nextInt(reach) + 3_000_000_000L
          });
    }
    return segments;
  }

  private static NodedSegments node(List<long[]> segments) {
    return node(segments.toArray(long[][]::new));
  }

  /**
   * The law: no two segments meet except at common ends; nodes stay half a millimetre from foreign
   * segments.
   */
  private static void assertNoded(NodedSegments noded) {
    long[] x = noded.nodeX();
    long[] y = noded.nodeY();
    Set<Long> pairs = new HashSet<>();
    for (int s = 0; s < noded.count(); s++) {
      int a = noded.from()[s];
      int b = noded.to()[s];
      assertEquals(true, pairs.add((long) a << 32 | b), "a segment comes twice");
      for (int t = 0; t < s; t++) {
        int c = noded.from()[t];
        int d = noded.to()[t];
        assertEquals(false, Exact.crossProperly(x[a], y[a], x[b], y[b], x[c], y[c], x[d], y[d]));
      }
      for (int n = 0; n < noded.nodeCount(); n++) {
        assertEquals(
            false, n != a && n != b && HotPixel.passes(x[a], y[a], x[b], y[b], x[n], y[n]));
      }
    }
  }

  @Property(tries = 300)
  void aTangleOnACoarseGridComesOutNoded(@ForAll long seed) {
    Random random = new Random(seed);
    assertNoded(node(tangle(seed, 1 + random.nextInt(25), 2 + random.nextInt(60))));
  }

  @Property(tries = 60)
  void aTangleOnAFineGridComesOutNoded(@ForAll long seed) {
    assertNoded(node(tangle(seed, 40, 100_000_000)));
  }

  @Property(tries = 200)
  void orderAndDirectionDoNotMatter(@ForAll long seed) {
    List<long[]> segments = tangle(seed, 15, 40);
    Set<String> expected = undirected(node(segments));
    List<long[]> other = new ArrayList<>(segments);
    Collections.shuffle(other, new Random(seed));
    other.replaceAll(s -> (s[0] & 1) == 0 ? s : new long[] {s[2], s[3], s[0], s[1]});
    assertEquals(expected, undirected(node(other)));
  }

  @Property(tries = 100)
  void everyInputIsAChainOfItsUses(@ForAll long seed) {
    List<long[]> segments = tangle(seed, 12, 30);
    NodedSegments noded = node(segments);
    long[] dx = new long[segments.size()];
    long[] dy = new long[segments.size()];
    for (int s = 0; s < noded.count(); s++) {
      for (int u = noded.useStart()[s]; u < noded.useStart()[s + 1]; u++) {
        int sign = (noded.uses()[u] & 1) == 0 ? 1 : -1;
        dx[noded.uses()[u] >> 1] +=
            sign * (noded.nodeX()[noded.to()[s]] - noded.nodeX()[noded.from()[s]]);
        dy[noded.uses()[u] >> 1] +=
            sign * (noded.nodeY()[noded.to()[s]] - noded.nodeY()[noded.from()[s]]);
      }
    }
    for (int i = 0; i < segments.size(); i++) {
      assertEquals(segments.get(i)[2] - segments.get(i)[0], dx[i]);
      assertEquals(segments.get(i)[3] - segments.get(i)[1], dy[i]);
    }
  }
}
