package org.wangge.exchange;

/**
 * Why a file could not be read, in four parts that a person can act on.
 *
 * @param attempted what was being done: "reading parcels.zip as a Shapefile"
 * @param value what was met: the offending value or what is wrong
 * @param where line and column, byte, record, entry or coordinate
 * @param remedy what to do about it
 */
public record ReadProblem(String attempted, String value, String where, String remedy) {

  /** One sentence for people. */
  public String describe() {
    return "%s: %s (%s); %s".formatted(attempted, value, where, remedy);
  }
}
