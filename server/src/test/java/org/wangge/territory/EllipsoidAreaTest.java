package org.wangge.territory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class EllipsoidAreaTest {

  @Test
  void theWholeEllipsoidHasTheAreaOfGrs80() throws ParseException {
    double area = area("POLYGON ((-180 -90, 180 -90, 180 90, -180 90, -180 -90))");
    assertEquals(510_065_621_718_491.0, area, 1e3);
  }

  @Test
  void holesAreTakenOffAndPartsAreAdded() throws ParseException {
    double outer = area("POLYGON ((112 27, 113 27, 113 28, 112 28, 112 27))");
    double inner = area("POLYGON ((112.4 27.4, 112.4 27.6, 112.6 27.6, 112.6 27.4, 112.4 27.4))");
    assertEquals(
        outer,
        area(
            "MULTIPOLYGON (((112 27, 113 27, 113 28, 112 28, 112 27), (112.4 27.4, 112.4 27.6,"
                + " 112.6 27.6, 112.6 27.4, 112.4 27.4)), ((112.4 27.4, 112.6 27.4, 112.6 27.6,"
                + " 112.4 27.6, 112.4 27.4)))"),
        1e-3);
    assertEquals(0.04 * outer, inner, outer * 1e-4);
  }

  @Test
  void whatHasNoGroundHasNoArea() throws ParseException {
    assertEquals(0, area("POLYGON EMPTY"));
    assertEquals(0, area("LINESTRING (112 27, 113 28)"));
  }

  private static double area(String wkt) throws ParseException {
    return EllipsoidArea.squareMetres(new WKTReader().read(wkt));
  }
}
