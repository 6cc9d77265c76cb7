package org.wangge.zoning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/** Splitting, merging and pushing borders: whole zones, along arcs. */
public final class ZoneCuts {
  private ZoneCuts() {}

  /**
   * Cuts a zone in two along arcs: the part with fewer households becomes a new zone of the same
   * community, numbered {@code redraw.zoneCount()}.
   *
   * @param arcs the path; arcs outside the zone count for nothing
   */
  public static Outcome split(Redraw redraw, int zone, int[] arcs) {
    BitSet cut = set(arcs);
    int[] faces = redraw.faces(zone);
    List<int[]> parts = Patches.of(redraw.fabric(), faces, arc -> !cut.get(arc));
    int pieces = Patches.of(redraw.fabric(), faces).size();
    if (parts.size() != pieces + 1) {
      return Outcome.refused(Objection.refusal(Rule.PATH, zone, new int[0]));
    }
    if (redraw.isLocked(zone)) {
      return Outcome.refused(Objection.refusal(Rule.LOCK, zone, faces));
    }
    int[] part = smaller(redraw, parts, cut);
    int[] held = Arrays.stream(part).filter(redraw::touchesLockedArc).toArray();
    if (held.length > 0) {
      return Outcome.refused(Objection.refusal(Rule.LOCK, zone, held));
    }
    return Outcome.of(opened(redraw, part, redraw.community(zone)));
  }

  /** Of the parts along the cut that with the fewest households. */
  private static int[] smaller(Redraw redraw, List<int[]> parts, BitSet cut) {
    for (int i = parts.size() - 1; i > 0; i--) {
      if (liesAlong(redraw, parts.get(i), cut)) {
        return parts.get(i);
      }
    }
    return parts.get(parts.size() - 1);
  }

  private static boolean liesAlong(Redraw redraw, int[] part, BitSet cut) {
    return Arrays.stream(part)
        .anyMatch(
            face ->
                IntStream.range(
                        redraw.fabric().dualStart(face), redraw.fabric().dualStart(face + 1))
                    .anyMatch(e -> cut.get(redraw.fabric().dualArc(e))));
  }

  private static Step opened(Redraw redraw, int[] faces, int community) {
    int[] to = new int[faces.length];
    Arrays.fill(to, redraw.zoneCount());
    return Step.moved(redraw, faces, to, new int[] {community});
  }

  /**
   * Puts zones together; those that go are empty afterwards.
   *
   * @param zones all of them
   * @param into the one that stays; may be among them
   */
  public static Outcome merge(Redraw redraw, int[] zones, int into) {
    int[] going = Arrays.stream(zones).filter(z -> z != into).distinct().toArray();
    int[] moving =
        Arrays.stream(going).flatMap(z -> Arrays.stream(redraw.faces(z))).sorted().toArray();
    List<Objection> objections = new ArrayList<>();
    for (int zone : going) {
      if (redraw.community(zone) != redraw.community(into)) {
        objections.add(Objection.refusal(Rule.NESTING, zone, redraw.faces(zone)));
      }
    }
    if (redraw.isLocked(into)) {
      objections.add(Objection.refusal(Rule.LOCK, into, redraw.faces(into)));
    }
    int[] held =
        Arrays.stream(moving)
            .filter(f -> redraw.isLocked(redraw.zone(f)) || redraw.touchesLockedArc(f))
            .toArray();
    if (held.length > 0) {
      objections.add(Objection.refusal(Rule.LOCK, redraw.zone(held[0]), held));
    }
    int[] all = Patches.union(redraw.faces(into), moving);
    List<int[]> pieces = Patches.of(redraw.fabric(), all);
    if (pieces.size() > 1) {
      int[] apart = Patches.minus(all, pieces.get(0));
      objections.add(Objection.refusal(Rule.CONTIGUITY, into, apart));
    }
    if (!objections.isEmpty()) {
      return Outcome.refused(objections, new int[0]);
    }
    return moving.length == 0 ? Outcome.nothing() : Outcome.of(to(redraw, moving, into));
  }

