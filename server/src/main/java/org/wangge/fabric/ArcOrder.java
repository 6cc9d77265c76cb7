package org.wangge.fabric;

import java.util.Arrays;
import java.util.Comparator;
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
  private final int[] nodeNumber;
  private final int[] fabricNodes;
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
  record Arcs(FabricData data, int[] chainOfArc) {}

  static Arcs arrange(Network network, Chains chains, AttributeTable attributes) {
    ArcOrder order = new ArcOrder(network, chains, attributes);
    int[] chainOfArc = order.sorted();
    return new Arcs(order.data(chainOfArc), chainOfArc);
  }

  private int[] endsByPlace() {
    boolean[] isEnd = new boolean[network.nodeCount()];
    for (int c = 0; c < chains.count(); c++) {
      isEnd[chains.node(c, 0)] = true;
      isEnd[chains.node(c, chains.nodeCount(c) - 1)] = true;
    }
    return IntStream.range(0, isEnd.length)
        .filter(n -> isEnd[n])
        .boxed()
        .sorted(this::compareNodes)
        .mapToInt(Integer::intValue)
        .toArray();
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

  private int[] sorted() {
    return IntStream.range(0, chains.count())
        .boxed()
        .sorted(
            Comparator.comparingInt((Integer c) -> nodeNumber[node(c, 0)])
                .thenComparingInt(c -> nodeNumber[node(c, chains.nodeCount(c) - 1)])
                .thenComparing((b, c) -> compareNodes(node(b, 1), node(c, 1))))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private int node(int c, int i) {
    return chains.node(c, reversed[c] ? chains.nodeCount(c) - 1 - i : i);
  }

  private FabricData data(int[] order) {
    String[] names = names();
    int[] pointStart = new int[order.length + 1];
    for (int a = 0; a < order.length; a++) {
      pointStart[a + 1] = pointStart[a] + chains.nodeCount(order[a]);
    }
    int[] points = points(order, pointStart);
    return new FabricData(
        Arrays.stream(fabricNodes).mapToLong(n -> network.x[n]).toArray(),
        Arrays.stream(fabricNodes).mapToLong(n -> network.y[n]).toArray(),
        Arrays.stream(order).map(c -> nodeNumber[node(c, 0)]).toArray(),
        Arrays.stream(order).map(c -> nodeNumber[node(c, chains.nodeCount(c) - 1)]).toArray(),
        pointStart,
        Arrays.stream(points).mapToLong(n -> network.x[n]).toArray(),
        Arrays.stream(points).mapToLong(n -> network.y[n]).toArray(),
        classes(order),
        Arrays.stream(order).map(c -> Arrays.binarySearch(names, attribute(c).name())).toArray(),
        names,
        Arrays.stream(order).mapToLong(c -> attribute(c).streetId()).toArray(),
        Arrays.stream(order).map(this::flags).toArray(),
        new byte[0],
        new int[0],
        new int[0],
        new int[0]);
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

  private Attribute attribute(int c) {
    return attributes.get(chains.attribute(c));
  }

  private byte[] classes(int[] order) {
    byte[] classes = new byte[order.length];
    for (int a = 0; a < order.length; a++) {
      classes[a] = (byte) attribute(order[a]).arcClass().ordinal();
    }
    return classes;
  }

  private int flags(int c) {
    int outline = chains.outline(c);
    return attribute(c).flags() | (reversed[c] ? ArcFlags.reversed(outline) : outline);
  }

  /** "" and then the names in use, in order. */
  private String[] names() {
    TreeSet<String> names = new TreeSet<>();
    names.add("");
    for (int c = 0; c < chains.count(); c++) {
      names.add(attribute(c).name());
    }
    return names.toArray(String[]::new);
  }
}
