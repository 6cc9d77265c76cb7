package org.wangge.intake;

/** A row cannot be taken; the file goes on with the next. */
public final class RowException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient RowProblem problem;

  public RowException(RowProblem problem) {
    super(problem.reason());
    this.problem = problem;
  }

  public RowProblem problem() {
    return problem;
  }
}
