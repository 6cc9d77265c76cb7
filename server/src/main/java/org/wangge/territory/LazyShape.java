package org.wangge.territory;

import java.util.function.Supplier;
import org.locationtech.jts.geom.Geometry;
import org.wangge.catalogue.Shape;

/** A shape whose geometries are made when first asked for and kept. */
final class LazyShape implements Shape {
  private final Once<Geometry> metric;
  private final Once<Geometry> lonLat;

  LazyShape(Supplier<Geometry> metric, Projection projection) {
    this.metric = Once.of(() -> withSrid(metric.get(), projection.metricSrid()));
    this.lonLat = Once.of(() -> projection.toLonLat(this.metric.get()));
  }

  private static Geometry withSrid(Geometry geometry, int srid) {
    geometry.setSRID(srid);
    return geometry;
  }

  @Override
  public Geometry lonLat() {
    return lonLat.get();
  }

  @Override
  public Geometry metric() {
    return metric.get();
  }
}
