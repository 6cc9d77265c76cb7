package org.wangge.cases;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wangge.intake.Site;

/**
 * One case.
 *
 * @param id number in this store, 0 while it has none
 * @param code what people call it by, unique, never changed; empty: the store gives one
 * @param category four-digit category
 * @param title one line
 * @param description what was seen, may be empty
 * @param channel the way it came in
 * @param status where it stands
 * @param reportedAt when it was reported: the time of all counts
 * @param dueAt by when it is to be closed, null when no limit is set
 * @param closedAt when it was closed, null while it is open
 * @param site where
 */
public record Case(
    long id,
    String code,
    Category category,
    String title,
    String description,
    Channel channel,
    Status status,
    Instant reportedAt,
    @Nullable Instant dueAt,
    @Nullable Instant closedAt,
    Site site) {

  /** Whether it was closed by its limit; none while it is open or without a limit. */
  public Optional<Boolean> findOnTime() {
    return dueAt == null || closedAt == null
        ? Optional.empty()
        : Optional.of(!closedAt.isAfter(dueAt));
  }
}
