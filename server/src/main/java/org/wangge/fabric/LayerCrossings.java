package org.wangge.fabric;

import java.util.List;
import java.util.function.Predicate;

/**
 * Where lines of different layers pass each other without meeting. Two lines meet where they have a
 * point in common; a crossing between points is only a picture of one above the other.
 */
final class LayerCrossings {
  private final List<BoundaryLine> lines;
  private final Predicate<BoundaryLine> mayBound;
  private final int[] firstPoint;
  private final int[] lineOf;
  private final long[] ax;
  private final long[] ay;
  private final long[] bx;
  private final long[] by;
  private final int[] linesAtPoint;
  private final int[] placeOfPoint;
  private final CellGrid grid;
  private final int[] cellStart;
  private final int[] cellSegments;
  private final CellGrid.Walker walker;

  /**
   * Segment k of line i has the number firstPoint[i] + k; the last number of each line is an empty
   * segment.
   */
  LayerCrossings(List<BoundaryLine> lines, Predicate<BoundaryLine> mayBound) {
    this.lines = lines;
    this.mayBound = mayBound;
    this.firstPoint = new int[lines.size() + 1];
    for (int i = 0; i < lines.size(); i++) {
      firstPoint[i + 1] = firstPoint[i] + lines.get(i).pointCount();
    }
    int points = firstPoint[lines.size()];
    lineOf = new int[points];
    ax = new long[points];
    ay = new long[points];
    bx = new long[points];
    by = new long[points];
    fillSegments();
    placeOfPoint = new int[points];
    linesAtPoint = countLinesAtPlaces();
    grid = CellGrid.around(ax, ay, Math.max(16, 2L * points));
    cellStart = new int[grid.cellCount() + 1];
    cellSegments = SegmentCells.group(grid, ax, ay, bx, by, cellStart);
    walker = grid.new Walker();
  }

  private void fillSegments() {
    for (int i = 0; i < lines.size(); i++) {
      BoundaryLine line = lines.get(i);
      for (int k = 0; k < line.pointCount(); k++) {
        int s = firstPoint[i] + k;
        int end = Math.min(k + 1, line.pointCount() - 1);
        lineOf[s] = i;
        ax[s] = line.xs()[k];
        ay[s] = line.ys()[k];
        bx[s] = line.xs()[end];
        by[s] = line.ys()[end];
      }
    }
  }

  private int[] countLinesAtPlaces() {
    NodeTable places = NodeTable.around(ax, ay);
    int[] counts = new int[ax.length];
    int[] lastLine = new int[ax.length];
    for (int s = 0; s < ax.length; s++) {
      int place = places.idOf(ax[s], ay[s]);
      placeOfPoint[s] = place;
      if (lastLine[place] != lineOf[s] + 1) {
        lastLine[place] = lineOf[s] + 1;
        counts[place]++;
      }
    }
    return counts;
  }

  /** Whether another line has the k-th point of the line too. */
  boolean isJunction(int line, int k) {
    return linesAtPoint[placeOfPoint[firstPoint[line] + k]] > 1;
  }

  /**
   * Whether the piece from one point of a line to another passes a bounding street of another,
   * lower-ranking layer.
   */
  boolean passesStreet(int line, int from, int to) {
    for (int s = firstPoint[line] + from; s < firstPoint[line] + to; s++) {
      if (passesStreet(s)) {
        return true;
      }
    }
    return false;
  }

  private boolean passesStreet(int s) {
    walker.walk(ax[s], ay[s], bx[s], by[s]);
    for (int c = 0; c < walker.count; c++) {
      int cell = walker.cells[c];
      for (int i = cellStart[cell]; i < cellStart[cell + 1]; i++) {
        int t = cellSegments[i];
        if (isLowerStreet(lines.get(lineOf[t]), lines.get(lineOf[s])) && cross(s, t)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean isLowerStreet(BoundaryLine other, BoundaryLine own) {
    return other.layer() != own.layer()
        && Math.abs(other.layer()) <= Math.abs(own.layer())
        && other.arcClass().isStreet()
        && mayBound.test(other);
  }

  private boolean cross(int s, int t) {
    return Exact.crossProperly(ax[s], ay[s], bx[s], by[s], ax[t], ay[t], bx[t], by[t]);
  }

  /** How many pairs of segments of different layers cross. */
  int count() {
    int count = 0;
    for (int s = 0; s < ax.length; s++) {
      if (lines.get(lineOf[s]).layer() != 0) {
        count += crossingsOf(s);
      }
    }
    return count;
  }

  /**
   * Each pair is counted at the segment with the higher layer, in the lowest cell that both pass.
   */
  private int crossingsOf(int s) {
    IntList met = new IntList(4);
    walker.walk(ax[s], ay[s], bx[s], by[s]);
    for (int c = 0; c < walker.count; c++) {
      int cell = walker.cells[c];
      for (int i = cellStart[cell]; i < cellStart[cell + 1]; i++) {
        int t = cellSegments[i];
        if (ranksBelow(t, s) && cross(s, t) && !met.contains(t)) {
          met.add(t);
        }
      }
    }
    return met.size();
  }

  private boolean ranksBelow(int t, int s) {
    int below = lines.get(lineOf[t]).layer();
    int above = lines.get(lineOf[s]).layer();
    return below != above && (below == 0 || below < above);
  }
}
