package org.wangge.planning;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.wangge.fabric.Fabric;
import org.wangge.territory.FaceOf;
import org.wangge.territory.InForce;
import org.wangge.zoning.Step;

/**
 * What a draft takes along to a newer publication besides its blocks: locked grids and borders, and
 * the blocks on which it overruled an adopted layer. Grids are found by their code, borders and
 * blocks by their place. What is not there any more stays behind.
 */
final class Carried {
  private final Drawing mine;
  private final InForce newest;
  private final Fabric drawnOn;
  private final Counting counting;

  /**
   * @param drawnOn fabric of the newer publication, with the draft's own splits
   * @param counting of the newer publication
   */
  Carried(Drawing mine, InForce newest, Fabric drawnOn, Counting counting) {
    this.mine = mine;
    this.newest = newest;
    this.drawnOn = drawnOn;
    this.counting = counting;
  }

  /**
   * @param zones the zone a grid has in the newer drawing by the code it has in the draft; null
   *     when it is gone
   * @return one step, or none when nothing is locked
   */
  List<Step> locks(Function<String, @Nullable Integer> zones) {
    int[] locked =
        mine.redraw().lockedZones().stream()
            .mapToObj(zone -> zones.apply(mine.grid(zone).code()))
            .filter(zone -> zone != null)
            .mapToInt(Integer::intValue)
            .toArray();
    int[] arcs = lockedArcs();
    return locked.length + arcs.length == 0
        ? List.of()
        : List.of(new Step.Locked(true, locked, arcs));
  }

  /** An arc that has a stretch of a locked one is locked. */
  private int[] lockedArcs() {
    BitSet locked = mine.redraw().lockedArcs();
    if (locked.isEmpty()) {
      return new int[0];
    }
    Fabric before = mine.redraw().fabric();
    Set<Stretch> stretches = new HashSet<>();
    locked.stream().forEach(arc -> stretches(before, arc, stretches));
    return IntStream.range(0, drawnOn.arcCount())
        .filter(
            arc ->
                IntStream.range(0, drawnOn.pointCount(arc) - 1)
                    .anyMatch(i -> stretches.contains(Stretch.of(drawnOn, arc, i))))
        .toArray();
  }

  private static void stretches(Fabric fabric, int arc, Set<Stretch> into) {
    for (int i = 0; i + 1 < fabric.pointCount(arc); i++) {
      into.add(Stretch.of(fabric, arc, i));
    }
  }

  /** Two neighbouring points of an arc, whichever way it runs. */
  private record Stretch(long x1, long y1, long x2, long y2) {
    static Stretch of(Fabric fabric, int arc, int i) {
      long ax = fabric.pointX(arc, i);
      long ay = fabric.pointY(arc, i);
      long bx = fabric.pointX(arc, i + 1);
      long by = fabric.pointY(arc, i + 1);
      boolean forward = ax < bx || (ax == bx && ay <= by);
      return forward ? new Stretch(ax, ay, bx, by) : new Stretch(bx, by, ax, ay);
    }
  }

  /** Blocks of the newer publication that lie on blocks the draft decided. */
  int[] decided(InForce base) {
    BitSet before = mine.decided();
    if (before.isEmpty() || base.fabric() == newest.fabric()) {
      return before.stream().toArray();
    }
    return IntStream.range(0, newest.fabric().faceCount())
        .filter(face -> liesOn(before, base.fabric(), face))
        .toArray();
  }

  private boolean liesOn(BitSet decided, Fabric base, int face) {
    int was = FaceOf.metres(base, counting.middle(newest.fabric(), face));
    return was >= 0 && decided.get(was);
  }
}
