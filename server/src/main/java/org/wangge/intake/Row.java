package org.wangge.intake;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;

/**
 * A row with a place in the district. The getters throw {@link RowException} with the row's number,
 * the value, the reason and what to do.
 */
public final class Row {
  private final RawRow raw;
  private final double lon;
  private final double lat;
  private final int face;

  Row(RawRow raw, double lon, double lat, int face) {
    this.raw = raw;
    this.lon = lon;
    this.lat = lat;
    this.face = face;
  }

  public int number() {
    return raw.number();
  }

  /** Degrees, WGS 84, after any correction of the file. */
  public double lon() {
    return lon;
  }

  /** Degrees, WGS 84, after any correction of the file. */
  public double lat() {
    return lat;
  }

  /** The block under the point, never −1. */
  public int face() {
    return face;
  }

  /** The value of a field, none when it is missing or blank. */
  public Optional<String> findText(String field) {
    String text = raw.value(field);
    if (!isStorable(text)) {
      throw refuse(field, "含有不是文字的字符", "删去其中的控制字符或损坏的字符。");
    }
    return Optional.of(text).filter(value -> !value.isEmpty());
  }

  /** NUL and halves of characters are no text for a database. */
  private static boolean isStorable(String text) {
    return text.codePoints()
        .noneMatch(each -> each == 0 || Character.getType(each) == Character.SURROGATE);
  }

  /** The value of a field that has to be there, at most so many characters. */
  public String getText(String field, int longest) {
    String text = findText(field).orElseThrow(() -> missing(field));
    if (text.length() > longest) {
      throw refuse(field, "太长(" + text.length() + " 个字符)", "缩短到 " + longest + " 个字符以内。");
    }
    return text;
  }

  /**
   * A time; without an offset it is meant in the zone, without a time of day it is the start of the
   * day.
   */
  public Optional<Instant> findTime(String field, ZoneId zone) {
    return findText(field)
        .map(
            text ->
                parse(
                    field,
                    text,
                    "写成 2022-06-01 08:30 或 2022-06-01T08:30:00+08:00。",
                    t -> Times.parse(t, zone)));
  }

  public Instant getTime(String field, ZoneId zone) {
    return findTime(field, zone).orElseThrow(() -> missing(field));
  }

  public Optional<LocalDate> findDate(String field, ZoneId zone) {
    return findTime(field, zone).map(instant -> LocalDate.ofInstant(instant, zone));
  }

  private <T> T parse(String field, String text, String remedy, Function<String, T> reader) {
    try {
      return reader.apply(text);
    } catch (DateTimeException | NumberFormatException unreadable) {
      throw refuse(field, "读不出时间", remedy);
    }
  }

  /**
   * Says no to this row because of a field: {@code throw row.refuse("category", "没有这个类别", "…")}.
   */
  public RowException refuse(String field, String reason, String remedy) {
    return new RowException(new RowProblem(raw.number(), field, raw.value(field), reason, remedy));
  }

  private RowException missing(String field) {
    return refuse(field, "缺少" + field, "在这一列填上内容。");
  }
}
