package org.wangge.founding;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.wangge.exchange.Feature;

/** Reads the polygons of a level and says which cannot be used. */
final class ZoneReader {
  private final LevelLayer level;
  private final List<String> wrong;
  private final Set<String> codes = new HashSet<>();

  private ZoneReader(LevelLayer level, List<String> wrong) {
    this.level = level;
    this.wrong = wrong;
  }

  /**
   * @param codeNeeded whether a polygon without a code is wrong
   * @param wrong gets one sentence for each feature that cannot be used
   */
  static List<Zone> read(LevelLayer level, boolean codeNeeded, List<String> wrong) {
    ZoneReader reader = new ZoneReader(level, wrong);
    level.metres().bad().forEach(bad -> wrong.add(level.what() + ": " + bad.describe()));
    List<Zone> zones = new ArrayList<>();
    for (Feature feature : level.metres().features()) {
      reader.addTo(zones, feature, codeNeeded);
    }
    if (zones.isEmpty()) {
      wrong.add(level.what() + ": there is no polygon in " + level.metres().name());
    }
    return zones;
  }

  private void addTo(List<Zone> zones, Feature feature, boolean codeNeeded) {
    String code = level.fields().find(feature, "code").orElse("");
    if (feature.geometry().getDimension() != 2) {
      refuse(feature, "it is a " + feature.geometry().getGeometryType() + " and no polygon");
    } else if (code.isEmpty() && codeNeeded) {
      refuse(
          feature, "it has no code: map one, for instance --map " + level.what() + ":code=COLUMN");
    } else if (!code.isEmpty() && !codes.add(code)) {
      refuse(feature, "its code " + code + " is there twice");
    } else {
      zones.add(zone(feature, code));
    }
  }

  private void refuse(Feature feature, String why) {
    wrong.add(
        "%s: feature %d (id %s): %s".formatted(level.what(), feature.index(), feature.id(), why));
  }

  private Zone zone(Feature feature, String code) {
    FieldMap fields = level.fields();
    return new Zone(
        feature.index(),
        code,
        fields.find(feature, "name").orElse(""),
        fields.find(feature, "kind").orElse(""),
        fields.find(feature, "parent").orElse(""),
        fields.findCount(feature, "households").orElse(-1),
        fields.findCount(feature, "people").orElse(-1),
        sound(feature.geometry()));
  }

  /** An invalid ring is told by the check; here it is only made usable. */
  private static Geometry sound(Geometry geometry) {
    return geometry.isValid() ? geometry : GeometryFixer.fix(geometry);
  }
}
