package org.wangge.exchange;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How to read.
 *
 * @param crs overrides what the file says; null to believe the file
 * @param layer which layer of a file that has several; null for the first that has features
 * @param limits where reading stops
 */
public record ReadOptions(@Nullable Crs crs, @Nullable String layer, ReadLimits limits) {

  public static ReadOptions defaults() {
    return new ReadOptions(null, null, ReadLimits.defaults());
  }

  public ReadOptions withCrs(Crs given) {
    return new ReadOptions(given, layer, limits);
  }

  public ReadOptions withLayer(String name) {
    return new ReadOptions(crs, name, limits);
  }

  public ReadOptions withLimits(ReadLimits other) {
    return new ReadOptions(crs, layer, other);
  }

  public Optional<Crs> findCrs() {
    return Optional.ofNullable(crs);
  }

  public Optional<String> findLayer() {
    return Optional.ofNullable(layer);
  }
}
