package org.wangge.fabric;

import java.util.Arrays;

/**
 * Decides which segments lie inside the domain. Segments that hang together without passing the
 * outline lie on the same side, so one point test serves them all.
 */
final class DomainClip {
  private final Network network;
  private final Network.Incidence incidence;
  private final boolean[] onOutline;
  private final int[] outlineSegments;
  private final int[] columnStart;
  private final int[] columnSegments;
  private final CellGrid columns;

  private DomainClip(Network network) {
    this.network = network;
    this.incidence = network.incidence(network.alive);
    this.outlineSegments = outlineSegments(network);
    this.onOutline = new boolean[network.nodeCount()];
    for (int s : outlineSegments) {
      onOutline[network.from[s]] = true;
      onOutline[network.to[s]] = true;
    }
    this.columns = grid();
    this.columnStart = new int[columns.columns + 1];
    this.columnSegments = byColumn();
  }

  /** Ends the life of all segments outside; returns how many. */
  static int removeOutside(Network network) {
    return new DomainClip(network).run();
  }

  private static int[] outlineSegments(Network network) {
    IntList found = new IntList(256);
    for (int s = 0; s < network.segmentCount(); s++) {
      if (network.outline[s] != 0) {
        found.add(s);
      }
    }
    return found.toArray();
  }

  private CellGrid grid() {
    long minX = Long.MAX_VALUE;
    long maxX = Long.MIN_VALUE;
    for (int s : outlineSegments) {
      minX = Math.min(minX, Math.min(network.x[network.from[s]], network.x[network.to[s]]));
      maxX = Math.max(maxX, Math.max(network.x[network.from[s]], network.x[network.to[s]]));
    }
    return outlineSegments.length == 0
        ? CellGrid.over(0, 0, 0, 0, 1)
        : CellGrid.over(minX, 0, maxX, 0, Math.max(64, outlineSegments.length));
  }

  private int[] byColumn() {
    for (int s : outlineSegments) {
      for (int c = firstColumn(s); c <= lastColumn(s); c++) {
        columnStart[c + 1]++;
      }
    }
    for (int c = 0; c < columns.columns; c++) {
      columnStart[c + 1] += columnStart[c];
    }
    int[] fill = Arrays.copyOf(columnStart, columnStart.length);
    int[] members = new int[columnStart[columns.columns]];
    for (int s : outlineSegments) {
      for (int c = firstColumn(s); c <= lastColumn(s); c++) {
        members[fill[c]++] = s;
      }
    }
    return members;
  }

  private int firstColumn(int s) {
    return columns.column(Math.min(network.x[network.from[s]], network.x[network.to[s]]));
  }

  private int lastColumn(int s) {
    return columns.column(Math.max(network.x[network.from[s]], network.x[network.to[s]]));
  }

  private int run() {
    boolean[] seen = new boolean[network.segmentCount()];
    IntList group = new IntList(1024);
    int removed = 0;
    for (int s = 0; s < seen.length; s++) {
      if (!seen[s] && network.outline[s] == 0) {
        collectGroup(s, seen, group);
        removed += isInside(s) ? 0 : remove(group);
      }
    }
    return removed;
  }

  private int remove(IntList group) {
    for (int i = 0; i < group.size(); i++) {
      network.alive[group.get(i)] = false;
    }
    return group.size();
  }

  private void collectGroup(int first, boolean[] seen, IntList group) {
    group.clear();
    group.add(first);
    seen[first] = true;
    for (int i = 0; i < group.size(); i++) {
      spread(network.from[group.get(i)], seen, group);
      spread(network.to[group.get(i)], seen, group);
    }
  }

  private void spread(int node, boolean[] seen, IntList group) {
    if (onOutline[node]) {
      return;
    }
    for (int i = incidence.start()[node]; i < incidence.start()[node + 1]; i++) {
      int s = incidence.segments()[i];
      if (!seen[s]) {
        seen[s] = true;
        group.add(s);
      }
    }
  }

  /** Winding number of the outline around the middle of the segment, in half millimetres. */
  private boolean isInside(int segment) {
    long x2 = network.x[network.from[segment]] + network.x[network.to[segment]];
    long y2 = network.y[network.from[segment]] + network.y[network.to[segment]];
    int column = columns.column(Math.floorDiv(x2, 2));
    int winding = 0;
    for (int i = columnStart[column]; i < columnStart[column + 1]; i++) {
      winding += windingAbove(columnSegments[i], x2, y2);
    }
    return winding > 0;
  }

  private int windingAbove(int s, long x2, long y2) {
    long ax = 2 * network.x[network.from[s]];
    long bx = 2 * network.x[network.to[s]];
    if (ax <= x2 == bx <= x2) {
      return 0;
    }
    int side =
        Exact.side(ax, 2 * network.y[network.from[s]], bx, 2 * network.y[network.to[s]], x2, y2);
    boolean above = ax < bx == side < 0;
    int westward = bx < ax ? 1 : -1;
    boolean insideOnLeft = network.outline[s] == ArcFlags.OUTSIDE_RIGHT;
    return above ? westward * (insideOnLeft ? 1 : -1) : 0;
  }
}
