package org.wangge.catalogue;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The collections that exist on this server, in the order in which they were registered. Filled
 * once, while wiring.
 */
public final class Catalogue {
  private final Map<String, FeatureSource> sources = new LinkedHashMap<>();

  /**
   * Adds a collection.
   *
   * @throws IllegalArgumentException when its id is taken
   */
  public Catalogue register(FeatureSource source) {
    String id = source.description().id();
    if (sources.putIfAbsent(id, source) != null) {
      throw new IllegalArgumentException("the collection " + id + " is registered twice");
    }
    return this;
  }

  public Optional<FeatureSource> find(String id) {
    return Optional.ofNullable(sources.get(id));
  }

  public Collection<FeatureSource> list() {
    return java.util.Collections.unmodifiableCollection(sources.values());
  }
}
