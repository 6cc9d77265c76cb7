package org.wangge.zoning;

import org.wangge.fabric.Fabric;

/** Whether faces of one label hang together across arcs; touching in a point does not count. */
public final class Contiguity {
  private Contiguity() {}

  /**
   * Connected pieces of each label.
   *
   * @param label per face, −1 for none
   * @param count how many labels there are
   */
  public static int[] pieces(Fabric fabric, int[] label, int count) {
    int[] pieces = new int[count];
    boolean[] seen = new boolean[fabric.faceCount()];
    int[] queue = new int[fabric.faceCount()];
    for (int f = 0; f < seen.length; f++) {
      if (!seen[f] && label[f] >= 0) {
        pieces[label[f]]++;
        flood(fabric, label, f, seen, queue);
      }
    }
    return pieces;
  }

  private static void flood(Fabric fabric, int[] label, int start, boolean[] seen, int[] queue) {
    int size = 0;
    queue[size++] = start;
    seen[start] = true;
    for (int i = 0; i < size; i++) {
      for (int e = fabric.dualStart(queue[i]); e < fabric.dualStart(queue[i] + 1); e++) {
        int g = fabric.dualFace(e);
        if (!seen[g] && label[g] == label[start]) {
          seen[g] = true;
          queue[size++] = g;
        }
      }
    }
  }
}
