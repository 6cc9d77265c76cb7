package org.wangge.catalogue;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/**
 * Where and when the items of a collection lie.
 *
 * @param lonLat degrees; a null envelope (JTS) when there is none
 * @param from first instant, null when open or not temporal
 * @param to last instant, null when open or not temporal
 */
public record Extent(Envelope lonLat, @Nullable Instant from, @Nullable Instant to) {
  public Optional<Instant> begin() {
    return Optional.ofNullable(from);
  }

  public Optional<Instant> end() {
    return Optional.ofNullable(to);
  }
}
