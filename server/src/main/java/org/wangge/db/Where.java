package org.wangge.db;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.statement.SqlStatement;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;

/**
 * Conditions of a statement that are only known when it is asked: fragments of SQL that come from
 * resource files, each beginning with {@code and}, and the values bound in them. The statement says
 * where they go with {@code <where>}.
 */
public final class Where {
  private static final GeometryFactory DEGREES = new GeometryFactory(new PrecisionModel(), 4326);

  private final StringBuilder sql = new StringBuilder();
  private final Map<String, Object> values = new LinkedHashMap<>();

  /** Adds a fragment that binds nothing. */
  public Where and(String fragment) {
    sql.append(' ').append(fragment);
    return this;
  }

  /**
   * Adds a fragment that binds one value; {@code int[]} is bound as an array, for {@code =
   * any(:name)}.
   */
  public Where and(String fragment, String name, Object value) {
    values.put(name, value);
    return and(fragment);
  }

  /**
   * Keeps points in one of the boxes, edges included: the table has {@code geom} (4326, indexed),
   * {@code lon} and {@code lat}. No boxes, no condition.
   */
  public Where inBoxes(List<Envelope> boxes) {
    for (int i = 0; i < boxes.size(); i++) {
      and((i == 0 ? "and (" : "or ") + box(boxes.get(i), i));
    }
    return boxes.isEmpty() ? this : and(")");
  }

  private String box(Envelope box, int i) {
    values.put("box" + i, rectangle(box));
    values.put("west" + i, box.getMinX());
    values.put("south" + i, box.getMinY());
    values.put("east" + i, box.getMaxX());
    values.put("north" + i, box.getMaxY());
    return "(geom && :box# and lon between :west# and :east# and lat between :south# and :north#)"
        .replace("#", Integer.toString(i));
  }

  private static Geometry rectangle(Envelope box) {
    return DEGREES.toGeometry(box);
  }

  /** Puts the conditions into a statement and binds their values. */
  public <T extends SqlStatement<T>> T applyTo(T statement) {
    statement.define("where", sql.toString());
    values.forEach((name, value) -> statement.bind(name, value));
    return statement;
  }
}
