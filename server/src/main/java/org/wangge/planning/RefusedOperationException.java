package org.wangge.planning;

import java.util.List;
import org.wangge.zoning.Objection;

/** An operation that a rule stands against: nothing was changed. */
final class RefusedOperationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Objection> objections;
  private final transient int[] remedy;

  RefusedOperationException(String message, List<Objection> objections, int[] remedy) {
    super(message);
    this.objections = objections;
    this.remedy = remedy;
  }

  List<Objection> objections() {
    return objections;
  }

  /** Blocks that could be asked for instead. */
  int[] remedy() {
    return remedy;
  }
}
