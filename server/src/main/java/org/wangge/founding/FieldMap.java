package org.wangge.founding;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.wangge.exchange.Feature;

/**
 * Which columns of a layer hold our fields: {@code code=GEOID20,name=NAME20,parent=GEOID20[0:11]}.
 * A field that is not mapped is looked for under its usual names.
 */
public final class FieldMap {
  /** The fields there are. */
  public static final List<String> FIELDS =
      List.of(
          "code", "name", "kind", "parent", "households", "people", "class", "address", "floors");

  private static final Map<String, List<String>> USUAL =
      Map.of(
          "code", List.of("code", "编码", "代码", "网格编码"),
          "name", List.of("name", "名称", "网格名称"),
          "kind", List.of("kind", "类别", "类型"),
          "parent",
              List.of("parent", "parentcode", "communitycode", "townshipcode", "上级编码", "所属编码"),
          "households", List.of("households", "户数"),
          "people", List.of("people", "population", "人口"),
          "address", List.of("address", "地址"),
          "floors", List.of("floors", "层数"));

  private final Map<String, Column> columns;

  private FieldMap(Map<String, Column> columns) {
    this.columns = columns;
  }

  /** Nothing mapped: the usual names. */
  public static FieldMap usual() {
    return new FieldMap(Map.of());
  }

  /**
   * @throws IllegalArgumentException when a pair is not {@code field=COLUMN} or the field is
   *     unknown
   */
  public static FieldMap parse(String text) {
    Map<String, Column> columns = new LinkedHashMap<>();
    for (String pair : text.split(",")) {
      String[] sides = pair.split("=", 2);
      String field = sides[0].strip().toLowerCase(Locale.ROOT);
      if (sides.length != 2 || !FIELDS.contains(field)) {
        throw new IllegalArgumentException(
            "\"" + pair + "\" is no mapping: write field=COLUMN with a field of " + FIELDS);
      }
      columns.put(field, Column.parse(sides[1]));
    }
    return new FieldMap(columns);
  }

  /** Whether the field was mapped by hand. */
  boolean maps(String field) {
    return columns.containsKey(field);
  }

  /** The column mapped by hand, when it is a plain one. */
  public Optional<Column> find(String field) {
    return Optional.ofNullable(columns.get(field));
  }

  /** The value of a field; empty when its column is missing or blank. */
  Optional<String> find(Feature feature, String field) {
    Column column = columns.get(field);
    return column != null ? column.find(feature) : findUsual(feature, field);
  }

  private static Optional<String> findUsual(Feature feature, String field) {
    List<String> names = USUAL.getOrDefault(field, List.of());
    return feature.properties().keySet().stream()
        .filter(property -> names.contains(property.toLowerCase(Locale.ROOT).replace("_", "")))
        .findFirst()
        .flatMap(feature::findText)
        .map(String::strip);
  }

  /** A count; empty when missing; a fraction is rounded. */
  Optional<Integer> findCount(Feature feature, String field) {
    return find(feature, field).flatMap(FieldMap::count);
  }

  private static Optional<Integer> count(String text) {
    try {
      double value = Double.parseDouble(text);
      return value >= 0 && value < 1e9 ? Optional.of((int) Math.round(value)) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
