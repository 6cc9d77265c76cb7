package org.wangge.planning;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.wangge.web.JsonFields;

/** Days in requests. */
final class Days {
  private Days() {}

  /** The text, when it is a day such as 2026-12-01. */
  static String parse(String name, String text) {
    return read(name, text).toString();
  }

  static LocalDate read(String name, String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException notADay) {
      throw JsonFields.bad(name, text, "is not a day", "Write it as 2026-12-01.");
    }
  }
}
