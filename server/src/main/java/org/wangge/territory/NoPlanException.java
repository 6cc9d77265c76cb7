package org.wangge.territory;

import org.wangge.web.Problem;
import org.wangge.web.ProblemException;
import org.wangge.web.ProblemKind;

/**
 * Something was asked of the plan in force while there is none: the store is empty, or the day is
 * before the first publication. Over HTTP it is a 404 that says what to do.
 */
public final class NoPlanException extends ProblemException {
  private static final long serialVersionUID = 1L;

  public NoPlanException(String message) {
    super(
        Problem.of(ProblemKind.NOT_FOUND, message)
            .withAttempted("find the plan in force")
            .withRemedy("Ask for a later day, import a district, or start with the demo."));
  }
}
