package org.wangge.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;
import org.wangge.fabric.ArcClass;
import org.wangge.fabric.BoundaryLine;

/**
 * What of an OpenStreetMap extract bounds blocks: highways by class (links with their class),
 * railways on their own ground (trams run in streets and are left out), rivers, canals and
 * coastlines, walls; and water areas. Levels come from {@code layer}, else a bridge is 1 and a
 * tunnel −1; a passage through a building stays on the ground.
 */
public final class OsmStreets {
  private static final Set<String> RAILWAYS =
      Set.of("rail", "light_rail", "narrow_gauge", "subway", "monorail");
  private static final Set<String> WATERWAYS = Set.of("river", "canal");
  private static final Set<String> WALLS = Set.of("wall", "city_wall");
  private static final int HIGHEST_LAYER = 5;

  private OsmStreets() {}

  /** Whether a layer was read from an OSM file. */
  public static boolean isOsm(Layer layer) {
    return layer.features().stream().limit(50).anyMatch(feature -> feature.id().startsWith("way/"));
  }

  /**
   * @param metres a layer of {@link OsmReader}, moved to metres
   */
  public static StreetLines of(Layer metres) {
    List<BoundaryLine> lines = new ArrayList<>();
    List<Geometry> water = new ArrayList<>();
    for (Feature feature : metres.features()) {
      if (feature.geometry().getDimension() == 2) {
        addWater(feature, water);
      } else {
        classOf(feature).ifPresent(arcClass -> lines.addAll(lines(feature, arcClass)));
      }
    }
    String note = "%d ways bound blocks, %d water areas".formatted(lines.size(), water.size());
    return new StreetLines(lines, water, List.of(note));
  }

  private static void addWater(Feature feature, List<Geometry> water) {
    boolean isWater =
        "water".equals(tag(feature, "natural"))
            || "riverbank".equals(tag(feature, "waterway"))
            || "reservoir".equals(tag(feature, "landuse"))
            || "basin".equals(tag(feature, "landuse"));
    if (isWater) {
      water.add(feature.geometry());
    }
  }

  private static Optional<ArcClass> classOf(Feature feature) {
    Optional<ArcClass> highway = StreetClasses.ofHighway(tag(feature, "highway"));
    if (highway.isPresent()) {
      return highway;
    }
    if (RAILWAYS.contains(tag(feature, "railway"))) {
      return Optional.of(ArcClass.RAIL);
    }
    if (WATERWAYS.contains(tag(feature, "waterway"))
        || "coastline".equals(tag(feature, "natural"))) {
      return Optional.of(ArcClass.RIVER);
    }
    return WALLS.contains(tag(feature, "barrier")) ? Optional.of(ArcClass.WALL) : Optional.empty();
  }

  private static List<BoundaryLine> lines(Feature way, ArcClass arcClass) {
    String name = way.findText("name").or(() -> way.findText("ref")).orElse("");
    long id = Long.parseLong(way.id().substring(way.id().indexOf('/') + 1));
    return LineMaker.of(way.geometry(), arcClass, name, id, layer(way), false);
  }

  private static int layer(Feature way) {
    String tunnel = tag(way, "tunnel");
    if (tunnel.equals("building_passage")) {
      return 0;
    }
    String layer = tag(way, "layer");
    if (layer.matches("[-+]?\\d{1,2}") && Integer.parseInt(layer) != 0) {
      return Math.max(-HIGHEST_LAYER, Math.min(HIGHEST_LAYER, Integer.parseInt(layer)));
    }
    boolean bridge = !tag(way, "bridge").isEmpty() && !tag(way, "bridge").equals("no");
    boolean below = !tunnel.isEmpty() && !tunnel.equals("no");
    return below ? -1 : bridge ? 1 : 0;
  }

  private static String tag(Feature feature, String key) {
    return feature.findText(key).orElse("");
  }
}
