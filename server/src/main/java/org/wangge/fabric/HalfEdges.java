package org.wangge.fabric;

import java.util.Arrays;

/**
 * How half-edges follow each other: at the end of a half-edge, turn into the first one clockwise
 * from where you came. Walking on by {@code next} goes round a face with the face on the left; each
 * such walk is a cycle.
 */
final class HalfEdges {
  final int[] next;

  /**
   * The cycle that each half-edge belongs to, numbered in the order of their smallest half-edge.
   */
  final int[] cycle;

  /** The smallest half-edge of each cycle. */
  final int[] cycleStart;

  private HalfEdges(int[] next, int[] cycle, int[] cycleStart) {
    this.next = next;
    this.cycle = cycle;
    this.cycleStart = cycleStart;
  }

  static HalfEdges of(FabricData data) {
    int[] next = link(data);
    int[] cycle = new int[next.length];
    Arrays.fill(cycle, -1);
    int[] starts = new int[next.length];
    int count = 0;
    for (int h = 0; h < next.length; h++) {
      if (cycle[h] < 0) {
        starts[count] = h;
        mark(next, cycle, h, count++);
      }
    }
    return new HalfEdges(next, cycle, Arrays.copyOf(starts, count));
  }

  private static void mark(int[] next, int[] cycle, int start, int id) {
    int h = start;
    do {
      cycle[h] = id;
      h = next[h];
    } while (h != start);
  }

  private static int[] link(FabricData data) {
    int[] start = new int[data.nodeCount() + 1];
    int[] around = leaving(data, start);
    int[] next = new int[2 * data.arcCount()];
    for (int n = 0; n < data.nodeCount(); n++) {
      sortByAngle(data, around, start[n], start[n + 1]);
      for (int i = start[n]; i < start[n + 1]; i++) {
        int clockwise = i == start[n] ? start[n + 1] - 1 : i - 1;
        next[around[i] ^ 1] = around[clockwise];
      }
    }
    return next;
  }

  /** Half-edges grouped by the node they leave; fills start. */
  private static int[] leaving(FabricData data, int[] start) {
    for (int a = 0; a < data.arcCount(); a++) {
      start[data.arcFrom()[a] + 1]++;
      start[data.arcTo()[a] + 1]++;
    }
    for (int n = 0; n < data.nodeCount(); n++) {
      start[n + 1] += start[n];
    }
    int[] fill = Arrays.copyOf(start, start.length);
    int[] around = new int[2 * data.arcCount()];
    for (int a = 0; a < data.arcCount(); a++) {
      around[fill[data.arcFrom()[a]]++] = 2 * a;
      around[fill[data.arcTo()[a]]++] = 2 * a + 1;
    }
    return around;
  }

  private static void sortByAngle(FabricData data, int[] around, int from, int to) {
    if (to - from > 64) {
      sortMany(data, around, from, to);
      return;
    }
    for (int i = from + 1; i < to; i++) {
      int h = around[i];
      int j = i;
      while (j > from && compareAngle(data, around[j - 1], h) > 0) {
        around[j] = around[j - 1];
        j--;
      }
      around[j] = h;
    }
  }

  private static void sortMany(FabricData data, int[] around, int from, int to) {
    int[] sorted =
        Arrays.stream(around, from, to)
            .boxed()
            .sorted((g, h) -> compareAngle(data, g, h))
            .mapToInt(Integer::intValue)
            .toArray();
    System.arraycopy(sorted, 0, around, from, sorted.length);
  }

  static int compareAngle(FabricData data, int g, int h) {
    return Exact.compareAngle(
        step(data, data.pointX(), g), step(data, data.pointY(), g),
        step(data, data.pointX(), h), step(data, data.pointY(), h));
  }

  /** First step of a half-edge along one axis. */
  private static long step(FabricData data, long[] along, int h) {
    int arc = h >> 1;
    if ((h & 1) == 0) {
      int first = data.pointStart()[arc];
      return along[first + 1] - along[first];
    }
    int last = data.pointStart()[arc + 1] - 1;
    return along[last - 1] - along[last];
  }
}
