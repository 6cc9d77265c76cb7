package org.wangge.exchange;

/**
 * A coordinate system that is not known, or a coordinate that has no image in one. The message says
 * which and why.
 */
public final class CrsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public CrsException(String message) {
    super(message);
  }

  public CrsException(String message, Throwable cause) {
    super(message, cause);
  }
}
