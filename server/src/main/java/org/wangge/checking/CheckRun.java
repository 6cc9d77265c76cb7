package org.wangge.checking;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A stored check.
 *
 * @param id rising
 * @param subject what was checked
 * @param name of the file, or of the district
 * @param checkedAt when
 * @param publication the plan's number; null for files
 * @param check what came out
 */
public record CheckRun(
    long id,
    Subject subject,
    String name,
    Instant checkedAt,
    @Nullable Integer publication,
    Check check) {

  /** What a check is about. Stored by its lower-case name. */
  public enum Subject {
    /** the plan in force, or what was imported as it */
    PLAN,
    /** layers somebody sent to be looked at */
    FILE
  }

  public Optional<Integer> findPublication() {
    return Optional.ofNullable(publication);
  }
}
