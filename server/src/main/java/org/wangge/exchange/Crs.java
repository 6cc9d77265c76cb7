package org.wangge.exchange;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A coordinate reference system with its way to and from longitude and latitude (CRS84).
 *
 * <p>The transforms always speak x before y; {@link #northFirst()} says whether the authority
 * writes north (latitude) first, which OGC API – Features Part 2 asks for in its answers. Immutable
 * and thread-safe. Does not do heights, epochs or the Chinese offset GCJ-02 (see {@link Gcj02}).
 *
 * @param srid EPSG code, 0 for CRS84 itself and for systems that have no code
 * @param name for people
 * @param geographic degrees rather than metres
 * @param northFirst whether the authority's axis order is north, east
 * @param toLonLat to degrees of CRS84
 * @param fromLonLat from degrees of CRS84
 */
public record Crs(
    int srid,
    String name,
    boolean geographic,
    boolean northFirst,
    CoordinateTransform toLonLat,
    CoordinateTransform fromLonLat) {

  /** Longitude, latitude on WGS 84. */
  public static final Crs CRS84 = KnownCrs.geographic(0, "CRS84");

  private static final Pattern EPSG =
      Pattern.compile(
          "(?:urn:(?:x-)?ogc:def:crs:EPSG:[0-9.]*:|https?://www\\.opengis\\.net/(?:def/crs/EPSG/[0-9.]+/|gml/srs/epsg\\.xml#)|EPSG:{1,2})?(\\d{4,6})",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern LON_LAT =
      Pattern.compile(
          "(?:urn:(?:x-)?ogc:def:crs:OGC:[0-9.]*:|https?://www\\.opengis\\.net/def/crs/OGC/[0-9.]+/|OGC:)?CRS84h?",
          Pattern.CASE_INSENSITIVE);

  /**
   * The system with an EPSG code. Gauss–Krüger zones of CGCS2000, UTM zones of WGS 84, 4326, 4490
   * and 3857 are at hand; any other wakes the EPSG registry (seconds, once).
   *
   * @throws CrsException when the registry does not know the code
   */
  public static Crs epsg(int srid) {
    return KnownCrs.find(srid).orElseGet(() -> GeoToolsCrs.decode(srid));
  }

  /**
   * Reads {@code EPSG:4547}, {@code 4547}, {@code CRS84}, OGC URNs and URLs of these, or WKT 1 in
   * OGC or ESRI dialect.
   *
   * @throws CrsException when it is none of these
   */
  public static Crs parse(String text) {
    String trimmed = text.strip();
    if (LON_LAT.matcher(trimmed).matches()) {
      return CRS84;
    }
    Matcher epsg = EPSG.matcher(trimmed);
    if (epsg.matches()) {
      return epsg(Integer.parseInt(epsg.group(1)));
    }
    return trimmed.contains("[") ? PrjText.parse(trimmed) : byName(trimmed);
  }

  private static Crs byName(String text) {
    return switch (text.toUpperCase(Locale.ROOT).replaceAll("[ _-]", "")) {
      case "WGS84" -> epsg(4326);
      case "CGCS2000", "国家2000", "2000国家大地坐标系" -> epsg(4490);
      default ->
          throw new CrsException(
              "unknown coordinate system '%s': write EPSG:n, CRS84, an OGC URN or WKT"
                  .formatted(text));
    };
  }

  /** {@code EPSG:n}, or the name when there is no code. */
  public String label() {
    return srid == 0 ? name : "EPSG:" + srid + " (" + name + ")";
  }

  /** The identifier OGC API – Features uses. */
  public String uri() {
    return srid == 0
        ? "http://www.opengis.net/def/crs/OGC/1.3/CRS84"
        : "http://www.opengis.net/def/crs/EPSG/0/" + srid;
  }

  @Override
  public boolean equals(@org.jspecify.annotations.Nullable Object other) {
    return other instanceof Crs && ((Crs) other).srid == srid && ((Crs) other).name.equals(name);
  }

  @Override
  public int hashCode() {
    return 31 * srid + name.hashCode();
  }
}
