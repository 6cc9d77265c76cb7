package org.wangge.exchange;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * One feature as read.
 *
 * @param index its place in the layer, from 0, counting bad features too
 * @param id its own id, else the value of a property that is usually one (code, 编码, GEOID …), else
 *     the index
 * @param geometry in the layer's coordinates, x before y; may be invalid, never empty
 * @param properties String, Long, Double, Boolean, List, Map or null, in file order
 */
public record Feature(
    int index, String id, Geometry geometry, Map<String, @Nullable Object> properties) {

  public Feature {
    properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
  }

  /** The property as text; empty when it is missing, null or blank. */
  public Optional<String> findText(String property) {
    return Optional.ofNullable(properties.get(property))
        .map(Object::toString)
        .filter(text -> !text.isBlank());
  }

  public Feature withGeometry(Geometry other) {
    return new Feature(index, id, other, properties);
  }
}
