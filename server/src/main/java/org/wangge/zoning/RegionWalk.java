package org.wangge.zoning;

import java.util.Arrays;
import org.wangge.fabric.Fabric;

/** Walks around the regions of equal label, region on the left, each boundary once. */
final class RegionWalk {
  private final Fabric fabric;
  private final int[] label;

  RegionWalk(Fabric fabric, int[] label) {
    this.fabric = fabric;
    this.label = label;
  }

  /** Told of one closed walk of half-edges. */
  interface Visitor {
    void visit(int label, int[] halfEdges);
  }

  void forEachBoundary(Visitor visitor) {
    boolean[] done = new boolean[2 * fabric.arcCount()];
    int[] walk = new int[2 * fabric.arcCount()];
    for (int h = 0; h < done.length; h++) {
      if (!done[h] && labelOf(h) >= 0 && isBoundary(h)) {
        int length = follow(h, done, walk);
        visitor.visit(labelOf(h), Arrays.copyOf(walk, length));
      }
    }
  }

  private int follow(int start, boolean[] done, int[] walk) {
    int length = 0;
    int h = start;
    do {
      done[h] = true;
      walk[length++] = h;
      h = nextBoundary(h);
    } while (h != start);
    return length;
  }

  /**
   * Turns at the end of h through the corners of its own region until the next arc that bounds the
   * region.
   */
  private int nextBoundary(int h) {
    int next = fabric.next(h);
    while (!isBoundary(next)) {
      next = fabric.next(next ^ 1);
    }
    return next;
  }

  private boolean isBoundary(int h) {
    return labelOf(h) != labelOf(h ^ 1);
  }

  private int labelOf(int h) {
    int face = fabric.face(h);
    return face < 0 ? -1 : label[face];
  }
}
