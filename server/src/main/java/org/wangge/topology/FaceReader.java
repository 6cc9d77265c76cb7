package org.wangge.topology;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Turns faces of an arrangement into ground with sides. */
final class FaceReader {
  private final Arrangement arrangement;
  private final Tracing tracing;
  private final Map<Integer, List<Integer>> holes = new HashMap<>();

  FaceReader(Arrangement arrangement) {
    this.arrangement = arrangement;
    this.tracing = arrangement.tracing;
    for (int cycle = 0; cycle < tracing.cycles(); cycle++) {
      int host = arrangement.nesting.host(cycle);
      if (host != Nesting.OUTSIDE) {
        holes.computeIfAbsent(host, key -> new ArrayList<>()).add(cycle);
      }
    }
  }

  /** The half-edges around a face, cycle by cycle, its outer one first. */
  List<int[]> cycles(int face) {
    List<int[]> cycles = new ArrayList<>();
    cycles.add(halfEdges(face));
    holes.getOrDefault(face, List.of()).forEach(hole -> cycles.add(halfEdges(hole)));
    return cycles;
  }

  private int[] halfEdges(int cycle) {
    int start = tracing.first(cycle);
    int[] halfEdges = new int[16];
    int count = 0;
    int h = start;
    do {
      if (count == halfEdges.length) {
        halfEdges = Arrays.copyOf(halfEdges, 2 * count);
      }
      halfEdges[count++] = h;
      h = tracing.next(h);
    } while (h != start);
    return Arrays.copyOf(halfEdges, count);
  }

  /** Simple rings, the shell first: a cycle that touches itself is split where it does. */
  Ground ground(List<int[]> cycles) {
    List<long[]> rings = new ArrayList<>();
    for (int[] cycle : cycles) {
      split(cycle, rings);
    }
    int shell = 0;
    for (int i = 1; i < rings.size(); i++) {
      shell = doubleArea(rings.get(i)) > doubleArea(rings.get(shell)) ? i : shell;
    }
    rings.add(0, rings.remove(shell));
    return new Ground(rings);
  }

  private static double doubleArea(long[] ring) {
    return RingTest.doubleArea(ring, 0, ring.length);
  }

  private void split(int[] cycle, List<long[]> rings) {
    int[] stack = new int[cycle.length + 1];
    Map<Integer, Integer> depthOf = cycle.length > 8 ? new HashMap<>() : Map.of();
    int depth = 0;
    for (int h : cycle) {
      int node = tracing.from(h);
      int seen = cycle.length > 8 ? depthOf.getOrDefault(node, -1) : seen(stack, depth, node);
      if (seen >= 0) {
        rings.add(ring(stack, seen, depth));
        for (int i = seen + 1; i < depth && cycle.length > 8; i++) {
          depthOf.remove(stack[i]);
        }
        depth = seen;
      }
      if (cycle.length > 8) {
        depthOf.put(node, depth);
      }
      stack[depth++] = node;
    }
    rings.add(ring(stack, 0, depth));
  }

  private static int seen(int[] stack, int depth, int node) {
    for (int i = 0; i < depth; i++) {
      if (stack[i] == node) {
        return i;
      }
    }
    return -1;
  }

  private long[] ring(int[] stack, int from, int to) {
    long[] ring = new long[to - from + 1];
    for (int i = from; i < to; i++) {
      ring[i - from] = arrangement.point(stack[i]);
    }
    ring[to - from] = ring[0];
    return ring;
  }

  int[] nodes(List<int[]> cycles) {
    int count = 0;
    for (int[] cycle : cycles) {
      count += cycle.length;
    }
    int[] nodes = new int[count];
    for (int[] cycle : cycles) {
      for (int h : cycle) {
        nodes[--count] = tracing.from(h);
      }
    }
    return nodes;
  }

  Sides sides(List<int[]> cycles) {
    Sides sides = new Sides();
    for (int[] cycle : cycles) {
      for (int h : cycle) {
        addSides(sides, h);
      }
    }
    return sides;
  }

  private void addSides(Sides sides, int halfEdge) {
    int segment = halfEdge >> 1;
    int[] start = arrangement.noded.useStart();
    double length = arrangement.length(segment);
    for (int u = start[segment]; u < start[segment + 1]; u++) {
      int use = arrangement.noded.uses()[u];
      sides.add(arrangement.owner(use >> 1), (use & 1) == (halfEdge & 1), length);
    }
  }
}
