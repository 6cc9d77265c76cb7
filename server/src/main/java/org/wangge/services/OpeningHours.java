package org.wangge.services;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Weekly opening hours in a small part of the opening_hours form: rules separated by semicolons,
 * each days and spans of time ({@code Mo-Fr 09:00-12:00,13:30-17:00; Sa 09:00-12:00}) or {@code
 * 24/7}; a later rule replaces an earlier one for its days; {@code off} closes. A span includes its
 * beginning and not its end; one that ends at 24:00 lasts to midnight. Holidays are not known.
 */
public final class OpeningHours {
  private static final List<String> DAYS = List.of("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su");
  private static final Pattern RULE =
      Pattern.compile("((?:[A-Z][a-z])(?:[-,](?:[A-Z][a-z]))*)\\s+(off|[\\d:,\\s-]+)");
  private static final Pattern SPAN =
      Pattern.compile("\\s*(\\d{1,2}):(\\d{2})\\s*-\\s*(\\d{1,2}):(\\d{2})\\s*");
  private static final int MINUTES_A_DAY = 24 * 60;

  private final String text;
  private final Map<DayOfWeek, List<Span>> spans = new EnumMap<>(DayOfWeek.class);

  private OpeningHours(String text) {
    this.text = text;
  }

  /**
   * Reads hours; a blank text is never known to be open.
   *
   * @throws IllegalArgumentException when the text is not of this form
   */
  public static OpeningHours of(String text) {
    OpeningHours hours = new OpeningHours(text.strip());
    for (String rule : hours.text.isEmpty() ? new String[0] : hours.text.split(";")) {
      hours.add(rule.strip().equals("24/7") ? "Mo-Su 00:00-24:00" : rule.strip());
    }
    return hours;
  }

  private void add(String rule) {
    Matcher parts = RULE.matcher(rule);
    if (!parts.matches()) {
      throw new IllegalArgumentException("not opening hours: " + rule);
    }
    List<Span> times = parts.group(2).equals("off") ? List.of() : spans(parts.group(2));
    days(parts.group(1)).forEach(day -> spans.put(day, times));
  }

  private static List<DayOfWeek> days(String text) {
    return java.util.Arrays.stream(text.split(",")).flatMap(OpeningHours::range).toList();
  }

  /** One day, or days that follow one another, also over Sunday (Sa-Mo). */
  private static Stream<DayOfWeek> range(String text) {
    int first = day(text.substring(0, 2));
    int last = day(text.substring(text.length() - 2));
    return IntStream.rangeClosed(0, (last - first + 7) % 7)
        .mapToObj(i -> DayOfWeek.of((first + i) % 7 + 1));
  }

  private static int day(String name) {
    int index = DAYS.indexOf(name);
    if (index < 0) {
      throw new IllegalArgumentException("not a day: " + name);
    }
    return index;
  }

  private static List<Span> spans(String text) {
    return java.util.Arrays.stream(text.split(",")).map(OpeningHours::span).toList();
  }

  private static Span span(String text) {
    Matcher parts = SPAN.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException("not a span of time: " + text);
    }
    int from = minutes(parts.group(1), parts.group(2));
    int to = minutes(parts.group(3), parts.group(4));
    if (from >= to || to > MINUTES_A_DAY) {
      throw new IllegalArgumentException(
          "a span of time has to end after it begins, by 24:00: " + text);
    }
    return new Span(from, to);
  }

  private static int minutes(String hour, String minute) {
    if (Integer.parseInt(minute) > 59) {
      throw new IllegalArgumentException("not a time: " + hour + ":" + minute);
    }
    return Integer.parseInt(hour) * 60 + Integer.parseInt(minute);
  }

  /** Whether it is open then, in local time. */
  public boolean isOpenAt(LocalDateTime when) {
    LocalTime time = when.toLocalTime();
    int minute = time.getHour() * 60 + time.getMinute();
    return spans.getOrDefault(when.getDayOfWeek(), List.of()).stream()
        .anyMatch(span -> span.from <= minute && minute < span.to);
  }

  public boolean isKnown() {
    return !text.isEmpty();
  }

  /** As it was given. */
  @Override
  public String toString() {
    return text;
  }

  private record Span(int from, int to) {}
}
