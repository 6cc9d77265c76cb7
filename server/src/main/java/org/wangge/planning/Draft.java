package org.wangge.planning;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.wangge.zoning.Band;

/**
 * A draft as it is stored, without its operations.
 *
 * @param scope code of the unit it redraws; empty for the whole district
 * @param base number of the publication it starts from
 * @param baseEffective first day of that
 * @param version changes with everything that is changed: what {@code If-Match} compares
 * @param operations how many there are in the log
 * @param done how many of them, from the first on, are in effect
 * @param noticeUntil last day of the notice, once approved
 * @param publication the number it got, once published
 */
public record Draft(
    long id,
    String title,
    String scope,
    DraftState state,
    int base,
    LocalDate baseEffective,
    long version,
    int operations,
    int done,
    String author,
    Instant createdAt,
    Instant updatedAt,
    Band band,
    Optional<LocalDate> noticeUntil,
    Optional<Integer> publication) {}
