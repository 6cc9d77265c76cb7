package org.wangge.exchange;

/** A file that could not be read; nothing was written. */
public final class ReadException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient ReadProblem problem;

  public ReadException(ReadProblem problem) {
    super(problem.describe());
    this.problem = problem;
  }

  public ReadException(ReadProblem problem, Throwable cause) {
    super(problem.describe(), cause);
    this.problem = problem;
  }

  public ReadException(String attempted, String value, String where, String remedy) {
    this(new ReadProblem(attempted, value, where, remedy));
  }

  public ReadProblem problem() {
    return problem;
  }
}
