package org.wangge.topology;

import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.wangge.fabric.Exact;

/**
 * Which cycle lies in which, and the winding depth of every cycle's face. A connected piece of the
 * arrangement has one cycle of negative area, its outer edge seen from outside; it lies in the face
 * to the left of the piece's westernmost node.
 */
final class Nesting {
  /** Stands for the unbounded face. */
  static final int OUTSIDE = -1;

  private final Tracing tracing;
  private final int[] net;
  private final int[] depth;
  private final int[] host;
  private final boolean[] known;
  private final int[] queue;
  private final RowIndex rows;

  private Nesting(Tracing tracing, int[] net) {
    this.tracing = tracing;
    this.net = net;
    this.depth = new int[tracing.cycles()];
    this.host = new int[tracing.cycles()];
    this.known = new boolean[tracing.cycles()];
    this.queue = new int[tracing.cycles()];
    this.rows = new RowIndex(tracing, net.length);
  }

  /**
   * @param net per segment: how many times more the rings run along it from → to than back, which
   *     is by how much its left is deeper than its right
   */
  static Nesting of(Tracing tracing, int[] net) {
    Nesting nesting = new Nesting(tracing, net);
    Arrays.fill(nesting.host, OUTSIDE);
    int[] outer =
        IntStream.range(0, tracing.cycles()).filter(c -> tracing.doubleArea(c) < 0).toArray();
    int[] west = Arrays.stream(outer).map(nesting::westernmost).toArray();
    Integer[] order = IntStream.range(0, outer.length).boxed().toArray(Integer[]::new);
    Arrays.sort(order, (a, b) -> Long.compare(tracing.x(west[a]), tracing.x(west[b])));
    for (int piece : order) {
      nesting.place(outer[piece], west[piece], outer.length > 1);
    }
    return nesting;
  }

  int depth(int cycle) {
    return depth[cycle];
  }

  /** For a cycle of negative area: the cycle of positive area around it, or {@link #OUTSIDE}. */
  int host(int cycle) {
    return host[cycle];
  }

  boolean isFace(int cycle) {
    return host[cycle] == OUTSIDE && tracing.doubleArea(cycle) > 0;
  }

  private int westernmost(int cycle) {
    int start = tracing.first(cycle);
    int best = start;
    for (int h = tracing.next(start); h != start; h = tracing.next(h)) {
      boolean west = tracing.x(h) < tracing.x(best);
      best = west || (tracing.x(h) == tracing.x(best) && tracing.y(h) < tracing.y(best)) ? h : best;
    }
    return best;
  }

  private void place(int outer, int west, boolean several) {
    int wall = several ? rows.leftOf(tracing.x(west), tracing.y(west)) : -1;
    if (wall >= 0) {
      int beside = tracing.cycle(wall);
      int around = tracing.doubleArea(beside) < 0 ? host[beside] : beside;
      host[outer] = around;
      depth[outer] = around == OUTSIDE ? 0 : depth[around];
    }
    flood(outer);
  }

  private void flood(int outer) {
    known[outer] = true;
    queue[0] = outer;
    int count = 1;
    while (count > 0) {
      int cycle = queue[--count];
      int start = tracing.first(cycle);
      int h = start;
      do {
        int across = tracing.cycle(h ^ 1);
        if (!known[across]) {
          known[across] = true;
          depth[across] = depth[cycle] - deeper(h);
          queue[count++] = across;
        }
        h = tracing.next(h);
      } while (h != start);
    }
  }

  /** By how much the left of a half-edge is deeper than its right. */
  private int deeper(int halfEdge) {
    return (halfEdge & 1) == 0 ? net[halfEdge >> 1] : -net[halfEdge >> 1];
  }

  /** Segments by horizontal rows, to look left from a point. */
  private static final class RowIndex {
    private final Tracing tracing;
    private long bottom = Long.MAX_VALUE;
    private long height = 1;
    private int[] start = new int[0];
    private int[] members = new int[0];
    private final int segments;

    RowIndex(Tracing tracing, int segments) {
      this.tracing = tracing;
      this.segments = segments;
    }

    /** The upward half-edge's twin side that faces the point just above its row; −1 when none. */
    int leftOf(long x, long y) {
      if (start.length == 0) {
        build();
      }
      int best = -1;
      int row = row(y);
      for (int i = start[row]; i < start[row + 1]; i++) {
        int up = members[i];
        if (tracing.y(up) <= y && tracing.y(up ^ 1) > y && isLeft(up, x, y)) {
          best = best < 0 || isLeftOf(best, up) ? up : best;
        }
      }
      return best < 0 ? -1 : best ^ 1;
    }

    private int row(long y) {
      return (int) ((y - bottom) / height);
    }

    private boolean isLeft(int up, long x, long y) {
      return side(up, x, y) < 0;
    }

    private int side(int up, long x, long y) {
      return Exact.side(tracing.x(up), tracing.y(up), tracing.x(up ^ 1), tracing.y(up ^ 1), x, y);
    }

    /** Whether g runs left of h; they do not cross and both span one row. */
    private boolean isLeftOf(int g, int h) {
      if (tracing.y(h) < tracing.y(g)) {
        return side(h, tracing.x(g), tracing.y(g)) > 0;
      }
      int low = side(g, tracing.x(h), tracing.y(h));
      return low < 0 || (low == 0 && side(g, tracing.x(h ^ 1), tracing.y(h ^ 1)) < 0);
    }

    private void build() {
      long top = Long.MIN_VALUE;
      long sum = 0;
      for (int e = 0; e < segments; e++) {
        bottom = Math.min(bottom, Math.min(tracing.y(2 * e), tracing.y(2 * e + 1)));
        top = Math.max(top, Math.max(tracing.y(2 * e), tracing.y(2 * e + 1)));
        sum += Math.abs(tracing.y(2 * e) - tracing.y(2 * e + 1));
      }
      height = 1 + Math.max(sum / segments, (top - bottom) / segments);
      start = new int[row(top) + 2];
      for (int e = 0; e < segments; e++) {
        forEachRow(e, r -> start[r + 1]++);
      }
      for (int r = 1; r < start.length; r++) {
        start[r] += start[r - 1];
      }
      members = new int[start[start.length - 1]];
      int[] fill = start.clone();
      for (int e = 0; e < segments; e++) {
        int up = tracing.y(2 * e) < tracing.y(2 * e + 1) ? 2 * e : 2 * e + 1;
        forEachRow(e, r -> members[fill[r]++] = up);
      }
    }

    private void forEachRow(int e, IntConsumer action) {
      long a = tracing.y(2 * e);
      long b = tracing.y(2 * e + 1);
      if (a == b || !tracing.isActive(e)) {
        return;
      }
      for (int r = row(Math.min(a, b)), last = row(Math.max(a, b)); r <= last; r++) {
        action.accept(r);
      }
    }
  }
}
