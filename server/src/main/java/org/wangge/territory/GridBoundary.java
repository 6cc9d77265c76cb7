package org.wangge.territory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.wangge.fabric.Fabric;
import org.wangge.zoning.Plan;

/**
 * What runs along a grid's border: streets by the side they face with lengths, and the neighbours.
 * The words of a decree (四至) are made by {@link org.wangge.zoning.BoundaryText}.
 */
final class GridBoundary {

  /** The quarter of the sky a piece of border looks towards, away from the grid. */
  enum Side {
    EAST("东"),
    SOUTH("南"),
    WEST("西"),
    NORTH("北");

    private final String label;

    Side(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }

    /** Of an outward normal; diagonals count as north or south. */
    static Side towards(double x, double y) {
      if (Math.abs(x) > Math.abs(y)) {
        return x > 0 ? EAST : WEST;
      }
      return y > 0 ? NORTH : SOUTH;
    }
  }

  /**
   * A stretch of border along one street on one side.
   *
   * @param name of the street, or what kind of line it is when it has none
   * @param named whether it has a name
   */
  record Stretch(Side side, String name, String classLabel, boolean named, double lengthMetres) {}

  /** A grid on the other side and how long the common border is. */
  record Neighbour(int zone, double lengthMetres) {}

  private final Fabric fabric;
  private final Plan plan;
  private final int zone;
  private final List<Integer> halfEdges = new ArrayList<>();

  private GridBoundary(Plan plan, int zone) {
    this.fabric = plan.fabric();
    this.plan = plan;
    this.zone = zone;
    for (int face : plan.faces(zone)) {
      collect(fabric.firstHalfEdge(face));
      for (int hole : fabric.holes(face)) {
        collect(hole);
      }
    }
  }

  static GridBoundary of(Plan plan, int zone) {
    return new GridBoundary(plan, zone);
  }

  /** Half-edges with the grid on their left and another or nothing on their right. */
  private void collect(int start) {
    for (int h : fabric.cycle(start)) {
      if (across(h) != zone) {
        halfEdges.add(h);
      }
    }
  }

  private int across(int halfEdge) {
    return plan.zone(fabric.face(halfEdge ^ 1));
  }

  /** Longest first. */
  List<Neighbour> neighbours() {
    Map<Integer, Double> lengths = new HashMap<>();
    for (int h : halfEdges) {
      if (across(h) >= 0) {
        lengths.merge(across(h), fabric.arcLengthMetres(h >> 1), Double::sum);
      }
    }
    return lengths.entrySet().stream()
        .map(entry -> new Neighbour(entry.getKey(), entry.getValue()))
        .sorted(
            Comparator.comparingDouble(Neighbour::lengthMetres)
                .reversed()
                .thenComparing(Neighbour::zone))
        .toList();
  }

  /** East, south, west, north; on each side the longest first. */
  List<Stretch> stretches() {
    Map<Side, Map<String, Stretch>> bySide = new EnumMap<>(Side.class);
    for (int h : halfEdges) {
      addArc(h, bySide);
    }
    return bySide.values().stream()
        .flatMap(
            side ->
                side.values().stream()
                    .sorted(
                        Comparator.comparingDouble(Stretch::lengthMetres)
                            .reversed()
                            .thenComparing(Stretch::name)))
        .toList();
  }

  private void addArc(int halfEdge, Map<Side, Map<String, Stretch>> bySide) {
    int arc = halfEdge >> 1;
    int turn = (halfEdge & 1) == 0 ? 1 : -1;
    for (int i = 1; i < fabric.pointCount(arc); i++) {
      double dx = turn * (fabric.pointX(arc, i) - fabric.pointX(arc, i - 1)) / 1000.0;
      double dy = turn * (fabric.pointY(arc, i) - fabric.pointY(arc, i - 1)) / 1000.0;
      Stretch piece = piece(arc, Side.towards(dy, -dx), Math.hypot(dx, dy));
      bySide
          .computeIfAbsent(piece.side, side -> new HashMap<>())
          .merge(piece.name, piece, GridBoundary::joined);
    }
  }

  private Stretch piece(int arc, Side side, double lengthMetres) {
    String name = fabric.arcName(arc);
    String label = fabric.arcClass(arc).label();
    return new Stretch(side, name.isEmpty() ? label : name, label, !name.isEmpty(), lengthMetres);
  }

  private static Stretch joined(Stretch one, Stretch other) {
    Stretch longer = one.lengthMetres >= other.lengthMetres ? one : other;
    return new Stretch(
        one.side, one.name, longer.classLabel, one.named, one.lengthMetres + other.lengthMetres);
  }
}
