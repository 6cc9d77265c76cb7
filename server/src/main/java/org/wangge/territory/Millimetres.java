package org.wangge.territory;

/** Between the kernel's whole millimetres and metres with three decimals. */
final class Millimetres {
  private Millimetres() {}

  static long of(double metres) {
    return Math.round(metres * 1000);
  }

  static double toMetres(long millimetres) {
    return millimetres / 1000.0;
  }
}
