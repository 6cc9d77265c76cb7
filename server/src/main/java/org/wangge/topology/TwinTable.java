package org.wangge.topology;

import java.util.Arrays;

/**
 * Directed segments still waiting for their opposite twin: an open-addressing table from which a
 * twin takes its partner out, so that it only ever holds the frontier of the sweep. A slot keeps
 * the hash in its upper half and the array position plus one in its lower.
 */
final class TwinTable {
  private static final long MIX = 0x9E3779B97F4A7C15L;

  private final long[] points;
  private long[] slots;
  private int shift;
  private int size;

  TwinTable(long[] points, int expected) {
    this.points = points;
    int bits = Math.max(8, 33 - Integer.numberOfLeadingZeros(Math.max(1, expected)));
    slots = new long[1 << bits];
    shift = 32 - bits;
  }

  int size() {
    return size;
  }

  /** Takes the opposite twin of the segment at the position out, or puts the segment in. */
  void cancel(int position) {
    long a = points[position];
    long b = points[position + 1];
    int hash = (int) (((a + b) * MIX) >>> 32);
    int mask = slots.length - 1;
    int slot = hash >>> shift;
    for (long entry = slots[slot]; entry != 0; entry = slots[slot]) {
      if ((int) (entry >>> 32) == hash) {
        int other = (int) entry - 1;
        if (points[other] == b && points[other + 1] == a) {
          remove(slot);
          return;
        }
      }
      slot = (slot + 1) & mask;
    }
    slots[slot] = (long) hash << 32 | (position + 1);
    if (++size > slots.length >> 1) {
      grow();
    }
  }

  /** Cancels all segments of a closed ring. */
  void cancelRing(int from, int to) {
    for (int position = from; position < to - 1; position++) {
      cancel(position);
    }
  }

  private void remove(int slot) {
    int mask = slots.length - 1;
    int hole = slot;
    for (int at = (hole + 1) & mask; slots[at] != 0; at = (at + 1) & mask) {
      int home = (int) (slots[at] >>> 32) >>> shift;
      if (((at - home) & mask) >= ((at - hole) & mask)) {
        slots[hole] = slots[at];
        hole = at;
      }
    }
    slots[hole] = 0;
    size--;
  }

  private void grow() {
    long[] old = slots;
    slots = new long[old.length * 2];
    shift--;
    int mask = slots.length - 1;
    for (long entry : old) {
      if (entry != 0) {
        int slot = (int) (entry >>> 32) >>> shift;
        while (slots[slot] != 0) {
          slot = (slot + 1) & mask;
        }
        slots[slot] = entry;
      }
    }
  }

  /** Positions of the segments that found no twin, rising. */
  int[] waiting() {
    int[] positions = new int[size];
    int count = 0;
    for (long entry : slots) {
      if (entry != 0) {
        positions[count++] = (int) entry - 1;
      }
    }
    Arrays.sort(positions);
    return positions;
  }
}
