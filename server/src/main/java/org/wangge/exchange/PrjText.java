package org.wangge.exchange;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * WKT of a {@code .prj} file. The CGCS2000 Gauss–Krüger zones and WGS 84 UTM zones as ESRI and OGC
 * write them are recognised by their numbers, so that they get their EPSG code; everything else
 * goes to GeoTools.
 */
final class PrjText {
  private static final Pattern GEOGRAPHIC =
      Pattern.compile("GEOGCS\\s*\\[\\s*\"([^\"]*)\"", Pattern.CASE_INSENSITIVE);

  private PrjText() {}

  static Crs parse(String wkt) {
    return findSrid(wkt).flatMap(KnownCrs::find).orElseGet(() -> GeoToolsCrs.parseWkt(wkt));
  }

  private static Optional<Integer> findSrid(String wkt) {
    Matcher geographic = GEOGRAPHIC.matcher(wkt);
    if (!geographic.find()) {
      return Optional.empty();
    }
    String datum = geographic.group(1).toUpperCase(Locale.ROOT);
    boolean china = datum.contains("CHINA") || datum.contains("CGCS") || datum.contains("CHINESE");
    boolean world = datum.contains("WGS") && datum.contains("84");
    if (!wkt.stripLeading().toUpperCase(Locale.ROOT).startsWith("PROJCS")) {
      return china ? Optional.of(4490) : world ? Optional.of(4326) : Optional.empty();
    }
    boolean transverse =
        wkt.matches("(?is).*PROJECTION\\s*\\[\\s*\"(Gauss_Kruger|Transverse_Mercator)\".*");
    if (!transverse
        || !wkt.matches("(?is).*UNIT\\s*\\[\\s*\"met(re|er)\"\\s*,\\s*1(\\.0*)?[^0-9.].*")) {
      return Optional.empty();
    }
    return china ? gaussKrueger(wkt) : world ? utm(wkt) : Optional.empty();
  }

  private static Optional<Integer> gaussKrueger(String wkt) {
    double meridian = parameter(wkt, "central_meridian").orElse(Double.NaN);
    double easting = parameter(wkt, "false_easting").orElse(Double.NaN);
    if (parameter(wkt, "scale_factor").orElse(1) != 1
        || parameter(wkt, "false_northing").orElse(0) != 0) {
      return Optional.empty();
    }
    double third = (meridian - 75) / 3;
    if (third != Math.rint(third) || third < 0 || third > 20) {
      return Optional.empty();
    }
    int zone = (int) third;
    if (easting == 500_000) {
      return Optional.of(4534 + zone);
    }
    if (easting == 1_000_000.0 * (25 + zone) + 500_000) {
      return Optional.of(4513 + zone);
    }
    boolean sixDegrees = zone % 2 == 0 && easting == 1_000_000.0 * (13 + zone / 2) + 500_000;
    return sixDegrees ? Optional.of(4491 + zone / 2) : Optional.empty();
  }

  private static Optional<Integer> utm(String wkt) {
    double zone = (parameter(wkt, "central_meridian").orElse(Double.NaN) + 183) / 6;
    double northing = parameter(wkt, "false_northing").orElse(0);
    boolean utm =
        zone == Math.rint(zone)
            && parameter(wkt, "scale_factor").orElse(1) == 0.9996
            && parameter(wkt, "false_easting").orElse(0) == 500_000;
    if (!utm || (northing != 0 && northing != 10_000_000)) {
      return Optional.empty();
    }
    return Optional.of((northing == 0 ? 32600 : 32700) + (int) zone);
  }

  private static OptionalDouble parameter(String wkt, String name) {
    Matcher matcher =
        Pattern.compile(
                "PARAMETER\\s*\\[\\s*\"" + name + "\"\\s*,\\s*([-+0-9.eE]+)",
                Pattern.CASE_INSENSITIVE)
            .matcher(wkt);
    return matcher.find()
        ? OptionalDouble.of(Double.parseDouble(matcher.group(1)))
        : OptionalDouble.empty();
  }
}
