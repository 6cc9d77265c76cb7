package org.wangge.intake;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Times as people write them in tables: year first, then month and day with -, /, ., 年月日 or nothing
 * between.
 */
final class Times {
  private static final Pattern FORM =
      Pattern.compile(
          "(\\d{4})[-/.年]?(\\d{1,2})[-/.月]?(\\d{1,2})日?(?:[T"
              + " ]+(\\d{1,2})[:时](\\d{1,2})(?:[:分](\\d{1,2})(?:[.,]\\d+)?秒?)?分?)?\\s*(Z|[+-]\\d{2}:?\\d{2})?");

  private Times() {}

  /**
   * Reads a time.
   *
   * @throws DateTimeException when it is none
   */
  static Instant parse(String text, ZoneId zone) {
    Matcher parts = FORM.matcher(text.strip());
    if (!parts.matches()) {
      throw new DateTimeException("not a time: " + text);
    }
    LocalDate day = LocalDate.of(number(parts, 1), number(parts, 2), number(parts, 3));
    LocalTime time = LocalTime.of(number(parts, 4), number(parts, 5), number(parts, 6));
    @Nullable String offset = parts.group(7);
    return day.atTime(time).atZone(offset == null ? zone : ZoneOffset.of(offset)).toInstant();
  }

  private static int number(Matcher parts, int group) {
    @Nullable String text = parts.group(group);
    return text == null ? 0 : Integer.parseInt(text);
  }
}
