package org.wangge.intake;

import java.util.List;

/**
 * What an import did.
 *
 * @param rows rows the file has
 * @param accepted rows taken (or that would be, when nothing was stored)
 * @param refused rows not taken
 * @param stored whether the accepted rows are in the store now
 * @param reading how the coordinates were read
 * @param notices Chinese sentences: what was converted, what was assumed
 * @param problems one per refused row in file order, the first 1 000
 */
public record ImportReport(
    int rows,
    int accepted,
    int refused,
    boolean stored,
    Reading reading,
    List<String> notices,
    List<RowProblem> problems) {

  static final int MOST_PROBLEMS = 1_000;

  public ImportReport {
    notices = List.copyOf(notices);
    problems = List.copyOf(problems);
  }

  ImportReport asStored() {
    return new ImportReport(rows, accepted, refused, true, reading, notices, problems);
  }
}
