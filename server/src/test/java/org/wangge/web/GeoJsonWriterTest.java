package org.wangge.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** WKT in, GeoJSON out. */
class GeoJsonWriterTest {

  @Test
  void exteriorRingsRunCounterClockwiseAndHolesClockwise() {
    String expected =
        "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[9,0],[9,9],[0,9],[0,0]],[[1,1],[1,2],[2,2],[2,1],[1,1]]]}";
    assertEquals(
        expected,
        written("POLYGON((0 0,9 0,9 9,0 9,0 0),(1 1,1 2,2 2,2 1,1 1))", CoordinateForm.LON_LAT));
    assertEquals(
        expected,
        written("POLYGON((0 0,0 9,9 9,9 0,0 0),(1 1,2 1,2 2,1 2,1 1))", CoordinateForm.LON_LAT));
  }

  @Test
  void everyKindOfGeometryHasItsForm() {
    assertEquals(
        "{\"type\":\"Point\",\"coordinates\":[112.9,27.86]}",
        written("POINT(112.9 27.86)", CoordinateForm.LON_LAT));
    assertEquals(
        "{\"type\":\"LineString\",\"coordinates\":[[1,2],[3,4]]}",
        written("LINESTRING(1 2,3 4)", CoordinateForm.LON_LAT));
    assertEquals(
        "{\"type\":\"MultiPoint\",\"coordinates\":[[1,2],[3,4]]}",
        written("MULTIPOINT(1 2,3 4)", CoordinateForm.LON_LAT));
    assertEquals(
        "{\"type\":\"MultiLineString\",\"coordinates\":[[[1,2],[3,4]],[[5,6],[7,8]]]}",
        written("MULTILINESTRING((1 2,3 4),(5 6,7 8))", CoordinateForm.LON_LAT));
    assertEquals(
        "{\"type\":\"MultiPolygon\",\"coordinates\":[[[[0,0],[1,0],[0,1],[0,0]]],[[[5,5],[6,5],[5,6],[5,5]]]]}",
        written("MULTIPOLYGON(((0 0,1 0,0 1,0 0)),((5 5,6 5,5 6,5 5)))", CoordinateForm.LON_LAT));
    assertEquals(
        "{\"type\":\"GeometryCollection\",\"geometries\":[{\"type\":\"Point\",\"coordinates\":[1,2]}]}",
        written("GEOMETRYCOLLECTION(POINT(1 2))", CoordinateForm.LON_LAT));
    assertEquals("null", written("POLYGON EMPTY", CoordinateForm.LON_LAT));
  }

  @Test
  void decimalsAndAxesFollowTheForm() {
    assertEquals(
        "{\"type\":\"Point\",\"coordinates\":[112.12345679,27.1]}",
        written("POINT(112.123456789 27.1)", CoordinateForm.LON_LAT));
    assertEquals(
        "{\"type\":\"Point\",\"coordinates\":[3086000.123,389000.5]}",
        written(
            "POINT(389000.5 3086000.1234)",
            new CoordinateForm(true, CoordinateForm.Change.NONE, true, 3)));
  }

  private static String written(String wkt, CoordinateForm form) {
    return JsonBytesTest.json(json -> new GeoJsonWriter(json, form).geometry(geometry(wkt)));
  }

  private static Geometry geometry(String wkt) {
    try {
      return new WKTReader().read(wkt);
    } catch (ParseException wrong) {
      throw new IllegalArgumentException(wkt, wrong);
    }
  }
}
