package org.wangge.planning;

/** A draft was changed by somebody else since it was read: nothing was stored. */
final class StaleDraftException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StaleDraftException(long id) {
    super("draft " + id + " was changed meanwhile");
  }
}
