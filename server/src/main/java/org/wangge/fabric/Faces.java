package org.wangge.fabric;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * The faces of a planar set of arcs: cycles that run counter-clockwise bound a face, clockwise ones
 * are holes in the face around them. Faces are numbered by their smallest half-edge; what lies
 * outside the domain has no number (−1).
 */
final class Faces {
  private static final int UNKNOWN = -2;

  /** Face on the left of each half-edge. */
  final int[] face;

  /** Smallest half-edge of each face's outer cycle. */
  final int[] first;

  /** Where the inner cycles of each face start in {@link #holes}; one more entry than faces. */
  final int[] holeStart;

  /** Smallest half-edge of each inner cycle, grouped by face. */
  final int[] holes;

  /** Twice the exact area of each face in mm². */
  final long[] doubleArea;

  private Faces(int[] face, int[] first, int[] holeStart, int[] holes, long[] doubleArea) {
    this.face = face;
    this.first = first;
    this.holeStart = holeStart;
    this.holes = holes;
    this.doubleArea = doubleArea;
  }

  /**
   * @param below a half-edge of the face around a cycle that runs clockwise, or of another island
   *     in that face that lies lower; −1 outside. Asked for such cycles only
   */
  static Faces of(FabricData data, HalfEdges edges, IntUnaryOperator below) {
    long[] area = cycleAreas(data, edges);
    int[] faceOfCycle = new int[area.length];
    Arrays.fill(faceOfCycle, UNKNOWN);
    markOutside(data, edges, faceOfCycle);
    int[] first = numberOuterCycles(edges, area, faceOfCycle);
    for (int c = 0; c < area.length; c++) {
      resolveHole(edges, below, faceOfCycle, c);
    }
    return assemble(edges, area, faceOfCycle, first);
  }

  private static long[] cycleAreas(FabricData data, HalfEdges edges) {
    long[] area = new long[edges.cycleStart.length];
    for (int a = 0; a < data.arcCount(); a++) {
      long sum = doubleAreaUnder(data, a);
      area[edges.cycle[2 * a]] += sum;
      area[edges.cycle[2 * a + 1]] -= sum;
    }
    return area;
  }

  /**
   * The arc's share of the shoelace sum, seen from the fabric's first point so that numbers stay
   * small.
   */
  static long doubleAreaUnder(FabricData data, int arc) {
    long[] x = data.pointX();
    long[] y = data.pointY();
    long sum = 0;
    for (int k = data.pointStart()[arc]; k < data.pointStart()[arc + 1] - 1; k++) {
      sum += Exact.cross(x[0], y[0], x[k], y[k], x[k + 1], y[k + 1]);
    }
    return sum;
  }

  private static void markOutside(FabricData data, HalfEdges edges, int[] faceOfCycle) {
    for (int a = 0; a < data.arcCount(); a++) {
      if ((data.arcFlags()[a] & ArcFlags.OUTSIDE_LEFT) != 0) {
        faceOfCycle[edges.cycle[2 * a]] = -1;
      }
      if ((data.arcFlags()[a] & ArcFlags.OUTSIDE_RIGHT) != 0) {
        faceOfCycle[edges.cycle[2 * a + 1]] = -1;
      }
    }
  }

  private static int[] numberOuterCycles(HalfEdges edges, long[] area, int[] faceOfCycle) {
    int[] first = new int[area.length];
    int count = 0;
    for (int c = 0; c < area.length; c++) {
      if (area[c] > 0 && faceOfCycle[c] == UNKNOWN) {
        first[count] = edges.cycleStart[c];
        faceOfCycle[c] = count++;
      }
    }
    return Arrays.copyOf(first, count);
  }

  /**
   * Walks down from island to island until a face is met; every cycle on the way is in that face.
   */
  private static void resolveHole(
      HalfEdges edges, IntUnaryOperator below, int[] faceOfCycle, int cycle) {
    int at = cycle;
    while (at >= 0 && faceOfCycle[at] == UNKNOWN) {
      at = cycleBelow(edges, below, at);
    }
    int face = at < 0 ? -1 : faceOfCycle[at];
    at = cycle;
    while (at >= 0 && faceOfCycle[at] == UNKNOWN) {
      faceOfCycle[at] = face;
      at = cycleBelow(edges, below, at);
    }
  }

  private static int cycleBelow(HalfEdges edges, IntUnaryOperator below, int cycle) {
    int h = below.applyAsInt(cycle);
    return h < 0 ? -1 : edges.cycle[h];
  }

  /** Straight down from the lowest point of a cycle; −1 when there is nothing. */
  static int halfEdgeBelow(FabricData data, HalfEdges edges, SegmentGrid grid, int cycle) {
    int lowest = lowestPoint(data, edges, cycle);
    return grid.halfEdgeBelow(data.pointX()[lowest], data.pointY()[lowest]);
  }

  private static int lowestPoint(FabricData data, HalfEdges edges, int cycle) {
    int lowest = data.pointStart()[edges.cycleStart[cycle] >> 1];
    int h = edges.cycleStart[cycle];
    do {
      for (int k = data.pointStart()[h >> 1]; k < data.pointStart()[(h >> 1) + 1]; k++) {
        lowest = data.pointY()[k] < data.pointY()[lowest] ? k : lowest;
      }
      h = edges.next[h];
    } while (h != edges.cycleStart[cycle]);
    return lowest;
  }

  private static Faces assemble(HalfEdges edges, long[] area, int[] faceOfCycle, int[] first) {
    int[] face = new int[edges.cycle.length];
    for (int h = 0; h < face.length; h++) {
      face[h] = faceOfCycle[edges.cycle[h]];
    }
    int[] holeStart = new int[first.length + 1];
    long[] faceArea = new long[first.length];
    for (int c = 0; c < area.length; c++) {
      if (faceOfCycle[c] >= 0) {
        faceArea[faceOfCycle[c]] += area[c];
        holeStart[faceOfCycle[c] + 1] += area[c] < 0 ? 1 : 0;
      }
    }
    for (int f = 0; f < first.length; f++) {
      holeStart[f + 1] += holeStart[f];
    }
    return new Faces(
        face, first, holeStart, groupHoles(edges, area, faceOfCycle, holeStart), faceArea);
  }

  private static int[] groupHoles(
      HalfEdges edges, long[] area, int[] faceOfCycle, int[] holeStart) {
    int[] fill = Arrays.copyOf(holeStart, holeStart.length);
    int[] holes = new int[holeStart[holeStart.length - 1]];
    for (int c = 0; c < area.length; c++) {
      if (faceOfCycle[c] >= 0 && area[c] < 0) {
        holes[fill[faceOfCycle[c]]++] = edges.cycleStart[c];
      }
    }
    return holes;
  }
}
