package org.wangge.fabric;

/**
 * Exact predicates on integer millimetres. Differences stay below 2³⁰, so every product of two of
 * them, and their sum, fits into 64 bits.
 */
public final class Exact {
  private Exact() {}

  /**
   * Twice the signed area of the triangle a b c: positive when c is left of a → b, zero when the
   * three are in line.
   */
  public static long cross(long ax, long ay, long bx, long by, long cx, long cy) {
    return (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
  }

  /** −1, 0 or 1: on which side of a → b the point c lies (1 = left). */
  public static int side(long ax, long ay, long bx, long by, long cx, long cy) {
    return Long.signum(cross(ax, ay, bx, by, cx, cy));
  }

  /** Whether the point lies on the closed segment. */
  public static boolean onSegment(long ax, long ay, long bx, long by, long px, long py) {
    return inSpan(ax, bx, px) && inSpan(ay, by, py) && cross(ax, ay, bx, by, px, py) == 0;
  }

  /** Whether a segment lies over or under x; of two that meet in a point one does, not both. */
  public static boolean spans(long ax, long bx, long x) {
    return ax <= x ? x < bx : bx <= x;
  }

  /** 1 when the point is above the segment, 0 on its line, −1 below. */
  public static int above(long ax, long ay, long bx, long by, long x, long y) {
    int side = side(ax, ay, bx, by, x, y);
    return ax < bx ? side : -side;
  }

  /** Whether v lies between a and b, whichever is greater, ends included. */
  public static boolean inSpan(long a, long b, long v) {
    return a <= b ? a <= v && v <= b : b <= v && v <= a;
  }

  /** Whether the segments cross in one point that is inside both. */
  public static boolean crossProperly(
      long ax, long ay, long bx, long by, long cx, long cy, long dx, long dy) {
    return side(ax, ay, bx, by, cx, cy) * side(ax, ay, bx, by, dx, dy) < 0
        && side(cx, cy, dx, dy, ax, ay) * side(cx, cy, dx, dy, bx, by) < 0;
  }

  /**
   * Compares two directions by angle, counter-clockwise from east (inclusive). Neither may be zero.
   *
   * @return negative when the first comes first, 0 when they point the same way
   */
  public static int compareAngle(long ux, long uy, long vx, long vy) {
    int half = Integer.compare(half(ux, uy), half(vx, vy));
    return half != 0 ? half : Long.signum(uy * vx - ux * vy);
  }

  /** 0 for angles in [0, π), 1 for [π, 2π). */
  private static int half(long x, long y) {
    return y > 0 || (y == 0 && x > 0) ? 0 : 1;
  }
}
