package org.wangge.topology;

/**
 * All segments of a layer in an open-addressing table, both twins of each, with the number of those
 * that have no twin. Eight bytes a segment at most.
 */
final class SegmentTable {
  private static final long MIX = 0x9E3779B97F4A7C15L;

  private final long[] points;
  private final int[] slots;
  private final int shift;
  private long unmatched;

  SegmentTable(long[] points, long segments) {
    this.points = points;
    int bits = Math.max(8, 65 - Long.numberOfLeadingZeros(segments));
    this.slots = new int[1 << Math.min(30, bits)];
    this.shift = 64 - Math.min(30, bits);
  }

  long unmatched() {
    return unmatched;
  }

  private int home(long a, long b) {
    return (int) (((a + b) * MIX) >>> shift);
  }

  void add(int position) {
    long a = points[position];
    long b = points[position + 1];
    int slot = home(a, b);
    int surplus = 0;
    for (; slots[slot] != 0; slot = (slot + 1) & (slots.length - 1)) {
      surplus += direction(slots[slot] - 1, a, b);
    }
    slots[slot] = position + 1;
    unmatched += surplus >= 0 ? 1 : -1;
  }

  void remove(int position) {
    long a = points[position];
    long b = points[position + 1];
    int found = -1;
    int surplus = 0;
    for (int slot = home(a, b); slots[slot] != 0; slot = (slot + 1) & (slots.length - 1)) {
      surplus += direction(slots[slot] - 1, a, b);
      found = slots[slot] == position + 1 ? slot : found;
    }
    close(found);
    unmatched += surplus > 0 ? -1 : 1;
  }

  /** 1 when the segment runs a → b, −1 when it runs b → a, else 0. */
  private int direction(int position, long a, long b) {
    long c = points[position];
    long d = points[position + 1];
    return c == a && d == b ? 1 : c == b && d == a ? -1 : 0;
  }

  private void close(int slot) {
    int mask = slots.length - 1;
    int hole = slot;
    for (int at = (hole + 1) & mask; slots[at] != 0; at = (at + 1) & mask) {
      int position = slots[at] - 1;
      int home = home(points[position], points[position + 1]);
      if (((at - home) & mask) >= ((at - hole) & mask)) {
        slots[hole] = slots[at];
        hole = at;
      }
    }
    slots[hole] = 0;
  }

  /** A segment that runs b → a, or −1. */
  int twin(long a, long b) {
    for (int slot = home(a, b); slots[slot] != 0; slot = (slot + 1) & (slots.length - 1)) {
      int position = slots[slot] - 1;
      if (points[position] == b && points[position + 1] == a) {
        return position;
      }
    }
    return -1;
  }
}
