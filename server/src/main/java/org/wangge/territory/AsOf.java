package org.wangge.territory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.wangge.web.Query;
import org.wangge.web.TimeSpan;

/**
 * Which plan a request asks for: {@code date} the day on which it holds, today without it; {@code
 * recorded} an instant: as it was known then, before later corrections.
 */
public final class AsOf {
  private static final Instant FOREVER = Instant.parse("9999-01-01T00:00:00Z");

  private AsOf() {}

  /**
   * @param query knows {@code date} and {@code recorded}
   * @throws org.wangge.web.ProblemException 503 while there is no plan, 404 for a day before the
   *     first one
   */
  public static InForce of(Territory territory, Query query) {
    Optional<LocalDate> day = query.findDate("date");
    return findRecorded(territory, query)
        .map(known -> known(territory, day.orElse(territory.today()), known))
        .orElseGet(() -> Answers.inForce(territory, day));
  }

  private static InForce known(Territory territory, LocalDate day, Instant known) {
    return territory.findAsOf(day, known).orElseThrow(() -> Answers.tooEarly(territory, day));
  }

  /** The asked instant; of a day or interval its end. */
  static Optional<Instant> findRecorded(Territory territory, Query query) {
    return query
        .findSpan("recorded", territory.zone())
        .map(TimeSpan::end)
        .map(end -> end.orElse(FOREVER));
  }
}
