package org.wangge.web;

/**
 * Thrown by a handler, or by what it calls, to answer with a {@link Problem}. Carries no stack
 * trace: it is an answer.
 */
public class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  public ProblemException(Problem problem) {
    super(problem.detail(), null, false, false);
    this.problem = problem;
  }

  public Problem problem() {
    return problem;
  }
}
