package org.wangge.fabric;

import java.util.Arrays;
import java.util.function.IntSupplier;

/**
 * Merges pieces between the same two nodes into one segment that knows the inputs running along it.
 */
final class UseIndex {
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private final SnapRounder.Pieces pieces;
  private final int[] slots;
  private final int shift;
  private final int[] segmentOf;
  private final IntList from;
  private final IntList to;

  private UseIndex(SnapRounder.Pieces pieces) {
    this.pieces = pieces;
    int length = Math.max(16, Integer.highestOneBit(Math.max(8, pieces.size())) << 2);
    this.slots = new int[length];
    Arrays.fill(slots, -1);
    this.shift = Long.numberOfLeadingZeros(length) + 1;
    this.segmentOf = new int[pieces.size()];
    this.from = new IntList(pieces.size());
    this.to = new IntList(pieces.size());
  }

  static NodedSegments merge(
      long[] nodeX, long[] nodeY, SnapRounder.Pieces pieces, IntSupplier rounds) {
    UseIndex index = new UseIndex(pieces);
    for (int p = 0; p < pieces.size(); p++) {
      index.segmentOf[p] =
          index.segmentBetween(
              Math.min(pieces.from(p), pieces.to(p)), Math.max(pieces.from(p), pieces.to(p)));
    }
    int[] start = index.useStarts();
    return new NodedSegments(
        nodeX,
        nodeY,
        index.from.toArray(),
        index.to.toArray(),
        start,
        index.uses(start),
        rounds.getAsInt());
  }

  private int segmentBetween(int low, int high) {
    int slot = (int) ((((long) low << 32 | high) * SPREAD) >>> shift);
    while (slots[slot] >= 0 && (from.get(slots[slot]) != low || to.get(slots[slot]) != high)) {
      slot = slot + 1 & slots.length - 1;
    }
    if (slots[slot] < 0) {
      slots[slot] = from.size();
      from.add(low);
      to.add(high);
    }
    return slots[slot];
  }

  private int[] useStarts() {
    int[] start = new int[from.size() + 1];
    for (int segment : segmentOf) {
      start[segment + 1]++;
    }
    for (int s = 0; s < from.size(); s++) {
      start[s + 1] += start[s];
    }
    return start;
  }

  private int[] uses(int[] start) {
    int[] fill = Arrays.copyOf(start, start.length);
    int[] uses = new int[pieces.size()];
    for (int p = 0; p < pieces.size(); p++) {
      boolean reversed = pieces.from(p) > pieces.to(p);
      uses[fill[segmentOf[p]]++] = 2 * pieces.input(p) + (reversed ? 1 : 0);
    }
    return uses;
  }
}
