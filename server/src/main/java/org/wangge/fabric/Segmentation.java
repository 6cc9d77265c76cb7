package org.wangge.fabric;

import java.util.ArrayList;
import java.util.List;

/**
 * From noded segments to the arcs of a fabric: prunes what bounds nothing, strings the rest into
 * arcs.
 */
final class Segmentation {
  private final Network network;
  private final AttributeTable attributes;
  private final List<InteriorLine> interior = new ArrayList<>();

  Segmentation(Network network, AttributeTable attributes) {
    this.network = network;
    this.attributes = attributes;
  }

  /** Lines that turned out to bound nothing; filled by {@link #arcs()}. */
  List<InteriorLine> interior() {
    return interior;
  }

  FabricData arcs() {
    keep(Pruning.removeDangles(network), InteriorLine.Reason.DANGLE);
    ArcOrder.Arcs arcs = arrange();
    boolean[] links = isthmuses(arcs);
    if (links.length == 0) {
      return arcs.data();
    }
    keep(links, InteriorLine.Reason.ISTHMUS);
    return arrange().data();
  }

  private ArcOrder.Arcs arrange() {
    return ArcOrder.arrange(network, Chains.of(network, network.alive), attributes);
  }

  /**
   * Ends the life of segments with the same face on both sides; returns which, or nothing when
   * there are none.
   */
  private boolean[] isthmuses(ArcOrder.Arcs arcs) {
    HalfEdges edges = HalfEdges.of(arcs.data());
    boolean[] removed = new boolean[network.segmentCount()];
    boolean any = false;
    for (int a = 0; a < arcs.chainOfArc().length; a++) {
      if (edges.cycle[2 * a] == edges.cycle[2 * a + 1]) {
        any = true;
        for (int s : arcs.chains().segments(arcs.chainOfArc()[a])) {
          removed[s] = true;
          network.alive[s] = false;
        }
      }
    }
    return any ? removed : new boolean[0];
  }

  private void keep(boolean[] removed, InteriorLine.Reason reason) {
    Chains chains = Chains.of(network, removed);
    for (int c = 0; c < chains.count(); c++) {
      interior.add(line(chains, c, reason));
    }
  }

  private InteriorLine line(Chains chains, int c, InteriorLine.Reason reason) {
    long[] xs = new long[chains.nodeCount(c)];
    long[] ys = new long[xs.length];
    for (int i = 0; i < xs.length; i++) {
      xs[i] = network.x[chains.node(c, i)];
      ys[i] = network.y[chains.node(c, i)];
    }
    Attribute of = attributes.get(chains.attribute(c));
    return new InteriorLine(xs, ys, of.arcClass(), of.name(), of.streetId(), of.layer(), reason);
  }
}
