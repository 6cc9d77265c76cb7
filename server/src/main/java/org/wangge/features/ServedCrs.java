package org.wangge.features;

import org.wangge.web.CoordinateForm;
import org.wangge.web.CoordinateForm.Change;

/**
 * A coordinate reference system a client may ask for.
 *
 * @param uri as OGC writes it; what {@code crs=} and {@code bbox-crs=} are compared with
 * @param form how its coordinates are written: from which of a shape's geometries, with which
 *     change, in the authority's order of axes
 * @param toLonLat from x (east), y (north) in this CRS to longitude, latitude, for boxes
 */
public record ServedCrs(String uri, CoordinateForm form, Change toLonLat) {
  private static final String EPSG = "http://www.opengis.net/def/crs/EPSG/0/";
  private static final int DEGREE_DECIMALS = 8;
  private static final int METRE_DECIMALS = 3;
  private static final double EARTH_RADIUS_METRES = 6_378_137;

  /** Longitude, latitude: the default. */
  public static ServedCrs crs84() {
    return new ServedCrs(
        "http://www.opengis.net/def/crs/OGC/1.3/CRS84", CoordinateForm.LON_LAT, Change.NONE);
  }

  /**
   * A geographic CRS with latitude first whose degrees are those of CRS84 to within what is known
   * of either (4326, 4490).
   */
  public static ServedCrs latLon(int epsg) {
    return new ServedCrs(
        EPSG + epsg, new CoordinateForm(false, Change.NONE, true, DEGREE_DECIMALS), Change.NONE);
  }

  /**
   * The metric CRS every shape is kept in.
   *
   * @param northFirst whether EPSG puts northing before easting, as for the Chinese Gauss-Krüger
   *     zones (4547)
   * @param toLonLat metres, easting first, to degrees
   */
  public static ServedCrs metric(int epsg, boolean northFirst, Change toLonLat) {
    return new ServedCrs(
        EPSG + epsg, new CoordinateForm(true, Change.NONE, northFirst, METRE_DECIMALS), toLonLat);
  }

  /**
   * Web Mercator, EPSG:3857: a sphere, straight from degrees. Latitudes beyond its square are put
   * on its edge.
   */
  public static ServedCrs webMercator() {
    return new ServedCrs(
        EPSG + 3857,
        new CoordinateForm(false, ServedCrs::toMercator, false, METRE_DECIMALS),
        ServedCrs::fromMercator);
  }

  private static void toMercator(double[] xy, int count) {
    for (int i = 0; i < 2 * count; i += 2) {
      xy[i] = EARTH_RADIUS_METRES * Math.toRadians(xy[i]);
      double latitude = Math.toRadians(Math.max(-85.06, Math.min(85.06, xy[i + 1])));
      xy[i + 1] = EARTH_RADIUS_METRES * Math.log(Math.tan(Math.PI / 4 + latitude / 2));
    }
  }

  private static void fromMercator(double[] xy, int count) {
    for (int i = 0; i < 2 * count; i += 2) {
      xy[i] = Math.toDegrees(xy[i] / EARTH_RADIUS_METRES);
      xy[i + 1] =
          Math.toDegrees(2 * Math.atan(Math.exp(xy[i + 1] / EARTH_RADIUS_METRES)) - Math.PI / 2);
    }
  }
}
