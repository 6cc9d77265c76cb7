package org.wangge.catalogue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.wangge.policy.Viewer;

/**
 * What is asked of a collection.
 *
 * @param boxes boxes in degrees (two when the asked box crosses the antimeridian, none when there
 *     is no bbox): an item matches when its geometry intersects one of them
 * @param from start of the asked time, null when open; from and to are both null when no time was
 *     asked and equal for an instant
 * @param to end of the asked time, null when open
 * @param filters property name to text value, equality, names known to the collection as queryable
 * @param limit at most so many, ≥ 1
 * @param offset skip so many, ≥ 0
 * @param viewer who asks: a source leaves out what lies outside his area and hides what is personal
 */
public record FeatureQuery(
    List<Envelope> boxes,
    @Nullable Instant from,
    @Nullable Instant to,
    Map<String, String> filters,
    int limit,
    int offset,
    Viewer viewer) {

  public FeatureQuery {
    boxes = List.copyOf(boxes);
    filters = Map.copyOf(filters);
  }

  /** Asked by the server itself, from whom nothing is kept. */
  public FeatureQuery(
      List<Envelope> boxes,
      @Nullable Instant from,
      @Nullable Instant to,
      Map<String, String> filters,
      int limit,
      int offset) {
    this(boxes, from, to, filters, limit, offset, Viewer.local("server"));
  }

  /** The same for the first item only: what counting depends on. */
  public FeatureQuery forCounting() {
    return new FeatureQuery(boxes, from, to, filters, 1, 0, viewer);
  }

  /** Everything: no box, no time, no filter. */
  public static FeatureQuery all() {
    return new FeatureQuery(List.of(), null, null, Map.of(), Integer.MAX_VALUE, 0);
  }

  public Optional<Instant> begin() {
    return Optional.ofNullable(from);
  }

  public Optional<Instant> end() {
    return Optional.ofNullable(to);
  }
}
