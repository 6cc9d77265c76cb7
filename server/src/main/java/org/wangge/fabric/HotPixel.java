package org.wangge.fabric;

import java.math.BigInteger;

/**
 * The unit square around a grid point: its left and lower sides belong to it, the other two do not,
 * so the squares cover the plane once. Rounding half up puts every point into the square of the
 * grid point it is rounded to.
 */
final class HotPixel {
  /**
   * Farther from ½ than any error of the quotient in double arithmetic (offsets stay below 2³⁰).
   */
  private static final double DOUBT = 1e-5;

  private HotPixel() {}

  /**
   * Whether the segment between two grid points passes the square around the grid point p. Exact.
   */
  static boolean passes(long ax, long ay, long bx, long by, long px, long py) {
    if (!Exact.inSpan(ax, bx, px) || !Exact.inSpan(ay, by, py)) {
      return false;
    }
    long dx = bx - ax;
    long dy = by - ay;
    long twice = 2 * (dx * (py - ay) - dy * (px - ax));
    long reach = Math.abs(dx) + Math.abs(dy);
    // Equality means that the line only touches a corner; only the lower left corner belongs to the
    // square.
    return Math.abs(twice) < reach || (Math.abs(twice) == reach && twice == dx - dy);
  }

  /**
   * One coordinate of the crossing: start + step · numerator / denominator, rounded half up. Exact.
   */
  static long round(long start, long step, long numerator, long denominator) {
    double offset = step * ((double) numerator / denominator);
    double floor = Math.floor(offset);
    if (Math.abs(offset - floor - 0.5) < DOUBT) {
      return start + roundExactly(step, numerator, denominator);
    }
    return start + (long) Math.floor(offset + 0.5);
  }

  private static long roundExactly(long step, long numerator, long denominator) {
    BigInteger sign = BigInteger.valueOf(Long.signum(denominator));
    BigInteger below = BigInteger.valueOf(denominator).multiply(sign).shiftLeft(1);
    BigInteger above =
        BigInteger.valueOf(step)
            .multiply(BigInteger.valueOf(numerator))
            .multiply(sign)
            .shiftLeft(1);
    BigInteger[] parts = above.add(below.shiftRight(1)).divideAndRemainder(below);
    return parts[0].longValueExact() - (parts[1].signum() < 0 ? 1 : 0);
  }
}
