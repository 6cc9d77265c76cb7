package org.wangge.territory;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A proposal stands on a publication that is no longer the last: nothing was stored, it has to be
 * drawn on the newer one.
 */
public final class StaleBaseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Publication> newer;

  public StaleBaseException(int base, List<Publication> newer) {
    super(
        "the proposal stands on publication "
            + base
            + ", after which came "
            + newer.stream().map(it -> "No. " + it.number()).collect(Collectors.joining(", ")));
    this.newer = List.copyOf(newer);
  }

  /** Those that came after the base, in the order of their numbers; never empty. */
  public List<Publication> newer() {
    return newer;
  }
}
