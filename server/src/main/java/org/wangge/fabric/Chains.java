package org.wangge.fabric;

/**
 * Segments strung into maximal chains: a chain ends where not exactly two segments meet or where
 * the attribute changes. A chain that closes without such a place starts at its lowest point in x,
 * then y.
 */
final class Chains {
  private final Network network;
  private final boolean[] included;
  private final Network.Incidence incidence;
  private final IntList nodes = new IntList(1024);
  private final IntList nodeStart = new IntList(256);
  private final IntList segments = new IntList(1024);
  private final IntList segmentStart = new IntList(256);
  private final LongList signature = new LongList(256);

  private Chains(Network network, boolean[] included) {
    this.network = network;
    this.included = included;
    this.incidence = network.incidence(included);
  }

  static Chains of(Network network, boolean[] included) {
    Chains chains = new Chains(network, included.clone());
    chains.collect();
    return chains;
  }

  private void collect() {
    for (int n = 0; n < network.nodeCount(); n++) {
      if (incidence.degree(n) > 0 && isEnd(n)) {
        followAll(n);
      }
    }
    for (int s = 0; s < network.segmentCount(); s++) {
      if (included[s]) {
        follow(lowestOfLoop(s), s);
      }
    }
    nodeStart.add(nodes.size());
    segmentStart.add(segments.size());
  }

  private void followAll(int node) {
    for (int i = incidence.start()[node]; i < incidence.start()[node + 1]; i++) {
      if (included[incidence.segments()[i]]) {
        follow(node, incidence.segments()[i]);
      }
    }
  }

  private void follow(int start, int anySegment) {
    int segment = incident(start, anySegment);
    nodeStart.add(nodes.size());
    segmentStart.add(segments.size());
    signature.add(network.signature(segment, start));
    nodes.add(start);
    int node = start;
    do {
      included[segment] = false;
      segments.add(segment);
      node = network.otherEnd(segment, node);
      nodes.add(node);
      segment = other(node, segment);
    } while (node != start && !isEnd(node));
  }

  /** The given segment when it ends at the node, else (a loop) the first one there. */
  private int incident(int node, int segment) {
    return network.from[segment] == node || network.to[segment] == node
        ? segment
        : incidence.segments()[incidence.start()[node]];
  }

  private int other(int node, int segment) {
    int first = incidence.segments()[incidence.start()[node]];
    return first == segment && incidence.degree(node) > 1
        ? incidence.segments()[incidence.start()[node] + 1]
        : first;
  }

  private boolean isEnd(int node) {
    if (incidence.degree(node) != 2) {
      return true;
    }
    int s = incidence.segments()[incidence.start()[node]];
    int t = incidence.segments()[incidence.start()[node] + 1];
    // Walking on from s into t: s is entered at its other end.
    return network.signature(s, network.otherEnd(s, node)) != network.signature(t, node);
  }

  private int lowestOfLoop(int segment) {
    int start = network.from[segment];
    int lowest = start;
    int node = start;
    int at = segment;
    do {
      node = network.otherEnd(at, node);
      lowest = isBefore(node, lowest) ? node : lowest;
      at = other(node, at);
    } while (node != start);
    return lowest;
  }

  private boolean isBefore(int m, int n) {
    return network.x[m] != network.x[n] ? network.x[m] < network.x[n] : network.y[m] < network.y[n];
  }

  int count() {
    return signature.size();
  }

  int attribute(int chain) {
    return (int) (signature.get(chain) >> 2);
  }

  /** Outline bits in the direction of the chain. */
  int outline(int chain) {
    return (int) signature.get(chain) & ArcFlags.OUTLINE;
  }

  /** Nodes of the network along the chain: the first and last are equal for a loop. */
  int nodeCount(int chain) {
    return nodeStart.get(chain + 1) - nodeStart.get(chain);
  }

  int node(int chain, int i) {
    return nodes.get(nodeStart.get(chain) + i);
  }

  int[] segments(int chain) {
    int[] of = new int[segmentStart.get(chain + 1) - segmentStart.get(chain)];
    for (int i = 0; i < of.length; i++) {
      of[i] = segments.get(segmentStart.get(chain) + i);
    }
    return of;
  }
}
