package org.wangge.exchange;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * Gathers the features of a layer while a reader goes through its file: numbers them, finds ids,
 * keeps the bad ones named.
 */
final class FeatureCollector {
  private static final List<String> ID_PROPERTIES =
      List.of(
          "code",
          "编码",
          "代码",
          "网格编码",
          "geoid20",
          "geoid",
          "fips",
          "objectid",
          "fid",
          "id",
          "name",
          "名称");

  private final String attempted;
  private final ReadLimits limits;
  private final List<Feature> features = new ArrayList<>();
  private final List<BadFeature> bad = new ArrayList<>();
  private final Set<String> notes = new LinkedHashSet<>();
  private final GeometryAssembler assembler = new GeometryAssembler();
  private int count;
  private long points;

  FeatureCollector(String attempted, ReadLimits limits) {
    this.attempted = attempted;
    this.limits = limits;
  }

  String attempted() {
    return attempted;
  }

  int size() {
    return count;
  }

  /** Where geometries are to be made, so that what was wrong with them is kept with the feature. */
  GeometryAssembler assembler() {
    return assembler;
  }

  void note(String note) {
    notes.add(note);
  }

  /** Adds the feature, or names it among the bad ones when its geometry cannot be made. */
  void add(
      @Nullable String id,
      Map<String, @Nullable Object> properties,
      String where,
      Supplier<Geometry> geometry) {
    int index = count++;
    if (index >= limits.features()) {
      throw tooMany("more than " + limits.features() + " features", where);
    }
    String name = id != null ? id : idOf(properties, index);
    try {
      Geometry made = geometry.get();
      countPoints(made.getNumPoints(), where);
      features.add(new Feature(index, name, made, properties));
      assembler.takeDefects().forEach(defect -> addBad(index, name, defect, where, true));
    } catch (BadGeometryException e) {
      addBad(index, name, e, where, false);
    }
  }

  private void addBad(int index, String id, BadGeometryException e, String where, boolean kept) {
    assembler.takeDefects();
    bad.add(new BadFeature(index, id, e.what(), place(where, e.where()), kept, e.place()));
  }

  private static String place(String where, String detail) {
    if (where.isEmpty() || detail.isEmpty()) {
      return where + detail;
    }
    return where + ", " + detail;
  }

  private void countPoints(int more, String where) {
    points += more;
    if (points > limits.points()) {
      throw tooMany("more than " + limits.points() + " points", where);
    }
  }

  private ReadException tooMany(String what, String where) {
    return new ReadException(attempted, what, where, "cut the file into smaller ones");
  }

  private static String idOf(Map<String, @Nullable Object> properties, int index) {
    for (String candidate : ID_PROPERTIES) {
      for (Map.Entry<String, @Nullable Object> property : properties.entrySet()) {
        if (property.getKey().toLowerCase(Locale.ROOT).equals(candidate)
            && property.getValue() != null) {
          return Objects.toString(property.getValue());
        }
      }
    }
    return String.valueOf(index);
  }

  Layer toLayer(String name, CrsInfo crs) {
    return new Layer(name, features, crs, List.copyOf(notes), bad);
  }

  /** Degrees by the format's specification, unless the numbers cannot be degrees. */
  CrsInfo degreesBy(String format) {
    for (Feature feature : features) {
      var box = feature.geometry().getEnvelopeInternal();
      if (Math.max(Math.abs(box.getMinX()), Math.abs(box.getMaxX())) > 360.001
          || Math.max(Math.abs(box.getMinY()), Math.abs(box.getMaxY())) > 180.001) {
        return CrsInfo.unknown(
            "%s should be in longitude and latitude, but feature %s lies at %s"
                .formatted(
                    format,
                    feature.id(),
                    GeometryAssembler.place(feature.geometry().getCoordinate())));
      }
    }
    return CrsInfo.format(format);
  }
}
