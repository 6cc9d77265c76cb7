package org.wangge.zoning;

import org.wangge.fabric.Fabric;

/**
 * The box around a closed walk, to say how far in a corner of the sky a point of it lies: 1 in the
 * corner of the box, −1 in the opposite one. Where the line changes its name counts a little more,
 * so that corners fall on crossings rather than on bends.
 */
record RingShape(Fabric fabric, double x, double y, double reach) {
  private static final double CROSSING_BONUS = 0.25;

  static RingShape of(Fabric fabric, int[] ring) {
    double west = Double.POSITIVE_INFINITY;
    double south = Double.POSITIVE_INFINITY;
    double east = Double.NEGATIVE_INFINITY;
    double north = Double.NEGATIVE_INFINITY;
    for (int h : ring) {
      for (int i = 0; i < fabric.pointCount(h >> 1); i++) {
        west = Math.min(west, fabric.pointX(h >> 1, i));
        east = Math.max(east, fabric.pointX(h >> 1, i));
        south = Math.min(south, fabric.pointY(h >> 1, i));
        north = Math.max(north, fabric.pointY(h >> 1, i));
      }
    }
    double reach = Math.max((east - west + north - south) / 2, 1);
    return new RingShape(fabric, (west + east) / 2, (south + north) / 2, reach);
  }

  double towards(int node, int east, int north, boolean isCut) {
    return towards(fabric.nodeX(node), fabric.nodeY(node), east, north, isCut);
  }

  /**
   * @param east 1 for an eastern corner, −1 for a western
   * @param north 1 for a northern corner, −1 for a southern
   */
  double towards(double px, double py, int east, int north, boolean isCut) {
    double inCorner = (east * (px - x) + north * (py - y)) / reach;
    return inCorner + (isCut ? CROSSING_BONUS : 0);
  }
}
