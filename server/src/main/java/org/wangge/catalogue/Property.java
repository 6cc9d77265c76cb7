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
 * @param privacy whether its values may tell a person
 */
public record Property(
    String name, String title, Type type, boolean queryable, List<String> values, Privacy privacy) {

  public Property {
    values = List.copyOf(values);
  }

  /** A property whose values tell no person. */
  public Property(String name, String title, Type type, boolean queryable, List<String> values) {
    this(name, title, type, queryable, values, Privacy.OPEN);
  }

  public static Property of(String name, String title, Type type) {
    return new Property(name, title, type, false, List.of());
  }

  /** A text that may tell a person; who may not know sees it with names and numbers hidden. */
  public static Property personal(String name, String title) {
    return new Property(name, title, Type.STRING, false, List.of(), Privacy.PERSONAL);
  }

  public static Property queryable(String name, String title, Type type) {
    return new Property(name, title, type, true, List.of());
  }

  public static Property oneOf(String name, String title, List<String> values) {
    return new Property(name, title, Type.STRING, true, values);
  }

  /** The class of a property's values: what a source hides, and a schema tells. */
  public enum Privacy {
    OPEN,
    /** Names, phone or identity numbers, or texts that may hold them. Never queryable. */
    PERSONAL
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
