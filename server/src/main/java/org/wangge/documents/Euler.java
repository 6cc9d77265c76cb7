package org.wangge.documents;

import java.util.BitSet;
import java.util.stream.IntStream;
import org.wangge.fabric.Fabric;

/**
 * Euler's formula of a fabric: nodes − arcs + cycles = 2 · components, counted anew.
 *
 * @param cycles closed walks around the faces and the outside
 */
record Euler(int nodes, int arcs, int cycles, int components) {

  static Euler of(Fabric fabric) {
    return new Euler(
        fabric.nodeCount(), fabric.arcCount(), countCycles(fabric), countComponents(fabric));
  }

  boolean holds() {
    return nodes - arcs + cycles == 2 * components;
  }

  private static int countCycles(Fabric fabric) {
    BitSet seen = new BitSet();
    int count = 0;
    for (int h = 0; h < 2 * fabric.arcCount(); h++) {
      if (!seen.get(h)) {
        IntStream.of(fabric.cycle(h)).forEach(seen::set);
        count++;
      }
    }
    return count;
  }

  private static int countComponents(Fabric fabric) {
    int[] root = IntStream.range(0, fabric.nodeCount()).toArray();
    int count = root.length;
    for (int arc = 0; arc < fabric.arcCount(); arc++) {
      int one = rootOf(root, fabric.arcFrom(arc));
      int other = rootOf(root, fabric.arcTo(arc));
      count -= one == other ? 0 : 1;
      root[one] = other;
    }
    return count;
  }

  private static int rootOf(int[] root, int node) {
    int at = node;
    while (root[at] != at) {
      root[at] = root[root[at]];
      at = root[at];
    }
    return at;
  }
}
