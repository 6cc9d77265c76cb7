package org.wangge.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.wangge.cases.HotSpot;
import org.wangge.web.JsonOut;

/**
 * The file that says where the demo's cases have hot spots: {@code demo-hot-spots.geojson} in the
 * data directory, points with name, category, spread and number of cases. For trying a heat map
 * against what is known to be there.
 */
final class PlantedSpots {
  private static final String FILE = "demo-hot-spots.geojson";

  private PlantedSpots() {}

  /** Writes the file anew; does nothing when nothing was planted. */
  static void write(List<HotSpot> spots, Path directory) {
    if (spots.isEmpty()) {
      return;
    }
    Map<String, Object> collection =
        Map.of(
            "type",
            "FeatureCollection",
            "features",
            spots.stream().map(PlantedSpots::feature).toList());
    try {
      Files.createDirectories(directory);
      Files.write(directory.resolve(FILE), JsonOut.bytes(collection));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Map<String, Object> feature(HotSpot spot) {
    return Map.of(
        "type", "Feature",
        "geometry", Map.of("type", "Point", "coordinates", List.of(spot.lon(), spot.lat())),
        "properties",
            Map.of(
                "name", spot.name(),
                "category", spot.category(),
                "spreadMetres", spot.spreadMetres(),
                "cases", spot.cases(),
                "label", "示意数据"));
  }
}
