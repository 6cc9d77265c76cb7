package org.wangge.founding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LineSnapperTest {

  @Test
  void aBorderDrawnBesideAStreetRunsThroughItsPoints() {
    long[][] street = {{0, 50_000, 100_000}, {0, 4, 0}};
    long[][] border = {{3, 100_002}, {-2, 3}};
    List<long[][]> snapped = new LineSnapper(10).snap(List.of(street, border));
    assertArrayEquals(street[0], snapped.get(1)[0]);
    assertArrayEquals(street[1], snapped.get(1)[1]);
  }

  @Test
  void aLineThatEndsOnAnotherGivesItAPoint() {
    long[][] border = {{0, 100_000}, {0, 0}};
    long[][] street = {{40_000, 40_000}, {6, 90_000}};
    List<long[][]> snapped = new LineSnapper(10).snap(List.of(border, street));
    assertArrayEquals(new long[] {0, 40_000, 100_000}, snapped.get(0)[0]);
    assertArrayEquals(new long[] {0, 6, 0}, snapped.get(0)[1]);
  }

  @Test
  void whatIsFartherThanTheToleranceStaysApart() {
    long[][] one = {{0, 100_000}, {0, 0}};
    long[][] other = {{0, 100_000}, {11, 11}};
    List<long[][]> snapped = new LineSnapper(10).snap(List.of(one, other));
    assertArrayEquals(other[1], snapped.get(1)[1]);
    assertEquals(2, snapped.get(0)[0].length);
  }

  @Property
  void noVertexMovesFartherThanTheTolerance(
      @ForAll @Size(min = 2, max = 40) List<@IntRange(min = 0, max = 60) Integer> xs) {
    List<long[][]> lines = new ArrayList<>();
    for (int i = 1; i < xs.size(); i++) {
      lines.add(new long[][] {{xs.get(i - 1), xs.get(i)}, {i * 7 % 50, i * 13 % 50}});
    }
    List<long[][]> snapped = new LineSnapper(10).snap(lines);
    for (int i = 0; i < lines.size(); i++) {
      assertTrue(distance(lines.get(i), 0, snapped.get(i), 0) <= 10);
      assertTrue(distance(lines.get(i), 1, snapped.get(i), snapped.get(i)[0].length - 1) <= 10);
    }
  }

  private static double distance(long[][] one, int i, long[][] other, int j) {
    return Math.hypot(one[0][i] - other[0][j], one[1][i] - other[1][j]);
  }
}
