package org.wangge.atlas;

import org.wangge.fabric.Fabric;
import org.wangge.zoning.Plan;

/**
 * How much of each grid's boundary lies on the ground (streets, rivers, railways, walls: 街巷定界), as
 * a share of its length without the outline of the district; 1 for a grid that has no other
 * boundary.
 */
final class StreetShares {
  private StreetShares() {}

  static double[] of(Plan plan) {
    Fabric fabric = plan.fabric();
    double[] all = new double[plan.zoneCount()];
    double[] ground = new double[plan.zoneCount()];
    for (int arc = 0; arc < fabric.arcCount(); arc++) {
      int left = plan.left(arc);
      int right = plan.right(arc);
      if (left >= 0 && right >= 0 && left != right) {
        double length = fabric.arcLengthMetres(arc);
        add(all, left, right, length);
        add(ground, left, right, fabric.arcClass(arc).isOnGround() ? length : 0);
      }
    }
    return shares(ground, all);
  }

  private static void add(double[] sums, int left, int right, double length) {
    sums[left] += length;
    sums[right] += length;
  }

  private static double[] shares(double[] part, double[] whole) {
    double[] shares = new double[whole.length];
    for (int i = 0; i < shares.length; i++) {
      shares[i] = whole[i] == 0 ? 1 : part[i] / whole[i];
    }
    return shares;
  }
}
