package org.wangge.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.wangge.fabric.ArcClass;
import org.wangge.fabric.BoundaryLine;

/**
 * Boundary lines out of any layer of lines or polygons. Which fields hold class, name and level is
 * given, or found by the usual names; a class is one of the words of OpenStreetMap, the Chinese
 * road classes, or our own names, and what is not known becomes a local street with a note.
 */
public final class LineLayers {
  private static final List<String> CLASS_FIELDS =
      List.of(
          "class",
          "highway",
          "fclass",
          "arcclass",
          "road_class",
          "roadclass",
          "道路等级",
          "等级",
          "类型",
          "type");
  private static final List<String> NAME_FIELDS =
      List.of(
          "name", "名称", "路名", "道路名称", "street_name", "streetname", "street", "label", "fullname");
  private static final List<String> LAYER_FIELDS = List.of("layer", "层", "z_level");
  private static final int HIGHEST_LAYER = 5;

  private LineLayers() {}

  /**
   * Which fields to look at.
   *
   * @param classField null to look for one
   * @param nameField null to look for one
   * @param classes values of the class field that mean something else than the usual words
   * @param fallback class of lines whose value is missing or unknown
   */
  public record Fields(
      @Nullable String classField,
      @Nullable String nameField,
      Map<String, ArcClass> classes,
      ArcClass fallback) {
    public Fields {
      classes = Map.copyOf(classes);
    }

    public static Fields usual() {
      return new Fields(null, null, Map.of(), ArcClass.LOCAL);
    }
  }

  /**
   * @param metres any layer, moved to metres; polygons give their rings, points nothing
   */
  public static StreetLines of(Layer metres, Fields fields) {
    if (OsmStreets.isOsm(metres)) {
      return OsmStreets.of(metres);
    }
    Optional<String> classField =
        Optional.ofNullable(fields.classField).or(() -> find(metres, CLASS_FIELDS));
    Optional<String> nameField =
        Optional.ofNullable(fields.nameField).or(() -> find(metres, NAME_FIELDS));
    Optional<String> layerField = find(metres, LAYER_FIELDS);
    List<BoundaryLine> lines = new ArrayList<>();
    List<Geometry> water = new ArrayList<>();
    Map<String, Integer> unknown = new TreeMap<>();
    for (Feature feature : metres.features()) {
      ArcClass arcClass = classOf(feature, classField.orElse(""), fields, unknown);
      String name = nameField.flatMap(feature::findText).orElse("");
      int level = layerField.flatMap(feature::findText).map(LineLayers::level).orElse(0);
      lines.addAll(
          LineMaker.of(
              feature.geometry(), arcClass, name, 0, level, arcClass == ArcClass.STATUTORY));
      if (arcClass == ArcClass.RIVER && feature.geometry().getDimension() == 2) {
        water.add(feature.geometry());
      }
    }
    return new StreetLines(lines, water, notes(classField, nameField, unknown, fields));
  }

  /** Every line and ring of the layer as a mandatory statutory border. */
  public static List<BoundaryLine> statutory(Layer metres, @Nullable String nameField) {
    List<BoundaryLine> lines = new ArrayList<>();
    for (Feature feature : metres.features()) {
      String name = Optional.ofNullable(nameField).flatMap(feature::findText).orElse("");
      lines.addAll(LineMaker.of(feature.geometry(), ArcClass.STATUTORY, name, 0, 0, true));
    }
    return lines;
  }

  private static Optional<String> find(Layer layer, List<String> names) {
    for (String name : names) {
      for (Feature feature : layer.features().subList(0, Math.min(20, layer.features().size()))) {
        for (String property : feature.properties().keySet()) {
          if (property.toLowerCase(Locale.ROOT).equals(name)) {
            return Optional.of(property);
          }
        }
      }
    }
    return Optional.empty();
  }

  private static ArcClass classOf(
      Feature feature, String field, Fields fields, Map<String, Integer> unknown) {
    String word = feature.findText(field).orElse("");
    ArcClass given = fields.classes.get(word);
    if (given != null || word.isEmpty()) {
      return given == null ? fields.fallback : given;
    }
    Optional<ArcClass> known = StreetClasses.ofWord(word);
    if (known.isEmpty()) {
      unknown.merge(word, 1, Integer::sum);
    }
    return known.orElse(fields.fallback);
  }

  private static int level(String text) {
    return text.matches("[-+]?\\d{1,2}")
        ? Math.max(-HIGHEST_LAYER, Math.min(HIGHEST_LAYER, Integer.parseInt(text)))
        : 0;
  }

  private static List<String> notes(
      Optional<String> classField,
      Optional<String> nameField,
      Map<String, Integer> unknown,
      Fields fields) {
    List<String> notes = new ArrayList<>();
    notes.add(
        classField
            .map(f -> "classes from the field " + f)
            .orElse("no class field: every line is " + fields.fallback));
    notes.add(nameField.map(f -> "names from the field " + f).orElse("no name field"));
    if (!unknown.isEmpty()) {
      notes.add("classes that are not known became %s: %s".formatted(fields.fallback, unknown));
    }
    return notes;
  }
}