  private static Step to(Redraw redraw, int[] faces, int zone) {
    int[] target = new int[faces.length];
    Arrays.fill(target, zone);
    return Step.moved(redraw, faces, target, new int[0]);
  }

  /**
   * Makes a path the border between two zones: what lies on a zone's side of it goes to that zone.
   *
   * @param arcs the path, through the ground of the two
   */
  public static Outcome push(Redraw redraw, int a, int b, int[] arcs) {
    if (redraw.community(a) != redraw.community(b)) {
      return Outcome.refused(Objection.refusal(Rule.NESTING, b, redraw.faces(b)));
    }
    BitSet cut = set(arcs);
    int[] both = Patches.union(redraw.faces(a), redraw.faces(b));
    List<int[]> parts = Patches.of(redraw.fabric(), both, arc -> !cut.get(arc));
    int[] sideOfA = sideOf(redraw, a, b, parts);
    int[] toA = Arrays.stream(sideOfA).filter(f -> redraw.zone(f) == b).toArray();
    int[] toB = Patches.minus(redraw.faces(a), sideOfA);
    if (parts.size() < 2 || sideOfA.length == both.length || sideOfA.length == 0) {
      return Outcome.refused(Objection.refusal(Rule.PATH, a, new int[0]));
    }
    return swapped(redraw, a, toA, b, toB);
  }

  private static Outcome swapped(Redraw redraw, int a, int[] toA, int b, int[] toB) {
    int[] moving = Patches.union(toA, toB);
    if (moving.length == 0) {
      return Outcome.nothing();
    }
    List<Objection> objections = new ArrayList<>();
    boolean locked = redraw.isLocked(a) || redraw.isLocked(b);
    int[] held = locked ? moving : Arrays.stream(moving).filter(redraw::touchesLockedArc).toArray();
    if (held.length > 0) {
      objections.add(Objection.refusal(Rule.LOCK, redraw.isLocked(b) ? b : a, held));
    }
    addApart(redraw, objections, a, Patches.union(Patches.minus(redraw.faces(a), toB), toA));
    addApart(redraw, objections, b, Patches.union(Patches.minus(redraw.faces(b), toA), toB));
    if (!objections.isEmpty()) {
      return Outcome.refused(objections, new int[0]);
    }
    int[] target = Arrays.stream(moving).map(face -> redraw.zone(face) == a ? b : a).toArray();
    return Outcome.of(Step.moved(redraw, moving, target, new int[0]));
  }

  private static void addApart(Redraw redraw, List<Objection> objections, int zone, int[] after) {
    List<int[]> pieces = Patches.of(redraw.fabric(), after);
    if (pieces.size() > Patches.of(redraw.fabric(), redraw.faces(zone)).size()) {
      objections.add(Objection.refusal(Rule.CONTIGUITY, zone, Patches.minus(after, pieces.get(0))));
    }
  }

  /**
   * The parts that are more a's than b's: that in which a's share is greatest against b's, and
   * those that have more of a than of b.
   */
  private static int[] sideOf(Redraw redraw, int a, int b, List<int[]> parts) {
    int best = 0;
    int least = 0;
    double[] lean = new double[parts.size()];
    for (int i = 0; i < lean.length; i++) {
      lean[i] = share(redraw, parts.get(i), a) - share(redraw, parts.get(i), b);
      best = lean[i] > lean[best] ? i : best;
      least = lean[i] < lean[least] ? i : least;
    }
    int[] side = new int[0];
    for (int i = 0; i < lean.length; i++) {
      if (i == best || (i != least && lean[i] > 0)) {
        side = Patches.union(side, parts.get(i));
      }
    }
    return side;
  }

  /** How much of a zone's ground lies in a part. */
  private static double share(Redraw redraw, int[] part, int zone) {
    double own = 0;
    for (int face : part) {
      own += redraw.zone(face) == zone ? redraw.fabric().areaSquareMetres(face) : 0;
    }
    double all = 0;
    for (int face : redraw.faces(zone)) {
      all += redraw.fabric().areaSquareMetres(face);
    }
    return own / all;
  }

  private static BitSet set(int[] arcs) {
    BitSet set = new BitSet();
    Arrays.stream(arcs).forEach(set::set);
    return set;
  }
}
