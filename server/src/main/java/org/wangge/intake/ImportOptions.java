package org.wangge.intake;

import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * How a file is to be taken.
 *
 * @param allOrNothing store nothing when a row is refused
 * @param dryRun report only
 * @param reading how coordinates are meant; empty: found out
 * @param ground whether rows on a block may be taken: those of the sender's own units
 */
public record ImportOptions(
    boolean allOrNothing, boolean dryRun, Optional<Reading> reading, IntPredicate ground) {

  /** In the whole district. */
  public ImportOptions(boolean allOrNothing, boolean dryRun, Optional<Reading> reading) {
    this(allOrNothing, dryRun, reading, face -> true);
  }

  public static ImportOptions defaults() {
    return new ImportOptions(false, false, Optional.empty());
  }
}
