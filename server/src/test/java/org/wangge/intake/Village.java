package org.wangge.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;

/**
 * A made-up district for import tests: a box of degrees with houses strewn in it, and an offset of
 * the size of GCJ-02.
 */
final class Village implements Terrain {
  static final Offset OFFSET = (lon, lat) -> new Coordinate(lon - 0.0054, lat + 0.0035);

  final List<Coordinate> houses = new ArrayList<>();

  Village(int count) {
    Random random = new Random(7);
    for (int i = 0; i < count; i++) {
      houses.add(
          new Coordinate(112.70 + random.nextDouble() * 0.3, 27.80 + random.nextDouble() * 0.27));
    }
  }

  @Override
  public int faceAt(double lon, double lat) {
    return lon >= 112.70 && lon <= 113.0 && lat >= 27.80 && lat <= 28.07 ? 5 : -1;
  }

  @Override
  public double plausibility(double lon, double lat) {
    double nearest = Double.MAX_VALUE;
    for (Coordinate house : houses) {
      nearest = Math.min(nearest, Math.hypot((lon - house.x) * 98_000, (lat - house.y) * 111_000));
    }
    return faceAt(lon, lat) < 0 ? 0 : 1 / (1 + nearest / 30);
  }
}
