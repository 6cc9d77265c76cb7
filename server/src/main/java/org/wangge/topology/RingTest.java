package org.wangge.topology;

import static org.wangge.fabric.Exact.side;

/**
 * Whether a closed ring of grid points is simple: no two segments meet but neighbours in their
 * common point. First the cheap proof: seen from its middle the ring turns one way only, and once
 * around. Else a tree of boxes over chunks of segments is joined with itself.
 */
final class RingTest {
  private static final int CHUNK = 8;

  private long[] points = new long[0];
  private int from;
  private int segments;
  private int leaves;
  private int[] boxes = new int[0];

  /** +1 counter-clockwise star, −1 clockwise star, 0 not proved to be a star. */
  static int star(long[] p, int from, int to) {
    int n = to - from - 1;
    if (n < 3) {
      return 0;
    }
    long sumX = 0;
    long sumY = 0;
    for (int i = from; i < to - 1; i++) {
      sumX += Frame.x(p[i]);
      sumY += Frame.y(p[i]);
    }
    return turns(p, from, to, sumX / n, sumY / n);
  }

  private static int turns(long[] p, int from, int to, long cx, long cy) {
    long ax = Frame.x(p[from]) - cx;
    long ay = Frame.y(p[from]) - cy;
    int left = 0;
    int right = 0;
    int rises = 0;
    for (int i = from + 1; i < to; i++) {
      long bx = Frame.x(p[i]) - cx;
      long by = Frame.y(p[i]) - cy;
      long cross = ax * by - ay * bx;
      left += cross > 0 ? 1 : 0;
      right += cross < 0 ? 1 : 0;
      rises += (int) ((ay & ~by) >>> 63);
      ax = bx;
      ay = by;
    }
    int n = to - from - 1;
    return rises != 1 ? 0 : left == n ? 1 : right == n ? -1 : 0;
  }

  /**
   * Twice the signed area in square steps; exact unless the ring is hundreds of kilometres wide.
   */
  static double doubleArea(long[] p, int from, int to) {
    long ox = Frame.x(p[from]);
    long oy = Frame.y(p[from]);
    double sum = 0;
    for (int i = from + 1; i < to - 1; i++) {
      sum +=
          (double) ((Frame.x(p[i]) - ox) * (Frame.y(p[i + 1]) - oy))
              - (double) ((Frame.x(p[i + 1]) - ox) * (Frame.y(p[i]) - oy));
    }
    return sum;
  }

  /** Whether the ring at from..to (closing point included) is simple. */
  boolean isSimple(long[] ringPoints, int ringFrom, int ringTo) {
    points = ringPoints;
    from = ringFrom;
    segments = ringTo - ringFrom - 1;
    if (segments < 3) {
      return false;
    }
    leaves = Math.max(2, Integer.highestOneBit((segments + CHUNK - 1) / CHUNK * 2 - 1));
    if (boxes.length < 8 * leaves) {
      boxes = new int[8 * leaves];
    }
    fillBoxes();
    return selfJoin(1);
  }

  private void fillBoxes() {
    for (int leaf = 0; leaf < leaves; leaf++) {
      fillLeaf(leaf);
    }
    for (int node = leaves - 1; node > 0; node--) {
      int box = 4 * node;
      int a = 8 * node;
      boxes[box] = Math.min(boxes[a], boxes[a + 4]);
      boxes[box + 1] = Math.min(boxes[a + 1], boxes[a + 5]);
      boxes[box + 2] = Math.max(boxes[a + 2], boxes[a + 6]);
      boxes[box + 3] = Math.max(boxes[a + 3], boxes[a + 7]);
    }
  }

  private int first(int leaf) {
    return (int) ((long) segments * leaf / leaves);
  }

  private void fillLeaf(int leaf) {
    int minX = Integer.MAX_VALUE;
    int minY = Integer.MAX_VALUE;
    int maxX = Integer.MIN_VALUE;
    int maxY = Integer.MIN_VALUE;
    for (int i = first(leaf), last = first(leaf + 1); i <= last; i++) {
      int x = Frame.x(points[from + i]);
      int y = Frame.y(points[from + i]);
      minX = Math.min(minX, x);
      minY = Math.min(minY, y);
      maxX = Math.max(maxX, x);
      maxY = Math.max(maxY, y);
    }
    int box = 4 * (leaves + leaf);
    boxes[box] = minX;
    boxes[box + 1] = minY;
    boxes[box + 2] = maxX;
    boxes[box + 3] = maxY;
  }

