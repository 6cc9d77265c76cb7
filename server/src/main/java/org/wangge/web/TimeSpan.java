package org.wangge.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An asked time: an instant (begin equals end) or an interval, open where null, both ends
 * inclusive. A plain date stands for that whole day in the server's time zone.
 *
 * @param from begin, null when open
 * @param to end, null when open
 */
public record TimeSpan(@Nullable Instant from, @Nullable Instant to) {

  public Optional<Instant> begin() {
    return Optional.ofNullable(from);
  }

  public Optional<Instant> end() {
    return Optional.ofNullable(to);
  }

  /**
   * Reads {@code 2026-05-01}, {@code 2026-05-01T08:00:00Z}, {@code a/b}, {@code a/..}, {@code
   * ../b}, {@code a/}, {@code /b}.
   *
   * @throws DateTimeException when it is none of these, or begins after its end
   */
  static TimeSpan parse(String text, ZoneId zone) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      return new TimeSpan(begin(text, zone), end(text, zone));
    }
    String left = text.substring(0, slash);
    String right = text.substring(slash + 1);
    return checked(
        new TimeSpan(
            isOpen(left) ? null : begin(left, zone), isOpen(right) ? null : end(right, zone)));
  }

  private static TimeSpan checked(TimeSpan span) {
    if (span.from == null && span.to == null) {
      throw new DateTimeException("an interval open at both ends asks nothing");
    }
    if (span.from != null && span.to != null && span.from.isAfter(span.to)) {
      throw new DateTimeException("the interval ends before it begins");
    }
    return span;
  }

  private static boolean isOpen(String part) {
    return part.isEmpty() || part.equals("..");
  }

  private static Instant begin(String text, ZoneId zone) {
    return isDate(text)
        ? LocalDate.parse(text).atStartOfDay(zone).toInstant()
        : OffsetDateTime.parse(text).toInstant();
  }

  private static Instant end(String text, ZoneId zone) {
    return isDate(text)
        ? LocalDate.parse(text).plusDays(1).atStartOfDay(zone).toInstant().minusMillis(1)
        : OffsetDateTime.parse(text).toInstant();
  }

  private static boolean isDate(String text) {
    return text.indexOf('T') < 0 && text.indexOf('t') < 0;
  }
}
