package org.wangge.intake;

/** A file of which no row can be read; the message says why in Chinese, the remedy what to do. */
public final class UnreadableFileException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String remedy;

  public UnreadableFileException(String message, String remedy) {
    super(message);
    this.remedy = remedy;
  }

  public String remedy() {
    return remedy;
  }
}
