package org.wangge.intake;

import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;

/** Knows the place that a value of a field means: a building by its number. */
@FunctionalInterface
public interface Anchors {
  /** Degrees, WGS 84; none when the value is not known. */
  Optional<Coordinate> find(String value);
}
