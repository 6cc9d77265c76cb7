package org.wangge.fabric;

import java.util.Arrays;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;

/**
 * Finds the way along arcs that a drawn line means: from node to node, cheapest by length times the
 * weight of the arcs' classes, so that it keeps to strong streets. A* over the fabric's own arcs;
 * the estimate is the straight distance at the least weight, so the way found is the cheapest.
 *
 * <p>Built once for a fabric; safe for threads. It does not draw where no arc is: what is not
 * connected has no way.
 */
public final class Livewire {
  private static final double LEAST_WEIGHT = 0.6;
  private static final int CELL_NODES = 4;

  private final Fabric fabric;
  private final int[] start;
  private final int[] leaving;
  private final double[] cost;
  private final double minX;
  private final double minY;
  private final double cell;
  private final int columns;
  private final int rows;
  private final int[] cellStart;
  private final int[] cellNodes;

  private Livewire(Fabric fabric) {
    this.fabric = fabric;
    this.start = new int[fabric.nodeCount() + 1];
    this.leaving = leavingEdges();
    this.cost = new double[fabric.arcCount()];
    Arrays.setAll(cost, a -> fabric.arcLengthMetres(a) * fabric.arcClass(a).weight());
    double[] box = box();
    this.minX = box[0];
    this.minY = box[1];
    double width = Math.max(1, box[2] - box[0]);
    double height = Math.max(1, box[3] - box[1]);
    this.cell = Math.sqrt(width * height * CELL_NODES / Math.max(1, fabric.nodeCount())) + 1;
    this.columns = (int) (width / cell) + 1;
    this.rows = (int) (height / cell) + 1;
    this.cellStart = new int[columns * rows + 1];
    this.cellNodes = groupNodes();
  }

  public static Livewire of(Fabric fabric) {
    return new Livewire(fabric);
  }

  /**
   * A way along arcs.
   *
   * @param halfEdges in the order and direction in which they are walked; none when both ends are
   *     one node
   */
  public record Way(int from, int to, int[] halfEdges) {

    /** The arcs, in order. */
    public int[] arcs() {
      return Arrays.stream(halfEdges).map(h -> h >> 1).toArray();
    }
  }

  private int[] leavingEdges() {
    for (int h = 0; h < 2 * fabric.arcCount(); h++) {
      start[fabric.from(h) + 1]++;
    }
    for (int n = 0; n < fabric.nodeCount(); n++) {
      start[n + 1] += start[n];
    }
    int[] fill = start.clone();
    int[] edges = new int[2 * fabric.arcCount()];
    for (int h = 0; h < edges.length; h++) {
      edges[fill[fabric.from(h)]++] = h;
    }
    return edges;
  }

  private double[] box() {
    double[] box = {Double.MAX_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE, -Double.MAX_VALUE};
    for (int n = 0; n < fabric.nodeCount(); n++) {
      box[0] = Math.min(box[0], fabric.nodeX(n));
      box[1] = Math.min(box[1], fabric.nodeY(n));
      box[2] = Math.max(box[2], fabric.nodeX(n));
      box[3] = Math.max(box[3], fabric.nodeY(n));
    }
    return box;
  }

  private int column(double x) {
    return (int) Math.max(0, Math.min(columns - 1, (x - minX) / cell));
  }

  private int row(double y) {
    return (int) Math.max(0, Math.min(rows - 1, (y - minY) / cell));
  }

  private int cellOf(int node) {
    return row(fabric.nodeY(node)) * columns + column(fabric.nodeX(node));
  }

  private int[] groupNodes() {
    for (int n = 0; n < fabric.nodeCount(); n++) {
      cellStart[cellOf(n) + 1]++;
    }
    for (int c = 0; c + 1 < cellStart.length; c++) {
      cellStart[c + 1] += cellStart[c];
    }
    int[] fill = cellStart.clone();
    int[] nodes = new int[fabric.nodeCount()];
    for (int n = 0; n < nodes.length; n++) {
      nodes[fill[cellOf(n)]++] = n;
    }
    return nodes;
  }

