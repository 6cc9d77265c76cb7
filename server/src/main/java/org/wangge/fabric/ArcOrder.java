package org.wangge.fabric;

import java.util.Arrays;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Chains as the arcs of a fabric, in the order that {@link Fabric} promises: it depends on where
 * things are, not on the order in which they came.
 */
final class ArcOrder {
  private final Network network;
  private final Chains chains;
  private final AttributeTable attributes;
  private final int[] fabricNodes;
  private final int[] nodeNumber;
  private final boolean[] reversed;

  private ArcOrder(Network network, Chains chains, AttributeTable attributes) {
    this.network = network;
    this.chains = chains;
    this.attributes = attributes;
    this.fabricNodes = endsByPlace();
    this.nodeNumber = new int[network.nodeCount()];
    for (int i = 0; i < fabricNodes.length; i++) {
      nodeNumber[fabricNodes[i]] = i;
    }
    this.reversed = new boolean[chains.count()];
    for (int c = 0; c < reversed.length; c++) {
      reversed[c] = runsBackward(c);
    }
  }

  /** The arcs, and which chain each one is. */
  record Arcs(FabricData data, Chains chains, int[] chainOfArc) {}

  static Arcs arrange(Network network, Chains chains, AttributeTable attributes) {
    ArcOrder order = new ArcOrder(network, chains, attributes);
    int[] chainOfArc = order.sorted();
    return new Arcs(order.data(chainOfArc), chains, chainOfArc);
  }

  /** Nodes at which chains end, by x, then y. */
  private int[] endsByPlace() {
    boolean[] isEnd = new boolean[network.nodeCount()];
    for (int c = 0; c < chains.count(); c++) {
      isEnd[chains.node(c, 0)] = true;
      isEnd[chains.node(c, chains.nodeCount(c) - 1)] = true;
    }
    int[] nodes = IntStream.range(0, isEnd.length).filter(n -> isEnd[n]).toArray();
    sortBy(network.x, nodes, 0, nodes.length);
    for (int from = 0, to = 0; from < nodes.length; from = to) {
      while (to < nodes.length && network.x[nodes[to]] == network.x[nodes[from]]) {
        to++;
      }
      sortBy(network.y, nodes, from, to);
    }
    return nodes;
  }

  /** Sorts nodes by one coordinate as packed numbers: offset, node. */
  private static void sortBy(long[] coordinate, int[] nodes, int from, int to) {
    long least = Long.MAX_VALUE;
    for (int i = from; i < to; i++) {
      least = Math.min(least, coordinate[nodes[i]]);
    }
    long[] keys = new long[to - from];
    for (int i = from; i < to; i++) {
      keys[i - from] = coordinate[nodes[i]] - least << 32 | nodes[i];
    }
    Arrays.sort(keys);
    for (int i = from; i < to; i++) {
      nodes[i] = (int) keys[i - from];
    }
  }

  private interface IntComparator {
    int compare(int a, int b);
  }

  /** Quick when little is out of order. */
  private static void insertionSort(int[] values, int from, int to, IntComparator comparator) {
    for (int i = from + 1; i < to; i++) {
      int value = values[i];
      int j = i;
      while (j > from && comparator.compare(values[j - 1], value) > 0) {
        values[j] = values[j - 1];
        j--;
      }
      values[j] = value;
    }
  }

  private int compareNodes(int m, int n) {
    int byX = Long.compare(network.x[m], network.x[n]);
    return byX != 0 ? byX : Long.compare(network.y[m], network.y[n]);
  }

  private boolean runsBackward(int c) {
    int last = chains.nodeCount(c) - 1;
    int ends = Integer.compare(nodeNumber[chains.node(c, 0)], nodeNumber[chains.node(c, last)]);
    return ends != 0 ? ends > 0 : compareNodes(chains.node(c, 1), chains.node(c, last - 1)) > 0;
  }

  /** Grouped by first node, then ordered within the few of each group. */
  private int[] sorted() {
    int[] start = new int[fabricNodes.length + 1];
    for (int c = 0; c < chains.count(); c++) {
      start[first(c) + 1]++;
    }
    for (int n = 0; n < fabricNodes.length; n++) {
      start[n + 1] += start[n];
    }
    int[] fill = Arrays.copyOf(start, start.length);
    int[] order = new int[chains.count()];
    for (int c = 0; c < chains.count(); c++) {
      order[fill[first(c)]++] = c;
    }
    for (int n = 0; n < fabricNodes.length; n++) {
      insertionSort(order, start[n], start[n + 1], this::compareSameStart);
    }
    return order;
  }

  private int compareSameStart(int b, int c) {
    int byEnd = Integer.compare(last(b), last(c));
    return byEnd != 0 ? byEnd : compareNodes(node(b, 1), node(c, 1));
  }

  private int first(int c) {
    return nodeNumber[node(c, 0)];
  }

  private int last(int c) {
    return nodeNumber[node(c, chains.nodeCount(c) - 1)];
  }

  private int node(int c, int i) {
    return chains.node(c, reversed[c] ? chains.nodeCount(c) - 1 - i : i);
  }

  private FabricData data(int[] order) {
    int arcs = order.length;
    int[] pointStart = pointStarts(order);
    int[] points = points(order, pointStart);
    String[] names = names();
    FabricData data = FabricData.sized(fabricNodes.length, arcs, pointStart, names);
    pick(network.x, fabricNodes, data.nodeX());
    pick(network.y, fabricNodes, data.nodeY());
    pick(network.x, points, data.pointX());
    pick(network.y, points, data.pointY());
    for (int a = 0; a < arcs; a++) {
      Attribute attribute = attributes.get(chains.attribute(order[a]));
      data.arcFrom()[a] = first(order[a]);
      data.arcTo()[a] = last(order[a]);
      data.arcClass()[a] = (byte) attribute.arcClass().ordinal();
      data.arcName()[a] = Arrays.binarySearch(names, attribute.name());
      data.streetId()[a] = attribute.streetId();
      data.arcFlags()[a] = attribute.flags() | outline(order[a]);
    }
    return data;
  }

  private int[] pointStarts(int[] order) {
    int[] start = new int[order.length + 1];
    for (int a = 0; a < order.length; a++) {
      start[a + 1] = start[a] + chains.nodeCount(order[a]);
    }
    return start;
  }

  private static void pick(long[] from, int[] which, long[] to) {
    for (int i = 0; i < which.length; i++) {
      to[i] = from[which[i]];
    }
  }

  private int[] points(int[] order, int[] pointStart) {
    int[] points = new int[pointStart[order.length]];
    for (int a = 0; a < order.length; a++) {
      for (int i = 0; i < chains.nodeCount(order[a]); i++) {
        points[pointStart[a] + i] = node(order[a], i);
      }
    }
    return points;
  }

  private int outline(int c) {
    return reversed[c] ? ArcFlags.reversed(chains.outline(c)) : chains.outline(c);
  }

  /** "" and then the names in use, in order. */
  private String[] names() {
    boolean[] used = new boolean[attributes.size()];
    for (int c = 0; c < chains.count(); c++) {
      used[chains.attribute(c)] = true;
    }
    TreeSet<String> names = new TreeSet<>();
    names.add("");
    for (int number = 0; number < used.length; number++) {
      if (used[number]) {
        names.add(attributes.get(number).name());
      }
    }
    return names.toArray(String[]::new);
  }
}
