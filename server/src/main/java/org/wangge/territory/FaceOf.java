package org.wangge.territory;

import org.locationtech.jts.geom.Coordinate;
import org.wangge.fabric.Fabric;

/** The face under a place in metres, by the fabric's own tie rule. */
public final class FaceOf {
  private FaceOf() {}

  /** The block a building stands in; −1 outside. */
  public static int building(Fabric fabric, Building building) {
    return metres(fabric, building.position());
  }

  /** Whether a building stands in that block. */
  public static boolean isInside(Fabric fabric, int face, Building building) {
    Coordinate at = building.position();
    return fabric.isInside(face, Millimetres.of(at.x), Millimetres.of(at.y));
  }

  /** The block under a place; −1 outside. */
  public static int metres(Fabric fabric, Coordinate metric) {
    return fabric.faceAt(Millimetres.of(metric.x), Millimetres.of(metric.y));
  }
}
