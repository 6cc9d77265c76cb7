package org.wangge.exchange;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/**
 * A feature that could not be read, or not as it is written.
 *
 * @param index its place in the layer, from 0
 * @param id as for {@link Feature}
 * @param what what is wrong with it, in words
 * @param where line and column, byte or record number, or the coordinate
 * @param kept whether the rest of the feature was read and is among the layer's features: a
 *     collapsed ring was left out, an open one closed
 * @param place a coordinate of it that could be read, in the layer's coordinates; null when there
 *     is none
 */
public record BadFeature(
    int index, String id, String what, String where, boolean kept, @Nullable Coordinate place) {

  /** One line for people. */
  public String describe() {
    return "feature %d (id %s): %s, at %s".formatted(index, id, what, where);
  }

  public BadFeature withPlace(@Nullable Coordinate other) {
    return new BadFeature(index, id, what, where, kept, other);
  }
}
