package org.wangge.fabric;

import java.util.Arrays;

/**
 * Noded segments with attributes, while a fabric is being made. A segment is alive as long as it
 * may become part of an arc.
 */
final class Network {
  final long[] x;
  final long[] y;
  final int[] from;
  final int[] to;
  final int[] attribute;

  /** {@link ArcFlags#OUTLINE} bits of each segment, seen from → to. */
  final int[] outline;

  final boolean[] alive;

  private Network(NodedSegments noded, int[] attribute, int[] outline) {
    this.x = noded.nodeX();
    this.y = noded.nodeY();
    this.from = noded.from();
    this.to = noded.to();
    this.attribute = attribute;
    this.outline = outline;
    this.alive = new boolean[noded.count()];
    Arrays.fill(alive, true);
  }

  static Network of(NodedSegments noded, Soup soup, AttributeTable attributes) {
    int[] attribute = new int[noded.count()];
    int[] outline = new int[noded.count()];
    for (int s = 0; s < attribute.length; s++) {
      int first = noded.useStart()[s];
      attribute[s] = soup.attribute(noded.uses()[first] >> 1);
      int winding = 0;
      for (int u = first; u < noded.useStart()[s + 1]; u++) {
        int use = noded.uses()[u];
        attribute[s] = attributes.merge(attribute[s], soup.attribute(use >> 1));
        winding += soup.attribute(use >> 1) == AttributeTable.OUTLINE ? 1 - 2 * (use & 1) : 0;
      }
      outline[s] = outlineBits(winding);
    }
    return new Network(noded, attribute, outline);
  }

  private static int outlineBits(int winding) {
    if (winding == 0) {
      return 0;
    }
    return winding > 0 ? ArcFlags.OUTSIDE_RIGHT : ArcFlags.OUTSIDE_LEFT;
  }

  int segmentCount() {
    return from.length;
  }

  int nodeCount() {
    return x.length;
  }

  int otherEnd(int segment, int node) {
    return from[segment] == node ? to[segment] : from[segment];
  }

  /**
   * The attribute and outline bits of a segment when it is left by that node: equal for segments
   * that may be joined.
   */
  long signature(int segment, int leaving) {
    int bits = from[segment] == leaving ? outline[segment] : ArcFlags.reversed(outline[segment]);
    return (long) attribute[segment] << 2 | bits;
  }

  int aliveCount() {
    int count = 0;
    for (boolean a : alive) {
      count += a ? 1 : 0;
    }
    return count;
  }

  /** Which segments end at which node, for the segments in a set. */
  Incidence incidence(boolean[] included) {
    int[] start = new int[nodeCount() + 1];
    for (int s = 0; s < segmentCount(); s++) {
      if (included[s]) {
        start[from[s] + 1]++;
        start[to[s] + 1]++;
      }
    }
    for (int n = 0; n < nodeCount(); n++) {
      start[n + 1] += start[n];
    }
    int[] fill = Arrays.copyOf(start, start.length);
    int[] segments = new int[start[nodeCount()]];
    for (int s = 0; s < segmentCount(); s++) {
      if (included[s]) {
        segments[fill[from[s]]++] = s;
        segments[fill[to[s]]++] = s;
      }
    }
    return new Incidence(start, segments);
  }

  /** Compressed rows of segments per node. */
  record Incidence(int[] start, int[] segments) {

    int degree(int node) {
      return start[node + 1] - start[node];
    }
  }
}
