package org.wangge.exchange;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.crs.GeographicCRS;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.TransformException;
import org.geotools.referencing.CRS;
import org.geotools.referencing.crs.DefaultGeographicCRS;

/** Coordinate systems from the EPSG registry that GeoTools carries, and from WKT. */
final class GeoToolsCrs {
  private static final Pattern AUTHORITY =
      Pattern.compile(
          "AUTHORITY\\s*\\[\\s*\"EPSG\"\\s*,\\s*\"?(\\d{4,6})\"?\\s*]\\s*]\\s*$",
          Pattern.CASE_INSENSITIVE);

  private GeoToolsCrs() {}

  static Crs decode(int srid) {
    try {
      CoordinateReferenceSystem crs = CRS.decode("EPSG:" + srid, true);
      boolean northFirst = CRS.getAxisOrder(CRS.decode("EPSG:" + srid)) == CRS.AxisOrder.NORTH_EAST;
      return of(srid, northFirst, crs);
    } catch (FactoryException e) {
      throw new CrsException(
          "EPSG:" + srid + " is not a coordinate system that can be used: " + e.getMessage(), e);
    }
  }

  static Crs parseWkt(String wkt) {
    try {
      CoordinateReferenceSystem crs = CRS.parseWKT(wkt);
      return of(codeIn(wkt), false, crs);
    } catch (FactoryException e) {
      throw new CrsException(
          "the coordinate system text cannot be read as WKT 1: " + e.getMessage(), e);
    }
  }

  /**
   * The code the text itself ends with; searching the registry by definition takes many seconds.
   */
  private static int codeIn(String wkt) {
    Matcher authority = AUTHORITY.matcher(wkt);
    return authority.find() ? Integer.parseInt(authority.group(1)) : 0;
  }

  private static Crs of(int srid, boolean northFirst, CoordinateReferenceSystem crs)
      throws FactoryException {
    MathTransform to = CRS.findMathTransform(crs, DefaultGeographicCRS.WGS84, true);
    MathTransform from = CRS.findMathTransform(DefaultGeographicCRS.WGS84, crs, true);
    if (to.getSourceDimensions() != 2) {
      throw new CrsException(
          crs.getName().getCode() + " is not a flat (two-dimensional) coordinate system");
    }
    boolean geographic = crs instanceof GeographicCRS;
    return new Crs(
        srid, crs.getName().getCode(), geographic, northFirst, transform(to), transform(from));
  }

  private static CoordinateTransform transform(MathTransform math) {
    return (xy, count) -> {
      try {
        math.transform(xy, 0, xy, 0, count);
      } catch (TransformException e) {
        throw new CrsException(
            "a coordinate has no image in the other system: " + e.getMessage(), e);
      }
    };
  }
}
