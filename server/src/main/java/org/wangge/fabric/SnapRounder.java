package org.wangge.fabric;

/**
 * Nodes segments on the millimetre grid by iterated snap rounding.
 *
 * <p>Every end and every crossing, rounded, makes the unit square around it hot; a segment that
 * passes a hot square is bent through its centre. Bending may carry a segment into another hot
 * square, so this is repeated until nothing moves. Then no two segments cross, touch or overlap
 * except at common ends, and no end lies within half a millimetre of a segment that it does not
 * end. A segment moves by at most ½ mm times the square root of 2 a round. All predicates are
 * exact, so the result does not depend on the order or direction of the input.
 */
public final class SnapRounder {
  private static final long LARGEST_EXTENT = 1L << 30;

  private final NodeTable nodes;
  private final CellGrid grid;
  private long[] nodeX;
  private long[] nodeY;
  private int[] cellStart;
  private int[] cellNodes;
  private int rounds;

  private SnapRounder(NodeTable nodes, CellGrid grid) {
    this.nodes = nodes;
    this.grid = grid;
    this.cellStart = new int[grid.cellCount() + 1];
    this.cellNodes = new int[0];
    this.nodeX = new long[0];
    this.nodeY = new long[0];
  }

  /**
   * Nodes the segments a → b, given in millimetres. Segments without length vanish.
   *
   * @throws IllegalArgumentException when the arrays differ in length or the segments extend over
   *     2³⁰ mm or more
   */
  public static NodedSegments node(long[] ax, long[] ay, long[] bx, long[] by) {
    if (ax.length != ay.length || ax.length != bx.length || ax.length != by.length) {
      throw new IllegalArgumentException("coordinate arrays of different length");
    }
    long minX = Math.min(least(ax), least(bx));
    long minY = Math.min(least(ay), least(by));
    long maxX = Math.max(greatest(ax), greatest(bx));
    long maxY = Math.max(greatest(ay), greatest(by));
    if (maxX - minX >= LARGEST_EXTENT || maxY - minY >= LARGEST_EXTENT) {
      throw new IllegalArgumentException(
          "segments extend over "
              + (maxX - minX)
              + " × "
              + (maxY - minY)
              + " mm; the limit is 2^30");
    }
    CellGrid grid = CellGrid.over(minX, minY, maxX, maxY, Math.max(16, 2L * ax.length));
    return new SnapRounder(new NodeTable(minX, minY, ax.length), grid).run(ax, ay, bx, by);
  }

  private static long least(long[] values) {
    long least = values.length == 0 ? 0 : values[0];
    for (long v : values) {
      least = Math.min(least, v);
    }
    return least;
  }

  private static long greatest(long[] values) {
    long greatest = values.length == 0 ? 0 : values[0];
    for (long v : values) {
      greatest = Math.max(greatest, v);
    }
    return greatest;
  }

  private NodedSegments run(long[] ax, long[] ay, long[] bx, long[] by) {
    Pieces pieces = new Pieces(ax.length + ax.length / 4);
    for (int s = 0; s < ax.length; s++) {
      pieces.add(nodes.idOf(ax[s], ay[s]), nodes.idOf(bx[s], by[s]), s);
    }
    CrossingSearch.addCrossings(grid, ax, ay, bx, by, nodes);
    nodeX = nodes.xs();
    nodeY = nodes.ys();
    cellNodes = SegmentCells.group(grid, nodeX, nodeY, cellStart);
    return UseIndex.merge(nodeX, nodeY, settle(pieces), this::rounds);
  }

  private int rounds() {
    return rounds;
  }

  /** Splits pieces at the hot squares they pass until a round splits none. */
  private Pieces settle(Pieces pieces) {
    Pieces settled = new Pieces(pieces.size() + pieces.size() / 4);
    Pieces moving = pieces;
    while (moving.size() > 0) {
      rounds++;
      moving = splitAll(moving, settled);
    }
    return settled;
  }

  private Pieces splitAll(Pieces moving, Pieces settled) {
    Pieces moved = new Pieces(64);
    HitList hits = new HitList();
    CellGrid.Walker walker = grid.new Walker();
    for (int i = 0; i < moving.size(); i++) {
      int from = moving.from(i);
      int to = moving.to(i);
      collectHits(from, to, walker, hits);
      if (hits.isEmpty()) {
        settled.add(from, to, moving.input(i));
      } else {
        hits.sortAlong(nodeX, nodeY, from, to);
        moved.addChain(from, hits, to, moving.input(i));
      }
    }
    return moved;
  }

  private void collectHits(int from, int to, CellGrid.Walker walker, HitList hits) {
    hits.clear();
    walker.walk(nodeX[from], nodeY[from], nodeX[to], nodeY[to]);
    for (int c = 0; c < walker.count; c++) {
      int cell = walker.cells[c];
      for (int i = cellStart[cell]; i < cellStart[cell + 1]; i++) {
        int n = cellNodes[i];
        if (n != from
            && n != to
            && HotPixel.passes(
                nodeX[from], nodeY[from], nodeX[to], nodeY[to], nodeX[n], nodeY[n])) {
          hits.add(n);
        }
      }
    }
  }

  /** Pieces of input segments: from node, to node, input. */
  static final class Pieces {
    private final IntList from;
    private final IntList to;
    private final IntList input;

    Pieces(int capacity) {
      from = new IntList(capacity);
      to = new IntList(capacity);
      input = new IntList(capacity);
    }

    void add(int fromNode, int toNode, int ofInput) {
      if (fromNode != toNode) {
        from.add(fromNode);
        to.add(toNode);
        input.add(ofInput);
      }
    }

    void addChain(int first, HitList hits, int last, int ofInput) {
      int at = first;
      for (int i = 0; i < hits.size(); i++) {
        add(at, hits.get(i), ofInput);
        at = hits.get(i);
      }
      add(at, last, ofInput);
    }

    int size() {
      return from.size();
    }

    int from(int i) {
      return from.get(i);
    }

    int to(int i) {
      return to.get(i);
    }

    int input(int i) {
      return input.get(i);
    }
  }
}