  private boolean selfJoin(int node) {
    if (node >= leaves) {
      return clear(node - leaves, node - leaves);
    }
    return selfJoin(2 * node) && selfJoin(2 * node + 1) && join(2 * node, 2 * node + 1);
  }

  private boolean join(int a, int b) {
    if (apart(4 * a, 4 * b)) {
      return true;
    }
    if (a >= leaves) {
      return clear(a - leaves, b - leaves);
    }
    return join(2 * a, 2 * b)
        && join(2 * a, 2 * b + 1)
        && join(2 * a + 1, 2 * b)
        && join(2 * a + 1, 2 * b + 1);
  }

  private boolean apart(int a, int b) {
    return boxes[a] > boxes[b + 2]
        || boxes[b] > boxes[a + 2]
        || boxes[a + 1] > boxes[b + 3]
        || boxes[b + 1] > boxes[a + 3];
  }

  /** No segment of one chunk meets one of the other, but for neighbours. */
  private boolean clear(int leafA, int leafB) {
    int firstB = first(leafB);
    int lastB = first(leafB + 1);
    for (int i = first(leafA), last = first(leafA + 1); i < last; i++) {
      for (int j = Math.max(firstB, i + 1); j < lastB; j++) {
        if (meet(i, j)) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean meet(int i, int j) {
    long a = points[from + i];
    long b = points[from + i + 1];
    long c = points[from + j];
    long d = points[from + j + 1];
    if (j == i + 1) {
      return folds(a, b, d);
    }
    if (i == 0 && j == segments - 1) {
      return folds(c, a, b);
    }
    return crosses(a, b, c, d);
  }

  /** Whether one segment of a ring, given by its number, meets no other but its neighbours. */
  static boolean isClear(long[] ring, int from, int to, int segment) {
    int n = to - from - 1;
    long a = ring[from + segment];
    long b = ring[from + segment + 1];
    int before = segment == 0 ? n - 1 : segment - 1;
    int after = segment == n - 1 ? 0 : segment + 1;
    if (folds(ring[from + before], a, b) || folds(a, b, ring[from + after + 1])) {
      return false;
    }
    for (int i = 0; i < n; i++) {
      boolean beside = i == segment || i == before || i == after;
      if (!beside && crosses(a, b, ring[from + i], ring[from + i + 1])) {
        return false;
      }
    }
    return true;
  }

  /** Whether two closed segments have a point in common. */
  static boolean crosses(long a, long b, long c, long d) {
    return boxesMeet(a, b, c, d) && segmentsMeet(a, b, c, d);
  }

  /** a → b → d turns back on itself. */
  private static boolean folds(long a, long b, long d) {
    return side(Frame.x(a), Frame.y(a), Frame.x(b), Frame.y(b), Frame.x(d), Frame.y(d)) == 0
        && dot(b, a, d) > 0;
  }

  private static long dot(long o, long a, long b) {
    long ox = Frame.x(o);
    long oy = Frame.y(o);
    return (Frame.x(a) - ox) * (Frame.x(b) - ox) + (Frame.y(a) - oy) * (Frame.y(b) - oy);
  }

  static boolean boxesMeet(long a, long b, long c, long d) {
    return spansMeet(Frame.x(a), Frame.x(b), Frame.x(c), Frame.x(d))
        && spansMeet(Frame.y(a), Frame.y(b), Frame.y(c), Frame.y(d));
  }

  private static boolean spansMeet(int a, int b, int c, int d) {
    return Math.max(a, b) >= Math.min(c, d) && Math.max(c, d) >= Math.min(a, b);
  }

  /** Closed segments whose boxes meet: touching counts. */
  private static boolean segmentsMeet(long a, long b, long c, long d) {
    return sideOf(a, b, c) * sideOf(a, b, d) <= 0 && sideOf(c, d, a) * sideOf(c, d, b) <= 0;
  }

  static int sideOf(long a, long b, long c) {
    return side(Frame.x(a), Frame.y(a), Frame.x(b), Frame.y(b), Frame.x(c), Frame.y(c));
  }
}
