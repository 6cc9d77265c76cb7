package org.wangge.zoning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import org.wangge.fabric.Fabric;

/** Sets of faces and whether they hang together; touching in a point does not count. */
final class Patches {
  private Patches() {}

  /** Connected parts, that with the most households first; ties by the smallest face. */
  static List<int[]> of(Fabric fabric, int[] faces) {
    return of(fabric, faces, arc -> true);
  }

  /**
   * @param open whether one may go from face to face across an arc
   */
  static List<int[]> of(Fabric fabric, int[] faces, IntPredicate open) {
    byte[] state = new byte[fabric.faceCount()];
    for (int face : faces) {
      state[face] = 1;
    }
    List<int[]> parts = new ArrayList<>();
    int[] queue = new int[faces.length];
    for (int face : faces) {
      if (state[face] == 1) {
        parts.add(flood(fabric, face, state, queue, open));
      }
    }
    parts.sort(
        Comparator.comparingInt((int[] part) -> -households(fabric, part))
            .thenComparingInt(part -> -part.length)
            .thenComparingInt(part -> part[0]));
    return parts;
  }

  private static int[] flood(
      Fabric fabric, int start, byte[] state, int[] queue, IntPredicate open) {
    int size = 0;
    queue[size++] = start;
    state[start] = 2;
    for (int i = 0; i < size; i++) {
      for (int e = fabric.dualStart(queue[i]); e < fabric.dualStart(queue[i] + 1); e++) {
        int other = fabric.dualFace(e);
        if (state[other] == 1 && open.test(fabric.dualArc(e))) {
          state[other] = 2;
          queue[size++] = other;
        }
      }
    }
    int[] part = Arrays.copyOf(queue, size);
    Arrays.sort(part);
    return part;
  }

  static int households(Fabric fabric, int[] faces) {
    int sum = 0;
    for (int face : faces) {
      sum += fabric.households(face);
    }
    return sum;
  }

  /**
   * The fewest faces through which one gets from one set to another, the ends left out; null when
   * there is no way.
   *
   * @param passable faces that may be used
   */
  static int @org.jspecify.annotations.Nullable [] between(
      Fabric fabric, int[] from, int[] to, IntPredicate passable) {
    int[] before = new int[fabric.faceCount()];
    Arrays.fill(before, -2);
    boolean[] goal = new boolean[fabric.faceCount()];
    for (int face : to) {
      goal[face] = true;
    }
    int[] queue = new int[fabric.faceCount()];
    int size = 0;
    for (int face : from) {
      before[face] = -1;
      queue[size++] = face;
    }
    for (int i = 0; i < size; i++) {
      for (int e = fabric.dualStart(queue[i]); e < fabric.dualStart(queue[i] + 1); e++) {
        int other = fabric.dualFace(e);
        if (goal[other]) {
          return way(before, queue[i]);
        }
        if (before[other] == -2 && passable.test(other)) {
          before[other] = queue[i];
          queue[size++] = other;
        }
      }
    }
    return null;
  }

  private static int[] way(int[] before, int last) {
    int length = 0;
    for (int face = last; before[face] >= 0; face = before[face]) {
      length++;
    }
    int[] way = new int[length];
    for (int face = last; before[face] >= 0; face = before[face]) {
      way[--length] = face;
    }
    return way;
  }

  static int[] union(int[] a, int[] b) {
    int[] all = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, all, a.length, b.length);
    return Arrays.stream(all).sorted().distinct().toArray();
  }

  static int[] minus(int[] a, int[] b) {
    int[] sorted = b.clone();
    Arrays.sort(sorted);
    return Arrays.stream(a).filter(face -> Arrays.binarySearch(sorted, face) < 0).toArray();
  }
}
