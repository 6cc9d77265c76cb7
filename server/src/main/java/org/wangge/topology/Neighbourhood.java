package org.wangge.topology;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Adds to the segments left over the pairs of twins that end at them, so that most faces of the
 * arrangement come out cut along the borders that run into them.
 */
final class Neighbourhood {
  private Neighbourhood() {}

  /** The leftover positions, then those of the twins. */
  static int[] of(Rings rings, int[] leftover) {
    int[] next = beside(rings, leftover);
    TwinTable unpaired = new TwinTable(rings.points, next.length);
    for (int position : next) {
      unpaired.cancel(position);
    }
    BitSet single = new BitSet();
    for (int position : unpaired.waiting()) {
      single.set(position);
    }
    int[] twins = Arrays.stream(next).filter(position -> !single.get(position)).toArray();
    int[] all = Arrays.copyOf(leftover, leftover.length + twins.length);
    System.arraycopy(twins, 0, all, leftover.length, twins.length);
    return all;
  }

  private static int[] beside(Rings rings, int[] leftover) {
    BitSet left = new BitSet();
    for (int position : leftover) {
      left.set(position);
    }
    BitSet beside = new BitSet();
    for (int position : leftover) {
      mark(rings.previous(position), left, beside);
      mark(rings.next(position), left, beside);
    }
    return beside.stream().toArray();
  }

  private static void mark(int position, BitSet left, BitSet beside) {
    if (!left.get(position)) {
      beside.set(position);
    }
  }
}
