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

  /** The block under a place; −1 outside. */
  public static int metres(Fabric fabric, Coordinate metric) {
    return fabric.faceAt(Millimetres.of(metric.x), Millimetres.of(metric.y));
  }
}