  /**
   * The node nearest to a place in millimetres.
   *
   * @param allowed which nodes count
   * @param reach no farther than this, millimetres
   */
  public Optional<Integer> findNode(double x, double y, double reach, IntPredicate allowed) {
    double within = Math.min(cell, reach);
    int found = nearest(x, y, within, allowed);
    while (found < 0 && within < reach) {
      within = Math.min(2 * within, reach);
      found = nearest(x, y, within, allowed);
    }
    return found < 0 ? Optional.empty() : Optional.of(found);
  }

  private int nearest(double x, double y, double within, IntPredicate allowed) {
    int best = -1;
    double least = within * within;
    for (int r = row(y - within); r <= row(y + within); r++) {
      int from = cellStart[r * columns + column(x - within)];
      int to = cellStart[r * columns + column(x + within) + 1];
      for (int i = from; i < to; i++) {
        double dx = fabric.nodeX(cellNodes[i]) - x;
        double dy = fabric.nodeY(cellNodes[i]) - y;
        double square = dx * dx + dy * dy;
        if (square <= least && allowed.test(cellNodes[i])) {
          least = square;
          best = cellNodes[i];
        }
      }
    }
    return best;
  }

  /** The cheapest way between two nodes. */
  public Optional<Way> find(int from, int to) {
    return find(from, to, arc -> true);
  }

  /**
   * The cheapest way between two nodes.
   *
   * @param open which arcs may be used
   */
  public Optional<Way> find(int from, int to, IntPredicate open) {
    return find(from, to, 1, arc -> open.test(arc) ? 1 : Double.POSITIVE_INFINITY);
  }

  /**
   * The cheapest way between two nodes where some arcs cost more or less than they usually do.
   *
   * @param least no factor is smaller
   * @param factor what the cost of an arc is multiplied by; infinite for an arc that is closed
   */
  public Optional<Way> find(int from, int to, double least, IntToDoubleFunction factor) {
    return new Search(from, to, least * LEAST_WEIGHT / 1000, factor).run();
  }

  /** One search; the arrays are as long as the fabric has nodes. */
  private final class Search {
    private final int from;
    private final int to;
    private final double perMillimetre;
    private final IntToDoubleFunction factor;
    private final double[] spent = new double[fabric.nodeCount()];
    private final int[] arrived = new int[fabric.nodeCount()];
    private final PriorityQueue<Reached> queue = new PriorityQueue<>();

    Search(int from, int to, double perMillimetre, IntToDoubleFunction factor) {
      this.from = from;
      this.to = to;
      this.perMillimetre = perMillimetre;
      this.factor = factor;
      Arrays.fill(spent, Double.MAX_VALUE);
      Arrays.fill(arrived, -1);
    }

    Optional<Way> run() {
      spent[from] = 0;
      queue.add(new Reached(from, 0, estimate(from)));
      while (!queue.isEmpty()) {
        Reached next = queue.poll();
        if (next.node == to) {
          return Optional.of(new Way(from, to, way()));
        }
        if (next.spent <= spent[next.node]) {
          spread(next.node);
        }
      }
      return Optional.empty();
    }

    private void spread(int node) {
      for (int i = start[node]; i < start[node + 1]; i++) {
        int h = leaving[i];
        int other = fabric.to(h);
        double sum = spent[node] + cost[h >> 1] * factor.applyAsDouble(h >> 1);
        if (sum < spent[other]) {
          spent[other] = sum;
          arrived[other] = h;
          queue.add(new Reached(other, sum, sum + estimate(other)));
        }
      }
    }

    private double estimate(int node) {
      double dx = fabric.nodeX(node) - fabric.nodeX(to);
      double dy = fabric.nodeY(node) - fabric.nodeY(to);
      return perMillimetre * Math.sqrt(dx * dx + dy * dy);
    }

    private int[] way() {
      int length = 0;
      for (int node = to; node != from; node = fabric.from(arrived[node])) {
        length++;
      }
      int[] edges = new int[length];
      for (int node = to; node != from; node = fabric.from(arrived[node])) {
        edges[--length] = arrived[node];
      }
      return edges;
    }
  }

  private record Reached(int node, double spent, double expected) implements Comparable<Reached> {
    @Override
    public int compareTo(Reached other) {
      int byCost = Double.compare(expected, other.expected);
      return byCost != 0 ? byCost : Integer.compare(node, other.node);
    }
  }
}
