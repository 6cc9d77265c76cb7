package org.wangge.exchange;

import java.util.Optional;
import org.wangge.exchange.TransverseMercator.Ellipsoid;

/**
 * The coordinate systems that districts use, computed here: CRS84, WGS 84, CGCS2000 and its
 * Gauss–Krüger zones, UTM on WGS 84, Web Mercator. CGCS2000 and WGS 84 longitudes are taken as the
 * same numbers (they differ by centimetres).
 */
final class KnownCrs {
  private static final double MERCATOR_RADIUS_METRES = 6378137;

  private KnownCrs() {}

  static Optional<Crs> find(int srid) {
    if (srid == 4326 || srid == 4490) {
      return Optional.of(geographic(srid, srid == 4326 ? "WGS 84" : "CGCS2000"));
    }
    if (srid == 3857) {
      return Optional.of(
          new Crs(
              3857, "WGS 84 / Pseudo-Mercator", false, false, webMercator(), fromWebMercator()));
    }
    return findGaussKrueger(srid).or(() -> findUtm(srid));
  }

  static Crs geographic(int srid, String name) {
    CoordinateTransform checked = KnownCrs::checkDegrees;
    return new Crs(srid, name, true, srid != 0, checked, checked);
  }

  private static Optional<Crs> findGaussKrueger(int srid) {
    if (srid >= 4491 && srid <= 4501) {
      return zone(srid, 75 + 6 * (srid - 4491), 1_000_000.0 * (13 + srid - 4491));
    }
    if (srid >= 4502 && srid <= 4512) {
      return zone(srid, 75 + 6 * (srid - 4502), 0);
    }
    if (srid >= 4513 && srid <= 4533) {
      return zone(srid, 75 + 3 * (srid - 4513), 1_000_000.0 * (25 + srid - 4513));
    }
    return srid >= 4534 && srid <= 4554 ? zone(srid, 75 + 3 * (srid - 4534), 0) : Optional.empty();
  }

  private static Optional<Crs> zone(int srid, int meridian, double prefixMetres) {
    String width = srid <= 4512 ? "Gauss-Kruger" : "3-degree Gauss-Kruger";
    String zone = prefixMetres == 0 ? "CM " + meridian + "E" : "zone " + (int) (prefixMetres / 1e6);
    TransverseMercator projection =
        new TransverseMercator(Ellipsoid.CGCS2000, meridian, 1, prefixMetres + 500_000, 0);
    return Optional.of(projected(srid, "CGCS2000 / " + width + " " + zone, true, projection));
  }

  private static Optional<Crs> findUtm(int srid) {
    int zone = srid % 100;
    boolean north = srid / 100 == 326;
    if (zone < 1 || zone > 60 || !(north || srid / 100 == 327)) {
      return Optional.empty();
    }
    TransverseMercator projection =
        new TransverseMercator(
            Ellipsoid.WGS84, 6 * zone - 183, 0.9996, 500_000, north ? 0 : 10_000_000);
    String name = "WGS 84 / UTM zone " + zone + (north ? "N" : "S");
    return Optional.of(projected(srid, name, false, projection));
  }

  private static Crs projected(
      int srid, String name, boolean northFirst, TransverseMercator projection) {
    return new Crs(srid, name, false, northFirst, projection::inverse, projection::forward);
  }

  private static void checkDegrees(double[] xy, int count) {
    for (int i = 0; i < 2 * count; i += 2) {
      if (!(Math.abs(xy[i]) <= 540 && Math.abs(xy[i + 1]) <= 90)) {
        throw new CrsException(
            "lon %s, lat %s is not a place on earth".formatted(xy[i], xy[i + 1]));
      }
    }
  }

  private static CoordinateTransform webMercator() {
    return (xy, count) -> {
      for (int i = 0; i < 2 * count; i += 2) {
        xy[i] = Math.toDegrees(xy[i] / MERCATOR_RADIUS_METRES);
        xy[i + 1] = Math.toDegrees(Math.atan(Math.sinh(xy[i + 1] / MERCATOR_RADIUS_METRES)));
      }
      checkDegrees(xy, count);
    };
  }

  private static CoordinateTransform fromWebMercator() {
    return (xy, count) -> {
      checkDegrees(xy, count);
      for (int i = 0; i < 2 * count; i += 2) {
        if (Math.abs(xy[i + 1]) >= 89.9) {
          throw new CrsException("lat " + xy[i + 1] + " has no image in Web Mercator");
        }
        double latitude = Math.toRadians(xy[i + 1]);
        xy[i] = MERCATOR_RADIUS_METRES * Math.toRadians(xy[i]);
        xy[i + 1] = MERCATOR_RADIUS_METRES * Math.log(Math.tan(Math.PI / 4 + latitude / 2));
      }
    };
  }
}
