package org.wangge.topology;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A connected piece of wrongly covered ground. How wide it is is worked out when bounds that are
 * quickly had do not settle the question: a layer digitised apart has pieces by the hundred
 * thousand, and of most it is enough to know that they are thin.
 */
final class Atom {
  private final Cover cover;
  private final Ground ground;
  private final int[] owners;
  private final Sides sides;
  private final boolean atOutline;
  private final Supplier<int[]> nodes;
  private final double area;
  private double mostRadius = -1;
  private Widest.@Nullable Circle widest;

  /**
   * @param cover how it is covered
   * @param ground where
   * @param owners positions of the polygons that cover it, rising; for uncovered ground the
   *     polygons around it
   * @param sides who borders it
   * @param atOutline it shares a length of the domain outline
   * @param nodes numbers of the arrangement's nodes on its edge: pieces that share one touch
   */
  Atom(
      Cover cover,
      Ground ground,
      int[] owners,
      Sides sides,
      boolean atOutline,
      Supplier<int[]> nodes) {
    this.cover = cover;
    this.ground = ground;
    this.owners = owners;
    this.sides = sides;
    this.atOutline = atOutline;
    this.nodes = nodes;
    this.area = ground.area();
  }

  Cover cover() {
    return cover;
  }

  Ground ground() {
    return ground;
  }

  int[] owners() {
    return owners;
  }

  Sides sides() {
    return sides;
  }

  boolean atOutline() {
    return atOutline;
  }

  int[] nodes() {
    return nodes.get();
  }

  /** Of the ground, square steps. */
  double area() {
    return area;
  }

  /** The largest circle in it. */
  Widest.Circle widest() {
    Widest.Circle found = widest;
    if (found == null) {
      found = Widest.of(ground);
      widest = found;
    }
    return found;
  }

  /** Whether the largest circle in it has less than this radius, in steps. */
  boolean isNarrowerThan(double radius) {
    if (mostRadius() < radius) {
      return true;
    }
    boolean surelyWider = widest == null && ground.leastRadius(area) >= radius;
    return !surelyWider && widest().radius() < radius;
  }

  /** No circle in it is larger than this. */
  double mostRadius() {
    if (mostRadius < 0) {
      mostRadius = ground.mostRadius(area);
    }
    return mostRadius;
  }

  /** The one with the largest circle; of equal ones the first. */
  static Atom widestOf(java.util.List<Atom> atoms) {
    Atom best = atoms.get(0);
    for (Atom atom : atoms) {
      if (atom != best
          && atom.mostRadius() > best.widest().radius()
          && atom.widest().radius() > best.widest().radius()) {
        best = atom;
      }
    }
    return best;
  }
}
