package org.wangge.planning;

import java.util.Optional;

/**
 * A draft in memory: the row as it was read and what its operations make of the base. Immutable.
 *
 * @param log all operations, those that are undone too, in order
 * @param counting shared by all versions of the draft
 */
record OpenDraft(
    Draft draft,
    Drawing drawing,
    java.util.List<Operation> log,
    Counting counting,
    Optional<Adopted> adopted) {

  OpenDraft {
    log = java.util.List.copyOf(log);
  }
}
