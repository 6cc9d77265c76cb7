package org.wangge.fabric;

import java.util.Arrays;

/** Nodes whose squares one piece passes. */
final class HitList {
  private static final int MANY = 32;

  private int[] nodes = new int[16];
  private int size;

  void add(int node) {
    if (size == nodes.length) {
      nodes = Arrays.copyOf(nodes, 2 * size);
    }
    nodes[size++] = node;
  }

  /**
   * In the order in which the piece passes the squares: by the axis along which it is longer, then
   * by the other.
   */
  void sortAlong(long[] x, long[] y, int from, int to) {
    long dx = x[to] - x[from];
    long dy = y[to] - y[from];
    boolean flat = Math.abs(dx) >= Math.abs(dy);
    long[] major = flat ? x : y;
    long[] minor = flat ? y : x;
    int majorSign = Long.signum(flat ? dx : dy);
    int minorSign = Long.signum(flat ? dy : dx);
    if (size > MANY) {
      sortByMajor(major, major[from], majorSign);
    }
    for (int i = 1; i < size; i++) {
      int n = nodes[i];
      int j = i;
      while (j > 0 && isAfter(nodes[j - 1], n, major, minor, majorSign, minorSign)) {
        nodes[j] = nodes[j - 1];
        j--;
      }
      nodes[j] = n;
    }
  }

  /** Leaves only ties for the insertion that follows. */
  private void sortByMajor(long[] major, long start, int sign) {
    long[] keys = new long[size];
    for (int i = 0; i < size; i++) {
      keys[i] = sign * (major[nodes[i]] - start) << 32 | nodes[i];
    }
    Arrays.sort(keys);
    for (int i = 0; i < size; i++) {
      nodes[i] = (int) keys[i];
    }
  }

  private static boolean isAfter(
      int m, int n, long[] major, long[] minor, int majorSign, int minorSign) {
    long ahead = majorSign * (major[m] - major[n]);
    return ahead != 0 ? ahead > 0 : minorSign * (minor[m] - minor[n]) > 0;
  }

  int get(int i) {
    return nodes[i];
  }

  int size() {
    return size;
  }

  boolean isEmpty() {
    return size == 0;
  }

  void clear() {
    size = 0;
  }
}
