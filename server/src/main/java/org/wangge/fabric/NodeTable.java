package org.wangge.fabric;

import java.util.Arrays;

/**
 * Distinct places, numbered in the order in which they come. Open addressing on the packed
 * coordinate.
 */
final class NodeTable {
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private final long minX;
  private final long minY;
  private final LongList xs;
  private final LongList ys;
  private int[] slots;
  private int shift;

  NodeTable(long minX, long minY, int expected) {
    this.minX = minX;
    this.minY = minY;
    this.xs = new LongList(expected);
    this.ys = new LongList(expected);
    resize(Math.max(16, Integer.highestOneBit(Math.max(8, expected)) << 1));
  }

  /** An empty table for places within the box around those points. */
  static NodeTable around(long[] x, long[] y) {
    long minX = Long.MAX_VALUE;
    long minY = Long.MAX_VALUE;
    for (int i = 0; i < x.length; i++) {
      minX = Math.min(minX, x[i]);
      minY = Math.min(minY, y[i]);
    }
    return new NodeTable(minX, minY, x.length);
  }

  /** The number of the place; a new one when it has none yet. */
  int idOf(long x, long y) {
    int slot = find(x, y);
    if (slots[slot] >= 0) {
      return slots[slot];
    }
    slots[slot] = xs.size();
    xs.add(x);
    ys.add(y);
    if (3L * xs.size() > 2L * slots.length) {
      resize(2 * slots.length);
    }
    return xs.size() - 1;
  }

  private int find(long x, long y) {
    int slot = (int) ((((x - minX) << 32 | (y - minY)) * SPREAD) >>> shift);
    while (slots[slot] >= 0 && (xs.get(slots[slot]) != x || ys.get(slots[slot]) != y)) {
      slot = slot + 1 & slots.length - 1;
    }
    return slot;
  }

  private void resize(int length) {
    slots = new int[length];
    Arrays.fill(slots, -1);
    shift = Long.numberOfLeadingZeros(length) + 1;
    for (int id = 0; id < xs.size(); id++) {
      slots[find(xs.get(id), ys.get(id))] = id;
    }
  }

  int size() {
    return xs.size();
  }

  long[] xs() {
    return xs.toArray();
  }

  long[] ys() {
    return ys.toArray();
  }
}
