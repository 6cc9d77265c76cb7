package org.wangge.exchange;

/** One feature is bad: caught by the reader, which names the feature and goes on. */
final class BadGeometryException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String what;
  private final String where;

  BadGeometryException(String what, String where) {
    super(what, null, false, false);
    this.what = what;
    this.where = where;
  }

  String what() {
    return what;
  }

  /** Empty when the reader knows better. */
  String where() {
    return where;
  }
}
