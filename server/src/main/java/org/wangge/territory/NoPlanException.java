package org.wangge.territory;

/** Something was asked of the plan in force while there is none yet: the store is empty. */
public final class NoPlanException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public NoPlanException(String message) {
    super(message);
  }
}
