package org.wangge.demo;

/** Smooth random landscape over the plane: between −1 and 1, the same for the same seed. */
record Noise(long seed) {

  /** Value at a place; hills and hollows are about one wavelength apart. */
  double at(double x, double y, double wavelength) {
    double u = x / wavelength;
    double v = y / wavelength;
    long column = (long) Math.floor(u);
    long row = (long) Math.floor(v);
    double s = smooth(u - column);
    double t = smooth(v - row);
    double low = mix(corner(column, row), corner(column + 1, row), s);
    double high = mix(corner(column, row + 1), corner(column + 1, row + 1), s);
    return mix(low, high, t);
  }

  private static double smooth(double share) {
    return share * share * share * (share * (share * 6 - 15) + 10);
  }

  private static double mix(double a, double b, double share) {
    return a + (b - a) * share;
  }

  private double corner(long column, long row) {
    long bits =
        seed * 0x9E3779B97F4A7C15L + column * 0xC2B2AE3D27D4EB4FL + row * 0x165667B19E3779F9L;
    bits = (bits ^ (bits >>> 31)) * 0xBF58476D1CE4E5B9L;
    bits = (bits ^ (bits >>> 27)) * 0x94D049BB133111EBL;
    return ((bits ^ (bits >>> 31)) >> 11) * 0x1.0p-52;
  }
}
