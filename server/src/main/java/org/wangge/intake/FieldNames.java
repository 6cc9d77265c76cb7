package org.wangge.intake;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which headings stand for which field. Case, blanks, hyphens, underscores and a bracketed remark
 * (经度(WGS84)) do not count. {@code lon} and {@code lat} are always known.
 */
public final class FieldNames {
  public static final String LON = "lon";
  public static final String LAT = "lat";

  private static final List<String> LON_HEADINGS =
      List.of("lng", "long", "longitude", "经度", "x", "point_x", "东经");
  private static final List<String> LAT_HEADINGS = List.of("latitude", "纬度", "y", "point_y", "北纬");

  private final Map<String, List<String>> fields = new LinkedHashMap<>();
  private final Map<String, String> byHeading = new HashMap<>();
  private final String anchor;

  private FieldNames(Map<String, List<String>> given, String anchor) {
    this.anchor = anchor;
    fields.putAll(given);
    fields.put(LON, LON_HEADINGS);
    fields.put(LAT, LAT_HEADINGS);
    fields.forEach(this::learn);
  }

  private void learn(String field, List<String> headings) {
    byHeading.put(plain(field), field);
    headings.forEach(heading -> byHeading.put(plain(heading), field));
  }

  /**
   * The same, but a table needs no coordinates when it has this field: its value says where a row
   * is.
   */
  public FieldNames orPlacedBy(String field) {
    return new FieldNames(fields, field);
  }

  /** Whether a header with these columns says where its rows are. */
  boolean saysWhere(Collection<String> columns) {
    List<String> found = columns.stream().flatMap(column -> find(column).stream()).toList();
    return found.contains(anchor) || (found.contains(LON) && found.contains(LAT));
  }

  /** The field that says where a row is when it has no coordinates; empty when there is none. */
  String anchor() {
    return anchor;
  }

  /** Fields with the headings that also stand for them. */
  public static FieldNames of(Map<String, List<String>> fields) {
    return new FieldNames(fields, "");
  }

  public Optional<String> find(String heading) {
    return Optional.ofNullable(byHeading.get(plain(heading)));
  }

  /**
   * The values by field; of two columns with the same meaning the first that is not blank counts.
   */
  Map<String, String> translate(Map<String, String> byColumn) {
    Map<String, String> values = new LinkedHashMap<>();
    byColumn.forEach(
        (column, value) -> find(column).ifPresent(field -> put(values, field, value.strip())));
    return values;
  }

  private static void put(Map<String, String> values, String field, String value) {
    @Nullable String before = values.get(field);
    if (before == null || before.isEmpty()) {
      values.put(field, value);
    }
  }

  /** What a header may say, for remedies: {@code reportedAt(上报时间)、lon(经度) …}. */
  public String describe() {
    return fields.entrySet().stream().map(FieldNames::describe).collect(Collectors.joining("、"));
  }

  private static String describe(Map.Entry<String, List<String>> field) {
    return field.getValue().stream()
        .filter(heading -> heading.codePointAt(0) > 0x2E80)
        .findFirst()
        .map(chinese -> field.getKey() + "(" + chinese + ")")
        .orElse(field.getKey());
  }

  private static String plain(String heading) {
    return heading
        .replaceAll("[(（\\[].*$", "")
        .replaceAll("[\\s_\\-\\uFEFF]", "")
        .toLowerCase(Locale.ROOT);
  }
}
