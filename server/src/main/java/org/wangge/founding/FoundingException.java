package org.wangge.founding;

import java.util.List;

/** The files do not make a district; nothing was stored. */
public final class FoundingException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int MOST_SHOWN = 20;

  private final transient List<String> reasons;

  public FoundingException(List<String> reasons) {
    super(
        String.join(
            System.lineSeparator(), reasons.subList(0, Math.min(MOST_SHOWN, reasons.size()))));
    this.reasons = List.copyOf(reasons);
  }

  public static FoundingException because(String reason) {
    return new FoundingException(List.of(reason));
  }

  /** One sentence each. */
  public List<String> reasons() {
    return reasons;
  }
}
