package org.wangge.zoning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wangge.fabric.Fabric;

/**
 * Moves blocks to a zone, if every rule lets it: the blocks lie in the zone's community, nothing
 * locked loses or gains, no zone is left empty, and every zone stays in as few pieces as it was.
 *
 * <p>A refusal names the blocks that break the rule and, where there is one, a set of blocks that
 * could be moved instead. It is sought by leaving out what must not move and by adding what hangs
 * on it: the smaller parts that would be cut off, or the shortest row of blocks that joins what
 * would not touch.
 */
public final class Assignment {
  private static final int ROUNDS = 6;

  private final Redraw redraw;
  private final Fabric fabric;
  private final int to;

  private Assignment(Redraw redraw, int to) {
    this.redraw = redraw;
    this.fabric = redraw.fabric();
    this.to = to;
  }

  /**
   * @param faces the blocks; those that are in the zone already count for nothing
   * @param to the zone
   * @param mayLieApart whether a zone that would fall into pieces is worth a warning only
   */
  public static Outcome of(Redraw redraw, int[] faces, int to, boolean mayLieApart) {
    Assignment assignment = new Assignment(redraw, to);
    int[] moving = assignment.notYetThere(faces);
    if (moving.length == 0) {
      return Outcome.nothing();
    }
    List<Objection> objections = assignment.objections(moving, mayLieApart);
    if (objections.stream().anyMatch(Objection::refuses)) {
      return Outcome.refused(objections, assignment.remedy(moving, mayLieApart));
    }
    return Outcome.warned(assignment.step(moving), objections);
  }

  private int[] notYetThere(int[] faces) {
    return Arrays.stream(faces)
        .filter(face -> redraw.zone(face) != to)
        .sorted()
        .distinct()
        .toArray();
  }

  private Step step(int[] moving) {
    int[] target = new int[moving.length];
    Arrays.fill(target, to);
    return Step.moved(redraw, moving, target, new int[0]);
  }

  private List<Objection> objections(int[] moving, boolean mayLieApart) {
    List<Objection> objections = new ArrayList<>();
    add(objections, Rule.NESTING, to, foreign(moving));
    add(objections, Rule.LOCK, to, locked(moving));
    for (int zone : sources(moving)) {
      int[] left = Patches.minus(redraw.faces(zone), moving);
      if (left.length == 0) {
        objections.add(Objection.refusal(Rule.EMPTY, zone, redraw.faces(zone)));
      } else {
        addApart(objections, zone, left, mayLieApart);
      }
    }
    addApart(objections, to, Patches.union(redraw.faces(to), moving), mayLieApart);
    return objections;
  }

  private static void add(List<Objection> objections, Rule rule, int zone, int[] faces) {
    if (faces.length > 0) {
      objections.add(Objection.refusal(rule, zone, faces));
    }
  }

  /** All pieces but the largest, when there would be more of them than now. */
  private void addApart(List<Objection> objections, int zone, int[] after, boolean mayLieApart) {
    List<int[]> pieces = Patches.of(fabric, after);
    if (pieces.size() > 1 && pieces.size() > Patches.of(fabric, redraw.faces(zone)).size()) {
      int[] cutOff = Patches.minus(after, pieces.get(0));
      objections.add(new Objection(Rule.CONTIGUITY, zone, cutOff, !mayLieApart));
    }
  }

  private int[] foreign(int[] moving) {
    int community = redraw.community(to);
    return Arrays.stream(moving).filter(f -> redraw.communityOfFace(f) != community).toArray();
  }

  private int[] locked(int[] moving) {
    return redraw.isLocked(to)
        ? moving
        : Arrays.stream(moving)
            .filter(f -> redraw.isLocked(redraw.zone(f)) || redraw.touchesLockedArc(f))
            .toArray();
  }

  private int[] sources(int[] moving) {
    return Arrays.stream(moving).map(redraw::zone).distinct().sorted().toArray();
  }

  /** What could be moved instead; empty when nothing was found. */
  private int[] remedy(int[] moving, boolean mayLieApart) {
    int[] tried = Patches.minus(Patches.minus(moving, foreign(moving)), locked(moving));
    for (int round = 0; round < ROUNDS && tried.length > 0; round++) {
      List<Objection> left = objections(tried, mayLieApart);
      if (left.stream().noneMatch(Objection::refuses)) {
        return tried;
      }
      int[] better = mended(tried, left.get(0));
      if (better == null || Arrays.equals(better, tried)) {
        return new int[0];
      }
      tried = better;
    }
    return new int[0];
  }

  private int @Nullable [] mended(int[] tried, Objection objection) {
    if (objection.rule() != Rule.CONTIGUITY) {
      return null;
    }
    return objection.zone() == to
        ? joined(tried, objection.faces())
        : followed(tried, objection.zone(), objection.faces());
  }

  /** Fewer blocks win: to take along what would be cut off, or to leave what holds it. */
  private int @Nullable [] followed(int[] tried, int zone, int[] cutOff) {
    int[] own = Arrays.stream(tried).filter(face -> redraw.zone(face) == zone).toArray();
    int[] rest = Patches.minus(Patches.minus(redraw.faces(zone), tried), cutOff);
    int[] bridge =
        Patches.between(fabric, cutOff, rest, face -> Arrays.binarySearch(own, face) >= 0);
    boolean mayFollow = locked(cutOff).length == 0;
    if (bridge != null && (bridge.length < cutOff.length || !mayFollow)) {
      return Patches.minus(tried, bridge);
    }
    return mayFollow ? Patches.union(tried, cutOff) : null;
  }

  /** Joined to the zone by the shortest row of blocks, or left out where there is none. */
  private int[] joined(int[] tried, int[] apart) {
    int[] loose = Arrays.stream(apart).filter(face -> redraw.zone(face) != to).toArray();
    int[] home = redraw.faces(to);
    if (loose.length == 0 || home.length == 0) {
      return tried;
    }
    int[] piece = Patches.of(fabric, loose).get(0);
    int[] row =
        Patches.between(
            fabric, piece, Patches.union(home, Patches.minus(tried, loose)), face -> mayJoin(face));
    return row == null ? Patches.minus(tried, piece) : Patches.union(tried, row);
  }

  private boolean mayJoin(int face) {
    return redraw.communityOfFace(face) == redraw.community(to)
        && !redraw.isLocked(redraw.zone(face))
        && !redraw.touchesLockedArc(face);
  }
}
