package org.wangge.territory;

import java.util.List;

/** A publication breaks rules it must keep; nothing was stored. */
public final class RefusedPublicationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> reasons;

  public RefusedPublicationException(List<String> reasons) {
    super(
        "the publication is refused: "
            + String.join("; ", reasons.subList(0, Math.min(5, reasons.size())))
            + (reasons.size() > 5 ? "; and " + (reasons.size() - 5) + " more" : ""));
    this.reasons = List.copyOf(reasons);
  }

  /** Every rule that is broken, one sentence each. */
  public List<String> reasons() {
    return reasons;
  }
}
