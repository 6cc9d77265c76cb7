package org.wangge.topology;

import java.util.Arrays;
import org.wangge.fabric.Exact;
import org.wangge.fabric.NodedSegments;

/**
 * Cycles of half-edges around the faces of noded segments. Half-edge 2e runs along segment e, 2e +
 * 1 the other way; the face is on its left. Segments that end nowhere or have the same face on both
 * sides are left out.
 */
final class Tracing {
  private final NodedSegments noded;
  private final boolean[] active;
  private int[] next = new int[0];
  private int[] cycle = new int[0];
  private int[] first = new int[0];
  private int cycles;

  private Tracing(NodedSegments noded) {
    this.noded = noded;
    this.active = new boolean[noded.count()];
  }

  static Tracing of(NodedSegments noded) {
    Tracing tracing = new Tracing(noded);
    Arrays.fill(tracing.active, true);
    tracing.pruneDangles();
    do {
      tracing.link();
      tracing.trace();
    } while (tracing.dropBridges());
    return tracing;
  }

  int cycles() {
    return cycles;
  }

  /** One half-edge of the cycle. */
  int first(int ofCycle) {
    return first[ofCycle];
  }

  int next(int halfEdge) {
    return next[halfEdge];
  }

  /** −1 for half-edges left out. */
  int cycle(int halfEdge) {
    return cycle[halfEdge];
  }

  boolean isActive(int segment) {
    return active[segment];
  }

  int from(int halfEdge) {
    return (halfEdge & 1) == 0 ? noded.from()[halfEdge >> 1] : noded.to()[halfEdge >> 1];
  }

  long x(int halfEdge) {
    return noded.nodeX()[from(halfEdge)];
  }

  long y(int halfEdge) {
    return noded.nodeY()[from(halfEdge)];
  }

  /** Twice the signed area in square steps: positive when the face lies inside. Exact. */
  long doubleArea(int ofCycle) {
    int start = first[ofCycle];
    long ox = x(start);
    long oy = y(start);
    long sum = 0;
    int h = start;
    do {
      int after = next[h];
      // The whole fits 64 bits; carries out of the parts cancel.
      sum += (x(h) - ox) * (y(after) - oy) - (x(after) - ox) * (y(h) - oy);
      h = after;
    } while (h != start);
    return sum;
  }

  private void pruneDangles() {
    int[] degree = new int[noded.nodeCount()];
    int[] incident = new int[noded.nodeCount()];
    int[] ends = new int[2 * noded.count()];
    int count = 0;
    for (int e = 0; e < noded.count(); e++) {
      count(e, 1, degree, incident);
    }
    for (int node = 0; node < degree.length; node++) {
      if (degree[node] == 1) {
        ends[count++] = node;
      }
    }
    while (count > 0) {
      int node = ends[--count];
      if (degree[node] == 1) {
        int e = incident[node];
        active[e] = false;
        count(e, -1, degree, incident);
        int other = noded.from()[e] + noded.to()[e] - node;
        if (degree[other] == 1) {
          ends[count++] = other;
        }
      }
    }
  }

  /**
   * Adds or takes a segment; incident keeps the exclusive-or, which is the last one at degree 1.
   */
  private void count(int segment, int change, int[] degree, int[] incident) {
    int from = noded.from()[segment];
    int to = noded.to()[segment];
    degree[from] += change;
    degree[to] += change;
    incident[from] ^= segment;
    incident[to] ^= segment;
  }

  private void link() {
    int nodes = noded.nodeCount();
    int[] start = new int[nodes + 1];
    for (int h = 0; h < 2 * noded.count(); h++) {
      if (active[h >> 1]) {
        start[from(h) + 1]++;
      }
    }
    for (int node = 0; node < nodes; node++) {
      start[node + 1] += start[node];
    }
    int[] out = new int[start[nodes]];
    int[] fill = Arrays.copyOf(start, nodes);
    for (int h = 0; h < 2 * noded.count(); h++) {
      if (active[h >> 1]) {
        out[fill[from(h)]++] = h;
      }
    }
    next = new int[2 * noded.count()];
    for (int node = 0; node < nodes; node++) {
      sortByAngle(out, start[node], start[node + 1]);
      linkNode(out, start[node], start[node + 1]);
    }
  }

  private void sortByAngle(int[] out, int from, int to) {
    for (int i = from + 1; i < to; i++) {
      int h = out[i];
      int j = i - 1;
      while (j >= from && angle(out[j], h) > 0) {
        out[j + 1] = out[j];
        j--;
      }
      out[j + 1] = h;
    }
  }

  private int angle(int g, int h) {
    return Exact.compareAngle(x(g ^ 1) - x(g), y(g ^ 1) - y(g), x(h ^ 1) - x(h), y(h ^ 1) - y(h));
  }

  /** What comes in along the twin of h goes on along the next half-edge clockwise. */
  private void linkNode(int[] out, int from, int to) {
    for (int i = from; i < to; i++) {
      next[out[i] ^ 1] = out[i == from ? to - 1 : i - 1];
    }
  }

  private void trace() {
    int halfEdges = 2 * noded.count();
    cycle = new int[halfEdges];
    Arrays.fill(cycle, -1);
    first = new int[16];
    cycles = 0;
    for (int h = 0; h < halfEdges; h++) {
      if (active[h >> 1] && cycle[h] < 0) {
        if (cycles == first.length) {
          first = Arrays.copyOf(first, 2 * cycles);
        }
        first[cycles] = h;
        for (int at = h; cycle[at] < 0; at = next[at]) {
          cycle[at] = cycles;
        }
        cycles++;
      }
    }
  }

  private boolean dropBridges() {
    boolean dropped = false;
    for (int e = 0; e < active.length; e++) {
      if (active[e] && cycle[2 * e] == cycle[2 * e + 1]) {
        active[e] = false;
        dropped = true;
      }
    }
    return dropped;
  }
}
