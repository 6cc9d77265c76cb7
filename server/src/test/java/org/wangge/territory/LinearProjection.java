package org.wangge.territory;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;

/** A projection that a test can do in its head: 0.00001° a metre, (0, 0) at 112° E, 27° N. */
public final class LinearProjection implements Projection {
  private final int srid;

  public LinearProjection(int srid) {
    this.srid = srid;
  }

  @Override
  public Coordinate toMetric(double lon, double lat) {
    boolean hasImage = Math.abs(lon - 112) < 60;
    return hasImage
        ? new Coordinate((lon - 112) * 1e5, (lat - 27) * 1e5)
        : new Coordinate(Double.NaN, Double.NaN);
  }

  @Override
  public Coordinate toLonLat(double x, double y) {
    return new Coordinate(112 + x / 1e5, 27 + y / 1e5);
  }

  @Override
  public Geometry toMetric(Geometry lonLat) {
    return mapped(lonLat, srid, true, 1e3);
  }

  @Override
  public Geometry toLonLat(Geometry metric) {
    return mapped(metric, 4326, false, 1e8);
  }

  private Geometry mapped(Geometry geometry, int newSrid, boolean forward, double perUnit) {
    Geometry copy = geometry.copy();
    copy.apply(
        new CoordinateSequenceFilter() {
          @Override
          public void filter(CoordinateSequence points, int i) {
            double x = points.getX(i);
            double y = points.getY(i);
            Coordinate to = forward ? toMetric(x, y) : toLonLat(x, y);
            points.setOrdinate(i, 0, Math.rint(to.x * perUnit) / perUnit);
            points.setOrdinate(i, 1, Math.rint(to.y * perUnit) / perUnit);
          }

          @Override
          public boolean isDone() {
            return false;
          }

          @Override
          public boolean isGeometryChanged() {
            return true;
          }
        });
    copy.setSRID(newSrid);
    return copy;
  }

  @Override
  public int metricSrid() {
    return srid;
  }
}
