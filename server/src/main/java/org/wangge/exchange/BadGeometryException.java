package org.wangge.exchange;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/** One feature is bad: caught by the reader, which names the feature and goes on. */
final class BadGeometryException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String what;
  private final String where;
  private final transient @Nullable Coordinate place;

  BadGeometryException(String what, String where) {
    this(what, where, null);
  }

  BadGeometryException(String what, String where, @Nullable Coordinate place) {
    super(what, null, false, false);
    this.what = what;
    this.where = where;
    this.place = place;
  }

  /** A coordinate of the feature that could be read. */
  @Nullable Coordinate place() {
    return place;
  }

  String what() {
    return what;
  }

  /** Empty when the reader knows better. */
  String where() {
    return where;
  }
}
