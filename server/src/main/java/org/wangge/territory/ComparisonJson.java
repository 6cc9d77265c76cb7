package org.wangge.territory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wangge.web.GeoJsonWriter;

/**
 * A comparison as a GeoJSON collection (CRS84): one feature for all ground that goes from one grid
 * to another, and beside the features a summary.
 */
public final class ComparisonJson {
  private final PlanComparison comparison;

  private ComparisonJson(PlanComparison comparison) {
    this.comparison = comparison;
  }

  /** The members of the collection. */
  public static Map<String, @Nullable Object> of(PlanComparison comparison) {
    return new ComparisonJson(comparison).members();
  }

  private Map<String, @Nullable Object> members() {
    InForce before = comparison.before();
    InForce after = comparison.after();
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    members.put("type", "FeatureCollection");
    members.put("from", Answers.publication(before));
    members.put("to", Answers.publication(after));
    members.put("moved", moved());
    members.put("abolished", only(before, after));
    members.put("created", only(after, before));
    members.put("label", after.settings().label());
    members.put("features", comparison.moves().stream().map(this::feature).toList());
    return members;
  }

  private Map<String, Object> moved() {
    Map<String, Object> moved = new LinkedHashMap<>();
    moved.put("households", comparison.households());
    moved.put("people", comparison.people());
    moved.put("buildings", comparison.buildings());
    moved.put("areaSquareMetres", Rounded.to(area(), 1));
    return moved;
  }

  private double area() {
    return comparison.moves().stream().mapToDouble(PlanComparison.Move::areaSquareMetres).sum();
  }

  private static List<Map<String, Object>> only(InForce of, InForce without) {
    return of.grids().stream()
        .filter(grid -> without.findGrid(grid.code()).isEmpty())
        .map(grid -> Map.<String, Object>of("code", grid.code(), "name", grid.name()))
        .toList();
  }

  private Map<String, @Nullable Object> feature(PlanComparison.Move move) {
    Map<String, @Nullable Object> feature = new LinkedHashMap<>();
    feature.put("type", "Feature");
    feature.put("id", move.from() + "-" + move.to());
    feature.put("geometry", GeoJsonWriter.raw(move.shape().lonLat()));
    feature.put("properties", properties(move));
    return feature;
  }

  private Map<String, Object> properties(PlanComparison.Move move) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("from", move.from());
    properties.put("fromName", name(comparison.before(), move.from()));
    properties.put("to", move.to());
    properties.put("toName", name(comparison.after(), move.to()));
    properties.put("households", move.households());
    properties.put("people", move.people());
    properties.put("buildings", move.buildings());
    properties.put("blocks", move.faces().length);
    properties.put("areaSquareMetres", Rounded.to(move.areaSquareMetres(), 1));
    return properties;
  }

  private static String name(InForce of, String code) {
    return of.findGrid(code).map(Grid::name).orElse("");
  }
}
