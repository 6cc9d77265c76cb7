package org.wangge.founding;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.wangge.exchange.Feature;
import org.wangge.fabric.Fabric;
import org.wangge.territory.Building;

/**
 * Reads buildings: points, or areas that stand for a point inside them. Those outside the domain
 * are left out, told.
 */
final class BuildingReader {
  private final LevelLayer level;
  private final Fabric fabric;
  private final Set<String> ids = new HashSet<>();
  private final List<Building> buildings = new ArrayList<>();
  private int outside;

  private BuildingReader(LevelLayer level, Fabric fabric) {
    this.level = level;
    this.fabric = fabric;
  }

  static List<Building> read(FoundingInput input, Fabric fabric, List<String> notes) {
    if (input.findBuildings().isEmpty()) {
      return List.of();
    }
    BuildingReader reader = new BuildingReader(input.findBuildings().get(), fabric);
    reader.level.metres().features().forEach(reader::add);
    if (reader.outside > 0) {
      notes.add(reader.outside + " buildings lie outside the domain and were left out");
    }
    return reader.buildings;
  }

  private void add(Feature feature) {
    Coordinate inside = feature.geometry().getInteriorPoint().getCoordinate();
    long x = Math.round(inside.x * 1000);
    long y = Math.round(inside.y * 1000);
    if (fabric.faceAt(x, y) < 0) {
      outside++;
    } else {
      buildings.add(building(feature, new Coordinate(x / 1000.0, y / 1000.0)));
    }
  }

  private Building building(Feature feature, Coordinate position) {
    FieldMap fields = level.fields();
    return new Building(
        uniqueId(fields.find(feature, "code").orElse(feature.id()), feature.index()),
        fields.find(feature, "name").orElse(""),
        fields.find(feature, "address").orElse(""),
        position,
        fields.findCount(feature, "households").orElse(0),
        fields.findCount(feature, "people").orElse(0),
        fields.findCount(feature, "floors").orElse(0));
  }

  private String uniqueId(String id, int index) {
    return ids.add(id) ? id : id + "-" + index;
  }
}
