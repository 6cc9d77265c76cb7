package org.wangge.features;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.locationtech.jts.geom.Envelope;
import org.wangge.catalogue.Description;
import org.wangge.catalogue.FeatureQuery;
import org.wangge.catalogue.Property;
import org.wangge.policy.Viewer;
import org.wangge.web.Query;
import org.wangge.web.TimeSpan;

/**
 * The checked query of a collection or of one of its items.
 *
 * @param query what is asked of the source
 * @param crs in which the coordinates are wanted
 * @param given the parameters as they came, for links: without {@code offset} and {@code f}
 */
record ItemsRequest(FeatureQuery query, ServedCrs crs, Map<String, String> given) {
  static final int DEFAULT_LIMIT = 10;
  static final int LARGEST_LIMIT = 10_000;

  static final Set<String> RESERVED =
      Set.of("f", "limit", "offset", "bbox", "bbox-crs", "datetime", "crs");

  /** What reading needs besides the request. */
  record Rules(CrsCatalog crs, Supplier<ZoneId> zone) {}

  /** Of {@code /collections/{id}/items}. */
  static ItemsRequest ofItems(
      Map<String, List<String>> parameters, Description description, Rules rules, Viewer viewer) {
    List<String> known =
        new ArrayList<>(List.of("f", "limit", "offset", "bbox", "bbox-crs", "datetime", "crs"));
    filterable(description).forEach(property -> known.add(property.name()));
    Query query = Query.of(parameters, known);
    Optional<TimeSpan> span = span(query, description, rules.zone().get());
    FeatureQuery asked =
        new FeatureQuery(
            boxes(query, rules.crs()),
            span.flatMap(TimeSpan::begin).orElse(null),
            span.flatMap(TimeSpan::end).orElse(null),
            filters(query, description),
            limit(query),
            query.findInt("offset", 0, Integer.MAX_VALUE).orElse(0),
            viewer);
    return new ItemsRequest(asked, crs(query, "crs", rules.crs()), given(query, known));
  }

  /** Of {@code /collections/{id}/items/{featureId}}. */
  static ItemsRequest ofItem(
      Map<String, List<String>> parameters, Description description, Rules rules, Viewer viewer) {
    List<String> known = List.of("f", "crs", "datetime");
    Query query = Query.of(parameters, known);
    Optional<TimeSpan> span = span(query, description, rules.zone().get());
    FeatureQuery asked =
        new FeatureQuery(
            List.of(),
            span.flatMap(TimeSpan::begin).orElse(null),
            span.flatMap(TimeSpan::end).orElse(null),
            Map.of(),
            1,
            0,
            viewer);
    return new ItemsRequest(asked, crs(query, "crs", rules.crs()), given(query, known));
  }

  /** The properties that can be query parameters; a parameter of the standard keeps its meaning. */
  static List<Property> filterable(Description description) {
    return description.properties().stream()
        .filter(Property::queryable)
        .filter(property -> !RESERVED.contains(property.name()))
        .toList();
  }

  /** A limit above the largest is no error, says the standard, but means the largest. */
  private static int limit(Query query) {
    boolean huge = query.findText("limit").filter(text -> text.matches("\\d{5,20}")).isPresent();
    return huge
        ? LARGEST_LIMIT
        : query.findInt("limit", 1, Integer.MAX_VALUE).orElse(DEFAULT_LIMIT);
  }

  private static List<Envelope> boxes(Query query, CrsCatalog catalog) {
    ServedCrs crs = crs(query, "bbox-crs", catalog);
    return query.findNumbers("bbox", 4, 6).map(numbers -> Boxes.of(numbers, crs)).orElse(List.of());
  }

  private static ServedCrs crs(Query query, String name, CrsCatalog catalog) {
    String uri = query.findText(name).orElse(catalog.list().get(0).uri());
    return catalog
        .find(uri)
        .orElseThrow(
            () ->
                Query.bad(
                    name,
                    uri,
                    "names no CRS served here",
                    "Served: "
                        + String.join(", ", catalog.list().stream().map(ServedCrs::uri).toList())
                        + "."));
  }

  /** Checked always; asked only where time means something: items without time match any. */
  private static Optional<TimeSpan> span(Query query, Description description, ZoneId zone) {
    return query.findSpan("datetime", zone).filter(span -> description.temporal());
  }

  private static Map<String, String> filters(Query query, Description description) {
    Map<String, String> filters = new LinkedHashMap<>();
    for (Property property : filterable(description)) {
      query
          .findText(property.name())
          .ifPresent(value -> filters.put(property.name(), checked(property, value)));
    }
    return filters;
  }

  private static String checked(Property property, String value) {
    if (!property.values().isEmpty() && !property.values().contains(value)) {
      throw Query.bad(
          property.name(),
          value,
          "is not one of the values known",
          "Known: " + String.join(", ", property.values()) + ".");
    }
    if (!isOfType(property.type(), value)) {
      throw Query.bad(
          property.name(),
          value,
          "is not of type " + property.type().name(),
          "Give a value of that type.");
    }
    return value;
  }

  private static boolean isOfType(Property.Type type, String value) {
    try {
      return switch (type) {
        case STRING -> true;
        case INTEGER -> value.matches("[+-]?\\d{1,18}");
        case NUMBER -> Double.isFinite(Double.parseDouble(value));
        case BOOLEAN -> value.equals("true") || value.equals("false");
        case DATE -> LocalDate.parse(value) != null;
        case DATE_TIME -> OffsetDateTime.parse(value) != null;
      };
    } catch (NumberFormatException | DateTimeException unreadable) {
      return false;
    }
  }

  private static Map<String, String> given(Query query, List<String> known) {
    Map<String, String> given = new LinkedHashMap<>();
    for (String name : known) {
      if (!name.equals("offset") && !name.equals("f")) {
        query.findText(name).ifPresent(value -> given.put(name, value));
      }
    }
    return given;
  }
}
