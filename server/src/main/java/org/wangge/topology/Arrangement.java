package org.wangge.topology;

import org.wangge.fabric.NodedSegments;
import org.wangge.fabric.SnapRounder;

/**
 * The segments that found no twin, noded by iterated snap rounding, with the faces between them and
 * how deep each face is covered. The ground of every owner is on the left of its segments; the
 * domain's is on the right, so that depth counts polygons minus one inside the domain: 0 is as it
 * should be.
 */
final class Arrangement {
  final NodedSegments noded;
  final Tracing tracing;
  final Nesting nesting;
  final int[] net;
  private final int[] owners;
  private final int leftovers;

  private Arrangement(NodedSegments noded, int[] owners, int leftovers) {
    this.noded = noded;
    this.owners = owners;
    this.leftovers = leftovers;
    this.net = netOf(noded);
    this.tracing = Tracing.of(noded);
    this.nesting = Nesting.of(tracing, net);
  }

  /**
   * @param positions segments to arrange
   * @param leftovers how many of them, from the first on, found no twin; the others are pairs of
   *     twins that end at one of those
   */
  static Arrangement of(Rings rings, int[] positions, int leftovers) {
    int n = positions.length;
    long[] ax = new long[n];
    long[] ay = new long[n];
    long[] bx = new long[n];
    long[] by = new long[n];
    for (int i = 0; i < n; i++) {
      long a = rings.points[positions[i]];
      long b = rings.points[positions[i] + 1];
      ax[i] = Frame.x(a);
      ay[i] = Frame.y(a);
      bx[i] = Frame.x(b);
      by[i] = Frame.y(b);
    }
    return new Arrangement(SnapRounder.node(ax, ay, bx, by), rings.ownersAt(positions), leftovers);
  }

  private static int[] netOf(NodedSegments noded) {
    int[] net = new int[noded.count()];
    for (int e = 0; e < net.length; e++) {
      for (int u = noded.useStart()[e]; u < noded.useStart()[e + 1]; u++) {
        net[e] += (noded.uses()[u] & 1) == 0 ? 1 : -1;
      }
    }
    return net;
  }

  /** Owner of an input segment. */
  int owner(int input) {
    return owners[input];
  }

  boolean isLeftover(int input) {
    return input < leftovers;
  }

  int inputs() {
    return owners.length;
  }

  double length(int segment) {
    return Frame.distance(point(noded.from()[segment]), point(noded.to()[segment]));
  }

  long point(int node) {
    return Frame.pack((int) noded.nodeX()[node], (int) noded.nodeY()[node]);
  }
}
