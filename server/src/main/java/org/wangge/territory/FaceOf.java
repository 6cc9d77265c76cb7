package org.wangge.territory;

import org.locationtech.jts.geom.Coordinate;
import org.wangge.fabric.Fabric;

/** The face under a place in metres, by the fabric's own tie rule. */
final class FaceOf {
  private FaceOf() {}

  static int building(Fabric fabric, Building building) {
    return metres(fabric, building.position());
  }

  static int metres(Fabric fabric, Coordinate metric) {
    return fabric.faceAt(Millimetres.of(metric.x), Millimetres.of(metric.y));
  }
}
