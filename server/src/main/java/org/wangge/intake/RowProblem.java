package org.wangge.intake;

/**
 * Why a row was refused.
 *
 * @param row its number, see the package
 * @param field the field concerned, empty for the whole row
 * @param value what stood there, cut after 80 characters, empty when nothing did
 * @param reason Chinese, for people
 * @param remedy Chinese, what to do
 */
public record RowProblem(int row, String field, String value, String reason, String remedy) {
  private static final int LONGEST_VALUE = 80;

  public RowProblem {
    value = value.length() > LONGEST_VALUE ? value.substring(0, LONGEST_VALUE) + "…" : value;
  }
}
