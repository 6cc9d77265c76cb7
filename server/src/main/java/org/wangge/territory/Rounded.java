package org.wangge.territory;

/** Numbers for answers, without digits that mean nothing. */
final class Rounded {
  private Rounded() {}

  static double to(double value, int decimals) {
    double scale = Math.pow(10, decimals);
    return Math.rint(value * scale) / scale;
  }
}
