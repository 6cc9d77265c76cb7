package org.wangge.zoning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.wangge.fabric.ArcClass;
import org.wangge.fabric.Fabric;

/**
 * Cuts a closed walk where the name changes, and a nameless run also where it turns. The first
 * stretch begins in the north-west corner: at a cut, unless a bend of a street lies much further
 * north-west.
 */
final class StretchCutter {
  private static final double SHARP = Math.cos(Math.toRadians(50));

  private final Plan plan;
  private final Fabric fabric;
  private final int[] ring;

  StretchCutter(Plan plan, int[] clockwise) {
    this.plan = plan;
    this.fabric = plan.fabric();
    this.ring = clockwise;
  }

  List<BoundaryStretch> cut() {
    int[] walk = startingAt(northWest());
    List<BoundaryStretch> stretches = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= walk.length; i++) {
      if (i == walk.length || isCut(walk[i - 1], walk[i])) {
        stretches.add(stretch(Arrays.copyOfRange(walk, from, i)));
        from = i;
      }
    }
    return stretches;
  }

  private int[] startingAt(int index) {
    int[] walk = new int[ring.length];
    System.arraycopy(ring, index, walk, 0, ring.length - index);
    System.arraycopy(ring, 0, walk, ring.length - index, index);
    return walk;
  }

  private int northWest() {
    RingShape shape = RingShape.of(fabric, ring);
    int best = 0;
    double score = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < ring.length; i++) {
      int before = ring[(i + ring.length - 1) % ring.length];
      double here = shape.towards(fabric.from(ring[i]), -1, 1, isCut(before, ring[i]));
      if (here > score) {
        score = here;
        best = i;
      }
    }
    return best;
  }

  /** Whether the line that one walks changes at the node between two half-edges. */
  private boolean isCut(int before, int after) {
    String name = fabric.arcName(before >> 1);
    if (!name.equals(fabric.arcName(after >> 1))) {
      return true;
    }
    return name.isEmpty() && (!sameKind(before >> 1, after >> 1) || turns(before, after));
  }

  private boolean sameKind(int one, int other) {
    ArcClass kind = fabric.arcClass(one);
    ArcClass next = fabric.arcClass(other);
    boolean same = kind == next || (kind.isStreet() && next.isStreet());
    return same && (kind != ArcClass.STATUTORY || level(one) == level(other));
  }

  private boolean turns(int before, int after) {
    double ax = fabric.nodeX(fabric.to(before)) - fabric.nodeX(fabric.from(before));
    double ay = fabric.nodeY(fabric.to(before)) - fabric.nodeY(fabric.from(before));
    double bx = fabric.nodeX(fabric.to(after)) - fabric.nodeX(fabric.from(after));
    double by = fabric.nodeY(fabric.to(after)) - fabric.nodeY(fabric.from(after));
    return ax * bx + ay * by < SHARP * Math.hypot(ax, ay) * Math.hypot(bx, by);
  }

  private BoundaryStretch stretch(int[] halfEdges) {
    Map<ArcClass, Double> byClass = new EnumMap<>(ArcClass.class);
    double length = 0;
    Level level = Level.NONE;
    for (int h : halfEdges) {
      double metres = fabric.arcLengthMetres(h >> 1);
      byClass.merge(fabric.arcClass(h >> 1), metres, Double::sum);
      length += metres;
      level = level(h >> 1).compareTo(level) > 0 ? level(h >> 1) : level;
    }
    ArcClass most =
        byClass.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
    return new BoundaryStretch(halfEdges, fabric.arcName(halfEdges[0] >> 1), most, level, length);
  }

  private Level level(int arc) {
    return plan.level(arc);
  }
}
