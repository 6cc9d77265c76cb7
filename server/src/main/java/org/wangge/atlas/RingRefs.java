package org.wangge.atlas;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.wangge.fabric.Fabric;

/**
 * The outlines of the regions of a labelled fabric as chains of arcs: what a client needs to fill a
 * region from arcs that it has already. A region is the union of the faces with one label. Outlines
 * run with the region on their left; filled together by the even-odd rule they are the region,
 * holes and parts included. A ring may touch itself at a node.
 */
final class RingRefs {
  private final Fabric fabric;
  private final int[] label;
  private final boolean[] done;
  private final List<List<int[]>> rings = new ArrayList<>();

  private RingRefs(Fabric fabric, int[] label, int count) {
    this.fabric = fabric;
    this.label = label;
    this.done = new boolean[2 * fabric.arcCount()];
    for (int i = 0; i < count; i++) {
      rings.add(new ArrayList<>());
    }
  }

  /**
   * @param label the region of each face, −1 none
   * @param count how many regions
   * @return for each region its rings, each as refs: r ≥ 0 is arc r forwards, ~r backwards
   */
  static List<List<int[]>> of(Fabric fabric, int[] label, int count) {
    RingRefs walk = new RingRefs(fabric, label, count);
    for (int h = 0; h < walk.done.length; h++) {
      if (!walk.done[h] && walk.isRim(h)) {
        walk.rings.get(walk.label(h)).add(walk.ring(h));
      }
    }
    return walk.rings;
  }

  private int label(int h) {
    int face = fabric.face(h);
    return face < 0 ? -1 : label[face];
  }

  /** Whether the half-edge has its region on the left and not on the right. */
  private boolean isRim(int h) {
    int left = label(h);
    return left >= 0 && left != label(h ^ 1);
  }

  private int[] ring(int start) {
    int[] refs = new int[16];
    int size = 0;
    int h = start;
    do {
      done[h] = true;
      refs = size < refs.length ? refs : Arrays.copyOf(refs, 2 * size);
      refs[size++] = (h & 1) == 0 ? h >> 1 : ~(h >> 1);
      h = nextOnRim(h);
    } while (h != start);
    return Arrays.copyOf(refs, size);
  }

  /** Turns around the end node through faces of the same region until the outside comes. */
  private int nextOnRim(int h) {
    int next = fabric.next(h);
    while (!isRim(next)) {
      next = fabric.next(next ^ 1);
    }
    return next;
  }
}
