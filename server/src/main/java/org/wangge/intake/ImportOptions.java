package org.wangge.intake;

import java.util.Optional;

/**
 * How a file is to be taken.
 *
 * @param allOrNothing store nothing when a row is refused
 * @param dryRun report only
 * @param reading how coordinates are meant; empty: found out
 */
public record ImportOptions(boolean allOrNothing, boolean dryRun, Optional<Reading> reading) {

  public static ImportOptions defaults() {
    return new ImportOptions(false, false, Optional.empty());
  }
}
