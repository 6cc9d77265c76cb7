package org.wangge.zoning;

import java.util.List;
import java.util.function.Predicate;
import org.wangge.fabric.ArcClass;
import org.wangge.fabric.Fabric;

/**
 * What the borders of a plan run along. Exact: every border is a chain of arcs and every arc has a
 * class. The outline of the domain is measured apart and counts in no share, because nobody chose
 * it.
 */
public final class BoundaryMeasures {
  private final double[] inner;
  private final double[][] byZone;
  private final double[] outline;
  private final int[] pieces;
  private final int[] holes;

  private BoundaryMeasures(Plan plan) {
    int classes = ArcClass.values().length;
    this.inner = new double[classes];
    this.byZone = new double[plan.zoneCount()][classes];
    this.outline = new double[plan.zoneCount()];
    this.pieces = Contiguity.pieces(plan.fabric(), plan.zones(), plan.zoneCount());
    this.holes = holes(plan);
    for (int a = 0; a < plan.fabric().arcCount(); a++) {
      addArc(plan, a);
    }
  }

  public static BoundaryMeasures of(Plan plan) {
    return new BoundaryMeasures(plan);
  }

  private void addArc(Plan plan, int arc) {
    int left = plan.left(arc);
    int right = plan.right(arc);
    if (left == right) {
      return;
    }
    double length = plan.fabric().arcLengthMetres(arc);
    if (left < 0 || right < 0) {
      outline[Math.max(left, right)] += length;
    } else {
      addInner(left, right, plan.fabric().arcClass(arc).ordinal(), length);
    }
  }

  private void addInner(int left, int right, int arcClass, double length) {
    inner[arcClass] += length;
    byZone[left][arcClass] += length;
    byZone[right][arcClass] += length;
  }

  /** Boundary walks that run clockwise around something, per zone. */
  private static int[] holes(Plan plan) {
    Fabric fabric = plan.fabric();
    int[] holes = new int[plan.zoneCount()];
    new RegionWalk(fabric, plan.zones())
        .forEachBoundary(
            (zone, walk) -> {
              long area = 0;
              for (int h : walk) {
                area += fabric.doubleAreaUnder(h);
              }
              holes[zone] += area < 0 ? 1 : 0;
            });
    return holes;
  }

  /** Metres of border between two zones, along a class; every border once. */
  public double lengthMetres(ArcClass arcClass) {
    return inner[arcClass.ordinal()];
  }

  /** Metres of the zone's border with other zones, along a class. */
  public double lengthMetres(int zone, ArcClass arcClass) {
    return byZone[zone][arcClass.ordinal()];
  }

  /** Metres of the zone's border that are the outline of the domain. */
  public double outlineMetres(int zone) {
    return outline[zone];
  }

  /** Metres all around the zone. */
  public double perimeterMetres(int zone) {
    return sum(byZone[zone], c -> true) + outline[zone];
  }

  /** Share of all borders between zones that runs along streets, 0 to 1; 1 when there is none. */
  public double onStreetShare() {
    return share(inner, ArcClass::isStreet);
  }

  /**
   * Share of the zone's borders with other zones that runs along streets, 0 to 1; 1 when there is
   * none.
   */
  public double onStreetShare(int zone) {
    return share(byZone[zone], ArcClass::isStreet);
  }

  /**
   * Like {@link #onStreetShare()}, with everything that 街巷定界 accepts: rivers, railways and walls
   * too.
   */
  public double onGroundShare() {
    return share(inner, ArcClass::isOnGround);
  }

  /** Like {@link #onStreetShare(int)}, with rivers, railways and walls too. */
  public double onGroundShare(int zone) {
    return share(byZone[zone], ArcClass::isOnGround);
  }

  /**
   * In how many pieces the zone lies; faces that touch in a point only are apart. 1 for a
   * contiguous zone, 0 for none.
   */
  public int pieces(int zone) {
    return pieces[zone];
  }

  /** How many holes the zone has. */
  public int holes(int zone) {
    return holes[zone];
  }

  private static double share(double[] lengths, Predicate<ArcClass> counted) {
    double all = sum(lengths, c -> true);
    return all == 0 ? 1 : sum(lengths, counted) / all;
  }

  private static double sum(double[] lengths, Predicate<ArcClass> counted) {
    return List.of(ArcClass.values()).stream()
        .filter(counted)
        .mapToDouble(c -> lengths[c.ordinal()])
        .sum();
  }
}
