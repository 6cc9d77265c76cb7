package org.wangge.zoning;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.wangge.fabric.Fabric;
import org.wangge.fabric.Livewire;

/**
 * Proposes where a dragged border could go: from one end of the border that two zones share, along
 * arcs through the ground of the two past the place it was dragged to, to the other end.
 */
public final class BorderPath {
  /** To slide along the edge is cheap. */
  private static final double ALONG_EDGE = 0.35;

  /** The border as it stands is to be left, not to be kept. */
  private static final double ON_BORDER = 4;

  private final Redraw redraw;
  private final Fabric fabric;
  private final Livewire wire;
  private final int a;
  private final int b;

  private BorderPath(Redraw redraw, Livewire wire, int a, int b) {
    this.redraw = redraw;
    this.fabric = redraw.fabric();
    this.wire = wire;
    this.a = a;
    this.b = b;
  }

  /**
   * @param wire of the redraw's fabric
   * @param x millimetres
   * @param y millimetres
   * @return arcs of the path; empty when the two share no border or no path leads past the place
   */
  public static Optional<int[]> past(
      Redraw redraw, Livewire wire, int a, int b, double x, double y) {
    return new BorderPath(redraw, wire, a, b).past(x, y);
  }

  private Optional<int[]> past(double x, double y) {
    Optional<int[]> ends = longestBorder();
    if (ends.isEmpty()) {
      return Optional.empty();
    }
    int u = ends.get()[0];
    int v = ends.get()[1];
    BitSet inside = nodesInside();
    return wire.findNode(x, y, Double.MAX_VALUE / 4, inside::get).flatMap(w -> through(u, w, v));
  }

  /** Whether the ground on both sides belongs to the two. */
  private boolean isInside(int arc) {
    return isOurs(fabric.face(2 * arc)) && isOurs(fabric.face(2 * arc + 1));
  }

  private boolean isOurs(int face) {
    return face >= 0 && (redraw.zone(face) == a || redraw.zone(face) == b);
  }

  private BitSet nodesInside() {
    BitSet nodes = new BitSet();
    for (int arc = 0; arc < fabric.arcCount(); arc++) {
      if (isInside(arc)) {
        nodes.set(fabric.arcFrom(arc));
        nodes.set(fabric.arcTo(arc));
      }
    }
    return nodes;
  }

  /** There and on, without passing a node twice. */
  private Optional<int[]> through(int u, int w, int v) {
    Optional<Livewire.Way> there = wire.find(u, w, ALONG_EDGE, this::factor);
    return there.flatMap(
        first -> wire.find(w, v, ALONG_EDGE, avoiding(first)).map(second -> joined(first, second)));
  }

  private IntToDoubleFunction avoiding(Livewire.Way first) {
    BitSet passed = new BitSet();
    for (int h : first.halfEdges()) {
      passed.set(fabric.from(h));
    }
    return arc ->
        passed.get(fabric.arcFrom(arc)) || passed.get(fabric.arcTo(arc))
            ? Double.POSITIVE_INFINITY
            : factor(arc);
  }

  /**
   * The ends of a border slide along the edge of the ground of the two; the border itself moves.
   */
  private double factor(int arc) {
    boolean left = isOurs(fabric.face(2 * arc));
    boolean right = isOurs(fabric.face(2 * arc + 1));
    if (!left && !right) {
      return Double.POSITIVE_INFINITY;
    }
    return left && right ? (isBetween(arc) ? ON_BORDER : 1) : ALONG_EDGE;
  }

  private static int[] joined(Livewire.Way first, Livewire.Way second) {
    return IntStream.concat(IntStream.of(first.arcs()), IntStream.of(second.arcs())).toArray();
  }

  /** The two ends of the longest chain of arcs between the two zones; a closed one has none. */
  private Optional<int[]> longestBorder() {
    Map<Integer, List<Integer>> ends = new HashMap<>();
    for (int arc = 0; arc < fabric.arcCount(); arc++) {
      if (isBetween(arc)) {
        ends.computeIfAbsent(fabric.arcFrom(arc), node -> new ArrayList<>()).add(arc);
        ends.computeIfAbsent(fabric.arcTo(arc), node -> new ArrayList<>()).add(arc);
      }
    }
    return ends.entrySet().stream()
        .filter(entry -> entry.getValue().size() == 1)
        .map(entry -> follow(entry.getKey(), entry.getValue().get(0), ends))
        .max(Comparator.comparingDouble(Chain::metres).thenComparingInt(chain -> -chain.from))
        .map(chain -> new int[] {chain.from, chain.to});
  }

  private boolean isBetween(int arc) {
    int left = fabric.face(2 * arc);
    int right = fabric.face(2 * arc + 1);
    return isOurs(left) && isOurs(right) && redraw.zone(left) != redraw.zone(right);
  }

  private record Chain(int from, int to, double metres) {}

  private Chain follow(int from, int first, Map<Integer, List<Integer>> ends) {
    double metres = 0;
    int node = from;
    int arc = first;
    while (arc >= 0) {
      metres += fabric.arcLengthMetres(arc);
      node = fabric.arcFrom(arc) == node ? fabric.arcTo(arc) : fabric.arcFrom(arc);
      List<Integer> here = ends.getOrDefault(node, List.of());
      int came = arc;
      arc = here.size() == 2 ? here.get(0) + here.get(1) - came : -1;
    }
    return new Chain(from, node, metres);
  }
}
