package org.wangge.territory;

import java.time.LocalDate;

/**
 * A proposal with the decision that puts it in force. Everything else that is kept of a publication
 * (events, lineage, identifiers) is found from the plans and not told.
 *
 * @param proposal drawn on the last publication
 * @param effective first day it is in force, not before that of the last publication; the very same
 *     day for a correction
 * @param document the decision it rests on: title and number of the document
 * @param author who publishes
 * @param note what is to be said about it, for people
 * @param kind a new arrangement, or a correction of the last publication
 */
public record NextPublication(
    Proposal proposal,
    LocalDate effective,
    String document,
    String author,
    String note,
    Kind kind) {

  /** Why there is another publication. */
  public enum Kind {
    /** The grids are arranged anew from the day on. */
    CHANGE,
    /**
     * The last publication was wrong: this one holds from the same day instead. What was in force
     * while nobody knew better stays on record.
     */
    CORRECT
  }
}
