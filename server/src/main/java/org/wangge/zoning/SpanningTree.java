package org.wangge.zoning;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * A random spanning tree of a patch that crosses strong streets as seldom as it can, with load,
 * size and cut cost of every subtree. Where the patch falls apart, its parts are tied together by
 * edges that cost nothing.
 */
final class SpanningTree {
  /** How strongly the tree avoids to cross an arterial: 0 not at all. */
  private static final double SURCHARGE = 1.5;

  private final Patch patch;
  private final int[] adjacency;
  private final int[] start;
  final int[] parent;
  final int[] order;
  final int[] size;
  final double[] load;

  /**
   * What it costs to part the subtree under a node from the rest, over tree edges and all others.
   */
  final double[] cutCost;

  private SpanningTree(Patch patch, int[] treeFrom, int[] treeTo) {
    int n = patch.size();
    this.patch = patch;
    this.start = new int[n + 1];
    this.adjacency = new int[2 * (n - 1)];
    this.parent = new int[n];
    this.order = new int[n];
    this.size = new int[n];
    this.load = patch.load.clone();
    this.cutCost = new double[n];
    link(treeFrom, treeTo);
    walk();
    sumUp();
    sumCuts();
  }

  static SpanningTree random(Patch patch, SplittableRandom random) {
    int n = patch.size();
    int[] treeFrom = new int[n - 1];
    int[] treeTo = new int[n - 1];
    int found = 0;
    int[] set = identity(n);
    for (long packed : shuffledEdges(patch, random)) {
      int edge = (int) packed;
      int a = find(set, patch.from[edge]);
      int b = find(set, patch.to[edge]);
      if (a != b) {
        set[a] = b;
        treeFrom[found] = patch.from[edge];
        treeTo[found++] = patch.to[edge];
      }
    }
    tieParts(set, treeFrom, treeTo, found);
    return new SpanningTree(patch, treeFrom, treeTo);
  }

  private static void tieParts(int[] set, int[] treeFrom, int[] treeTo, int found) {
    int next = found;
    for (int i = 1; i < set.length && next < treeFrom.length; i++) {
      int a = find(set, i);
      int b = find(set, 0);
      if (a != b) {
        set[a] = b;
        treeFrom[next] = i;
        treeTo[next++] = 0;
      }
    }
  }

  /** Edges by random key, the number of the edge in the low half: sorting needs no objects. */
  private static long[] shuffledEdges(Patch patch, SplittableRandom random) {
    long[] keys = new long[patch.from.length];
    for (int e = 0; e < keys.length; e++) {
      float key = (float) (random.nextDouble() + SURCHARGE * patch.surcharge[e]);
      keys[e] = ((long) Float.floatToRawIntBits(key) << 32) | e;
    }
    Arrays.sort(keys);
    return keys;
  }

  private void link(int[] treeFrom, int[] treeTo) {
    for (int e = 0; e < treeFrom.length; e++) {
      start[treeFrom[e] + 1]++;
      start[treeTo[e] + 1]++;
    }
    for (int i = 0; i < parent.length; i++) {
      start[i + 1] += start[i];
    }
    int[] next = start.clone();
    for (int e = 0; e < treeFrom.length; e++) {
      adjacency[next[treeFrom[e]]++] = treeTo[e];
      adjacency[next[treeTo[e]]++] = treeFrom[e];
    }
  }

  /** Breadth first from node 0: a parent stands before its children in {@code order}. */
  private void walk() {
    parent[0] = -1;
    int end = 1;
    for (int i = 0; i < order.length; i++) {
      int node = order[i];
      for (int e = start[node]; e < start[node + 1]; e++) {
        if (adjacency[e] != parent[node]) {
          parent[adjacency[e]] = node;
          order[end++] = adjacency[e];
        }
      }
    }
  }

  private void sumUp() {
    Arrays.fill(size, 1);
    for (int i = order.length - 1; i > 0; i--) {
      int node = order[i];
      size[parent[node]] += size[node];
      load[parent[node]] += load[node];
    }
  }

  /**
   * An edge is cut by every subtree that holds exactly one of its ends: those below the ends'
   * common ancestor.
   */
  private void sumCuts() {
    int[] head = chainHeads();
    int[] rank = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      rank[order[i]] = i;
    }
    for (int e = 0; e < patch.from.length; e++) {
      cutCost[patch.from[e]] += patch.cost[e];
      cutCost[patch.to[e]] += patch.cost[e];
      cutCost[commonAncestor(patch.from[e], patch.to[e], head, rank)] -= 2 * patch.cost[e];
    }
    for (int i = order.length - 1; i > 0; i--) {
      cutCost[parent[order[i]]] += cutCost[order[i]];
    }
  }

  /**
   * Head of the heavy chain each node lies on: any climb to the root changes chains at most log n
   * times.
   */
  private int[] chainHeads() {
    int[] heavy = new int[order.length];
    Arrays.fill(heavy, -1);
    for (int i = order.length - 1; i > 0; i--) {
      int up = parent[order[i]];
      if (heavy[up] < 0 || size[order[i]] > size[heavy[up]]) {
        heavy[up] = order[i];
      }
    }
    int[] head = new int[order.length];
    for (int node : order) {
      head[node] = parent[node] >= 0 && heavy[parent[node]] == node ? head[parent[node]] : node;
    }
    return head;
  }

  private int commonAncestor(int a, int b, int[] head, int[] rank) {
    int u = a;
    int v = b;
    while (head[u] != head[v]) {
      if (rank[head[u]] > rank[head[v]]) {
        u = parent[head[u]];
      } else {
        v = parent[head[v]];
      }
    }
    return rank[u] < rank[v] ? u : v;
  }

  /** For every node of the patch whether it lies in the subtree under {@code top}. */
  boolean[] subtree(int top) {
    boolean[] inside = new boolean[order.length];
    for (int node : order) {
      inside[node] = node == top || (parent[node] >= 0 && inside[parent[node]]);
    }
    return inside;
  }

  private static int[] identity(int n) {
    int[] set = new int[n];
    Arrays.setAll(set, i -> i);
    return set;
  }

  private static int find(int[] set, int element) {
    int root = element;
    while (set[root] != root) {
      set[root] = set[set[root]];
      root = set[root];
    }
    return root;
  }
}
