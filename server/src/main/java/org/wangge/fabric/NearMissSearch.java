package org.wangge.fabric;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds dead ends that almost meet a line. What can be reached from the dead end by a short way
 * along the network does not count: a stub always ends near the street it leaves.
 */
final class NearMissSearch {
  /** A line reached within so many times the search distance is the dead end's own. */
  private static final int OWN_REACH = 4;

  private final Network network;
  private final AttributeTable attributes;
  private final Network.Incidence incidence;
  private final long distance;
  private final CellGrid grid;
  private final int[] cellStart;
  private final int[] cellSegments;

  private NearMissSearch(Network network, AttributeTable attributes, double distanceMetres) {
    this.network = network;
    this.attributes = attributes;
    this.incidence = network.incidence(network.alive);
    this.distance = Math.round(distanceMetres * 1000);
    long[] ax = new long[network.segmentCount()];
    long[] ay = new long[ax.length];
    long[] bx = new long[ax.length];
    long[] by = new long[ax.length];
    for (int s = 0; s < ax.length; s++) {
      ax[s] = network.x[network.from[s]];
      ay[s] = network.y[network.from[s]];
      bx[s] = network.x[network.to[s]];
      by[s] = network.y[network.to[s]];
    }
    this.grid = CellGrid.around(network.x, network.y, Math.max(16, network.segmentCount()));
    this.cellStart = new int[grid.cellCount() + 1];
    this.cellSegments = SegmentCells.group(grid, ax, ay, bx, by, cellStart);
  }

  /** A near miss and the attribute of the line that ends there. */
  record Found(NearMiss miss, int attribute) {}

  /** Nearest first. */
  static List<Found> find(Network network, AttributeTable attributes, double distanceMetres) {
    return distanceMetres <= 0
        ? List.of()
        : new NearMissSearch(network, attributes, distanceMetres).run();
  }

  private List<Found> run() {
    List<Found> found = new ArrayList<>();
    for (int n = 0; n < network.nodeCount(); n++) {
      if (incidence.degree(n) == 1) {
        addNearest(n, found);
      }
    }
    found.sort(
        Comparator.comparingDouble((Found f) -> f.miss().distanceMetres())
            .thenComparingLong(f -> f.miss().x())
            .thenComparingLong(f -> f.miss().y()));
    return found;
  }

  private void addNearest(int node, List<Found> found) {
    Reach own = new Reach();
    own.spread(node, OWN_REACH * (double) distance);
    double best = distance;
    int nearest = -1;
    for (int s : segmentsAround(node)) {
      double apart = network.alive[s] && !own.contains(s) ? distanceTo(s, node) : Double.MAX_VALUE;
      if (apart < best || (apart == best && nearest >= 0 && comesFirst(s, nearest))) {
        best = apart;
        nearest = s;
      }
    }
    if (nearest >= 0) {
      found.add(describe(node, nearest));
    }
  }

  /** Ties are broken by place, so that the answer does not depend on the order of the input. */
  private boolean comesFirst(int s, int t) {
    long sx = Math.min(network.x[network.from[s]], network.x[network.to[s]]);
    long tx = Math.min(network.x[network.from[t]], network.x[network.to[t]]);
    return sx < tx;
  }

  private int[] segmentsAround(int node) {
    IntList around = new IntList(16);
    long x = network.x[node];
    long y = network.y[node];
    for (int row = grid.row(y - distance); row <= grid.row(y + distance); row++) {
      for (int column = grid.column(x - distance); column <= grid.column(x + distance); column++) {
        int cell = row * grid.columns + column;
        for (int i = cellStart[cell]; i < cellStart[cell + 1]; i++) {
          around.add(cellSegments[i]);
        }
      }
    }
    return around.toArray();
  }

  private double distanceTo(int s, int node) {
    double t = shareAlong(s, node);
    double dx = network.x[network.from[s]] + t * lengthX(s) - network.x[node];
    double dy = network.y[network.from[s]] + t * lengthY(s) - network.y[node];
    return Math.hypot(dx, dy);
  }

  private double shareAlong(int s, int node) {
    double px = network.x[node] - network.x[network.from[s]];
    double py = network.y[node] - network.y[network.from[s]];
    double lengthX = lengthX(s);
    double lengthY = lengthY(s);
    double share = (px * lengthX + py * lengthY) / (lengthX * lengthX + lengthY * lengthY);
    return Math.max(0, Math.min(1, share));
  }

  private long lengthX(int s) {
    return network.x[network.to[s]] - network.x[network.from[s]];
  }

  private long lengthY(int s) {
    return network.y[network.to[s]] - network.y[network.from[s]];
  }

  private Found describe(int node, int s) {
    double t = shareAlong(s, node);
    long toX = network.x[network.from[s]] + Math.round(t * lengthX(s));
    long toY = network.y[network.from[s]] + Math.round(t * lengthY(s));
    int own = network.attribute[incidence.segments()[incidence.start()[node]]];
    NearMiss miss =
        new NearMiss(
            network.x[node],
            network.y[node],
            toX,
            toY,
            distanceTo(s, node) / 1000,
            attributes.get(own).name(),
            attributes.get(network.attribute[s]).name());
    return new Found(miss, own);
  }

  /** Segments within a way along the network. */
  private final class Reach {
    private final IntList segments = new IntList(16);

    void spread(int node, double left) {
      for (int i = incidence.start()[node]; i < incidence.start()[node + 1]; i++) {
        int s = incidence.segments()[i];
        if (!contains(s)) {
          segments.add(s);
          double length = Math.hypot(lengthX(s), lengthY(s));
          if (length < left) {
            spread(network.otherEnd(s, node), left - length);
          }
        }
      }
    }

    boolean contains(int segment) {
      return segments.contains(segment);
    }
  }
}
