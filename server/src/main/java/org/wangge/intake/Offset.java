package org.wangge.intake;

import org.locationtech.jts.geom.Coordinate;

/** Takes degrees in GCJ-02 (火星坐标) back to WGS 84. */
@FunctionalInterface
public interface Offset {
  Coordinate toWgs84(double lon, double lat);
}
