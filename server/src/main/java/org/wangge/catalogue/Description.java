package org.wangge.catalogue;

import java.util.List;
import java.util.Optional;

/**
 * What a collection is.
 *
 * @param id the path segment, lower case with hyphens, no dots (QGIS #51663)
 * @param title Chinese title for people
 * @param titleEnglish the same in English
 * @param description one sentence, Chinese
 * @param geometry which geometry its items have
 * @param temporal whether {@code datetime} selects among its items (as-of for units and grids,
 *     event time for cases)
 * @param properties the properties of an item in the order in which they are written
 */
public record Description(
    String id,
    String title,
    String titleEnglish,
    String description,
    GeometryKind geometry,
    boolean temporal,
    List<Property> properties) {

  public Description {
    properties = List.copyOf(properties);
  }

  public Optional<Property> findProperty(String name) {
    return properties.stream().filter(property -> property.name().equals(name)).findFirst();
  }

  /** The kind of geometry of all items of a collection. */
  public enum GeometryKind {
    POINT,
    LINE,
    POLYGON,
    ANY
  }
}
