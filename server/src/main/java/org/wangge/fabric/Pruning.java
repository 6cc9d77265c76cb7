package org.wangge.fabric;

/** Takes away, again and again, segments that end dead. */
final class Pruning {
  private Pruning() {}

  /** Ends the life of every segment that belongs to a tree with a dead end; returns which. */
  static boolean[] removeDangles(Network network) {
    Network.Incidence incidence = network.incidence(network.alive);
    boolean[] removed = new boolean[network.segmentCount()];
    int[] degree = new int[network.nodeCount()];
    for (int n = 0; n < degree.length; n++) {
      degree[n] = incidence.degree(n);
    }
    for (int n = 0; n < degree.length; n++) {
      eatFrom(n, network, incidence, degree, removed);
    }
    return removed;
  }

  private static void eatFrom(
      int start, Network network, Network.Incidence incidence, int[] degree, boolean[] removed) {
    int node = start;
    while (degree[node] == 1) {
      int s = onlySegment(node, network, incidence);
      network.alive[s] = false;
      removed[s] = true;
      degree[node]--;
      node = network.otherEnd(s, node);
      degree[node]--;
    }
  }

  private static int onlySegment(int node, Network network, Network.Incidence incidence) {
    for (int i = incidence.start()[node]; i < incidence.start()[node + 1]; i++) {
      if (network.alive[incidence.segments()[i]]) {
        return incidence.segments()[i];
      }
    }
    throw new IllegalStateException("node " + node + " has lost its segment");
  }
}
