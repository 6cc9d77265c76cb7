package org.wangge.catalogue;

import java.util.List;

/**
 * One property of a collection's items.
 *
 * @param name JSON name, lowerCamelCase, with the unit as suffix (areaSquareMetres)
 * @param title Chinese label
 * @param type JSON type of the value
 * @param queryable whether it can be a query parameter {@code name=value} (equality)
 * @param values the closed list of values, empty when open
 */
public record Property(
    String name, String title, Type type, boolean queryable, List<String> values) {

  public Property {
    values = List.copyOf(values);
  }

  public static Property of(String name, String title, Type type) {
    return new Property(name, title, type, false, List.of());
  }

  public static Property queryable(String name, String title, Type type) {
    return new Property(name, title, type, true, List.of());
  }

  public static Property oneOf(String name, String title, List<String> values) {
    return new Property(name, title, Type.STRING, true, values);
  }

  /** JSON types; DATE and DATE_TIME are strings in RFC 3339 form. */
  public enum Type {
    STRING,
    INTEGER,
    NUMBER,
    BOOLEAN,
    DATE,
    DATE_TIME
  }
}
