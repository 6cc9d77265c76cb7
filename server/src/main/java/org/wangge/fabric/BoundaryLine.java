package org.wangge.fabric;

import org.locationtech.jts.geom.Coordinate;

/**
 * One line that may bound faces.
 *
 * @param xs millimetres east, in order along the line; at least one point, repeated points are
 *     allowed
 * @param ys millimetres north, as many as xs
 * @param arcClass what the line is on the ground
 * @param name name of the street or river, "" when it has none
 * @param streetId key of the street in the source, 0 when it has none
 * @param layer 0 on the ground, 1 and more for bridges, −1 and less for tunnels
 * @param mandatory a border that must be in the fabric (its arcs carry {@link ArcFlags#MANDATORY})
 */
public record BoundaryLine(
    long[] xs,
    long[] ys,
    ArcClass arcClass,
    String name,
    long streetId,
    int layer,
    boolean mandatory) {

  public BoundaryLine {
    if (xs.length != ys.length) {
      throw new IllegalArgumentException("a line has " + xs.length + " x but " + ys.length + " y");
    }
  }

  /** A line on the ground that is not mandatory. */
  public static BoundaryLine of(long[] xs, long[] ys, ArcClass arcClass, String name) {
    return new BoundaryLine(xs, ys, arcClass, name, 0, 0, false);
  }

  /** A mandatory line on the ground: a statutory border. */
  public static BoundaryLine statutory(long[] xs, long[] ys, String name) {
    return new BoundaryLine(xs, ys, ArcClass.STATUTORY, name, 0, 0, true);
  }

  /**
   * A line on the ground that is not mandatory, from metres; whatever is finer than a millimetre is
   * rounded off.
   */
  public static BoundaryLine ofMetres(Coordinate[] points, ArcClass arcClass, String name) {
    long[] xs = new long[points.length];
    long[] ys = new long[points.length];
    for (int i = 0; i < points.length; i++) {
      xs[i] = Math.round(points[i].x * 1000.0);
      ys[i] = Math.round(points[i].y * 1000.0);
    }
    return of(xs, ys, arcClass, name);
  }

  public int pointCount() {
    return xs.length;
  }
}
