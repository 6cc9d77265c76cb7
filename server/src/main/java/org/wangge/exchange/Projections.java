package org.wangge.exchange;

import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.wangge.territory.Projection;

/**
 * The projection of a district: longitude and latitude (CRS84) to metres and back. Metres are
 * rounded to whole millimetres and degrees to 8 decimals, so that equal points stay equal on both
 * sides. Immutable and thread-safe.
 */
public final class Projections implements Projection {
  private static final double PER_METRE = 1e3;
  private static final double PER_DEGREE = 1e8;

  private final Crs metric;

  private Projections(Crs metric) {
    this.metric = metric;
  }

  /**
   * The projection into the metric system with this EPSG code.
   *
   * @throws CrsException when the code is unknown or names a system of degrees
   */
  public static Projections of(int metricSrid) {
    return of(Crs.epsg(metricSrid));
  }

  public static Projections of(Crs metric) {
    if (metric.geographic()) {
      throw new CrsException(
          metric.label() + " counts degrees; a district needs a system of metres, e.g. EPSG:4547");
    }
    return new Projections(metric);
  }

  /**
   * The metric system that fits a place when none is given: inside China the 3° Gauss–Krüger zone
   * of CGCS2000 (EPSG:4534 to 4554), elsewhere the UTM zone of WGS 84.
   */
  public static int sridFor(Envelope lonLat) {
    double lon = lonLat.centre().x;
    double lat = lonLat.centre().y;
    if (Gcj02.covers(lon, lat)) {
      int zone = Math.min(20, Math.max(0, (int) Math.round((lon - 75) / 3)));
      return 4534 + zone;
    }
    int zone = Math.floorMod((int) Math.floor((lon + 180) / 6), 60) + 1;
    return (lat < 0 ? 32700 : 32600) + zone;
  }

  @Override
  public int metricSrid() {
    return metric.srid();
  }

  public Crs metric() {
    return metric;
  }

  @Override
  public Coordinate toMetric(double lon, double lat) {
    try {
      return one(lon, lat, metric.fromLonLat());
    } catch (CrsException noImage) {
      return new Coordinate(Double.NaN, Double.NaN);
    }
  }

  @Override
  public Coordinate toLonLat(double x, double y) {
    return one(x, y, metric.toLonLat());
  }

  @Override
  public Geometry toMetric(Geometry lonLat) {
    return new GeometryMapper(this::toMetric, metric.srid()).map(lonLat);
  }

  @Override
  public Geometry toLonLat(Geometry metricGeometry) {
    return new GeometryMapper(this::toLonLat, 4326).map(metricGeometry);
  }

  /** Degrees to metres in whole millimetres, in place: lon, lat, lon, lat, … */
  public void toMetric(double[] lonLat, int count) {
    metric.fromLonLat().apply(lonLat, count);
    round(lonLat, count, PER_METRE);
  }

  /** Metres to degrees of 8 decimals, in place: x, y, x, y, … */
  public void toLonLat(double[] xy, int count) {
    metric.toLonLat().apply(xy, count);
    round(xy, count, PER_DEGREE);
  }

  static void roundToMillimetres(double[] xy, int count) {
    round(xy, count, PER_METRE);
  }

  private static Coordinate one(double x, double y, CoordinateTransform transform) {
    double[] xy = {x, y};
    transform.apply(xy, 1);
    return new Coordinate(xy[0], xy[1]);
  }

  private static void round(double[] values, int count, double perUnit) {
    IntStream.range(0, 2 * count)
        .forEach(i -> values[i] = Math.rint(values[i] * perUnit) / perUnit);
  }
}
