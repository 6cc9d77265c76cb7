package org.wangge.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** Numbers against PROJ 9.1.1 (cs2cs), laws of the way there and back. */
class ProjectionsTest {

  /** Reference values: {@code cs2cs -f %.6f EPSG:4490|4326 EPSG:n}, written lon, lat, x, y. */
  @ParameterizedTest
  @CsvSource({
    "4547,112.9,27.85,391648.711883,3082304.939967",
    "4547,112.65,28.07,367290.495166,3106934.916292",
    "4547,114,27.9,500000,3087359.882792",
    "4547,113.0048,28.0772,402177.361992,3107396.940379",
    "4546,111.2,27.8,519708.597954,3076294.221963",
    "4526,116.4,39.9,38705254.659670,4421184.039334",
    "4491,76.5,40,13628093.358960,4430606.951570",
    "4509,116.9,30.5,490400.104888,3375545.984753",
    "32619,-71.11,42.37,326267.101579,4693014.587832",
    "32629,-8.61,41.15,532725.159187,4555481.992291",
    "32733,15.5,-33.25,546575.983667,6320886.046524",
    "32650,115.0,30.0,307084.894821,3320469.286498",
    "3857,112.9,27.85,12567970.510561,3230075.350249",
    "3857,-71.11,42.37,-7915928.990310,5216565.798597"
  })
  void agreesWithProj(int srid, double lon, double lat, double x, double y) {
    double[] xy = {lon, lat};
    Crs crs = Crs.epsg(srid);
    crs.fromLonLat().apply(xy, 1);
    assertEquals(x, xy[0], 1e-5);
    assertEquals(y, xy[1], 1e-5);
    crs.toLonLat().apply(xy, 1);
    assertEquals(lon, xy[0], 1e-9);
    assertEquals(lat, xy[1], 1e-9);
  }

  @Test
  void aPlaceOnTheOtherSideOfTheEarthHasNoMetres() {
    Coordinate far = Projections.of(32616).toMetric(41.79, -87.63);
    assertTrue(Double.isNaN(far.x) && Double.isNaN(far.y));
  }

  @Test
  void takesOtherCodesFromTheRegistry() {
    Crs feet = Crs.epsg(2249);
    double[] xy = {-71.11, 42.37};
    feet.fromLonLat().apply(xy, 1);
    assertEquals(761556.312, xy[0], 0.03);
    assertEquals(2960098.348, xy[1], 0.03);
    assertTrue(Crs.epsg(2326).northFirst());
    assertThrows(CrsException.class, () -> Crs.epsg(999999));
  }

  @ParameterizedTest
  @CsvSource({
    "CRS84, 0",
    "urn:ogc:def:crs:OGC:1.3:CRS84, 0",
    "http://www.opengis.net/def/crs/OGC/1.3/CRS84, 0",
    "urn:ogc:def:crs:EPSG::4547, 4547",
    "urn:ogc:def:crs:EPSG:6.9:4326, 4326",
    "http://www.opengis.net/def/crs/EPSG/0/3857, 3857",
    "EPSG:4490, 4490",
    "epsg:32650, 32650",
    "4547, 4547",
    "CGCS2000, 4490"
  })
  void readsEveryWayToNameACrs(String text, int srid) {
    assertEquals(srid, Crs.parse(text).srid());
  }

  @Test
  void knowsWhichAuthoritiesWriteNorthFirst() {
    assertTrue(Crs.epsg(4490).northFirst());
    assertTrue(Crs.epsg(4547).northFirst());
    assertTrue(Crs.epsg(4326).northFirst());
    assertTrue(
        !Crs.epsg(3857).northFirst() && !Crs.CRS84.northFirst() && !Crs.epsg(32650).northFirst());
  }

  @Property
  void comesBackToTheSameMillimetre(
      @ForAll @DoubleRange(min = 112.6, max = 113.1) double lon,
      @ForAll @DoubleRange(min = 27.7, max = 28.1) double lat) {
    double[] xy = {lon, lat};
    Projections projections = Projections.of(4547);
    projections.toMetric(xy, 1);
    Coordinate metric = new Coordinate(xy[0], xy[1]);
    projections.toLonLat(xy, 1);
    assertEquals(lon, xy[0], 2e-8);
    assertEquals(lat, xy[1], 2e-8);
    assertEquals(0, metric.distance(projections.toMetric(xy[0], xy[1])), 0.0011);
    assertEquals(Math.rint(metric.x * 1000) / 1000, metric.x);
  }

  @Property
  void undoesTheOffsetOfWebMaps(
      @ForAll @DoubleRange(min = 74, max = 134) double lon,
      @ForAll @DoubleRange(min = 19, max = 53) double lat) {
    double[] xy = {lon, lat};
    Gcj02.fromWgs84().andThen(Gcj02.toBd09()).apply(xy, 1);
    Gcj02.fromBd09().andThen(Gcj02.toWgs84()).apply(xy, 1);
    assertEquals(lon, xy[0], 1e-8);
    assertEquals(lat, xy[1], 1e-8);
  }

  @Test
  void shiftsTheDemoDistrictByHalfAKilometre() {
    double[] xy = {112.85, 27.9};
    Gcj02.fromWgs84().apply(xy, 1);
    assertEquals(530, (xy[0] - 112.85) * 98_400, 25);
    assertEquals(-385, (xy[1] - 27.9) * 110_850, 25);
    double[] abroad = {-71.1, 42.3};
    Gcj02.fromWgs84().apply(abroad, 1);
    assertEquals(-71.1, abroad[0]);
  }

  @Test
  void keepsInvalidGeometriesAsTheyAre() throws ParseException {
    Geometry bowtie =
        new WKTReader().read("POLYGON((112.9 27.9,113 28,113 27.9,112.9 28,112.9 27.9))");
    Geometry metric = Projections.of(4547).toMetric(bowtie);
    assertEquals(5, metric.getNumPoints());
    assertEquals(4547, metric.getSRID());
    assertTrue(Projections.of(4547).toLonLat(metric).equalsExact(bowtie, 1e-7));
  }

  @Test
  void choosesTheMetricSystemOfAPlace() {
    assertEquals(4547, Projections.sridFor(new Envelope(112.6, 113.0, 27.8, 28.1)));
    assertEquals(32619, Projections.sridFor(new Envelope(-71.2, -71.0, 42.3, 42.4)));
    assertEquals(32629, Projections.sridFor(new Envelope(-8.7, -8.5, 41.1, 41.2)));
    assertEquals(32733, Projections.sridFor(new Envelope(15, 16, -34, -33)));
  }

  @Test
  void refusesDegreesAsMetricSystemAndColumnsWithPlacesFarAway() {
    Projections zone = Projections.of(4547);
    assertThrows(CrsException.class, () -> Projections.of(4490));
    assertThrows(CrsException.class, () -> zone.toMetric(new double[] {-71, 42}, 1));
    assertThrows(CrsException.class, () -> zone.toMetric(new double[] {Double.NaN, 42}, 1));
  }
}
