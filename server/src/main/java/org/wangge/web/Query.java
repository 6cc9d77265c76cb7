package org.wangge.web;

import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The query string of a request, checked: a parameter that is not known is refused by name, one
 * given twice or with control characters too. The getters answer with a problem that names
 * parameter, value and remedy when a value cannot be used. An empty value counts as given.
 */
public final class Query {
  private final Map<String, List<String>> values;

  private Query(Map<String, List<String>> values) {
    this.values = values;
  }

  /**
   * @param known the parameters this path understands
   * @throws ProblemException when there is another one, or one is repeated
   */
  public static Query of(Context context, String... known) {
    return of(context.queryParamMap(), Arrays.asList(known));
  }

  /** The same for a map from name to values. */
  public static Query of(Map<String, List<String>> values, Collection<String> known) {
    values.forEach((name, given) -> check(name, given, known));
    return new Query(Map.copyOf(values));
  }

  private static void check(String name, List<String> given, Collection<String> known) {
    if (!known.contains(name)) {
      throw Problem.of(
              ProblemKind.UNKNOWN_PARAMETER,
              "The query parameter \"" + name + "\" is not known here.")
          .withWhere("query parameter " + name)
          .withRemedy(
              known.isEmpty()
                  ? "Leave it out; this path takes none."
                  : "Known here: " + String.join(", ", new TreeSet<>(known)) + ".")
          .raise();
    }
    if (given.size() > 1) {
      throw bad(
          name,
          String.join(" and ", given),
          "is given " + given.size() + " times",
          "Give it once.");
    }
    if (given.get(0).chars().anyMatch(Query::isControl)) {
      throw bad(name, "", "has control characters", "Leave them out.");
    }
  }

  /** What stands in no name or code, and NUL in no text of a store; a tab is pasted easily. */
  private static boolean isControl(int character) {
    return Character.isISOControl(character) && character != '\t';
  }

  public boolean has(String name) {
    return values.containsKey(name);
  }

  public Optional<String> findText(String name) {
    return Optional.ofNullable(values.get(name)).map(given -> given.get(0));
  }

  public String getText(String name) {
    return findText(name).orElseThrow(() -> missing(name));
  }

  /** A whole number between min and max, both allowed. */
  public Optional<Integer> findInt(String name, int min, int max) {
    return findText(name).map(text -> wholeNumber(name, text, min, max));
  }

  public int getInt(String name, int min, int max) {
    return findInt(name, min, max).orElseThrow(() -> missing(name));
  }

  /** A finite number between min and max, both allowed. */
  public Optional<Double> findDouble(String name, double min, double max) {
    return findText(name).map(text -> number(name, text, min, max));
  }

  public double getDouble(String name, double min, double max) {
    return findDouble(name, min, max).orElseThrow(() -> missing(name));
  }

  /** A day, {@code 2026-05-01}. */
  public Optional<LocalDate> findDate(String name) {
    return findText(name)
        .map(
            text -> orBad(name, text, "is not a day", "Write it as 2026-05-01.", LocalDate::parse));
  }

  /** An instant or interval of RFC 3339 times, see {@link TimeSpan}. */
  public Optional<TimeSpan> findSpan(String name, ZoneId zone) {
    return findText(name)
        .map(
            text ->
                orBad(
                    name,
                    text,
                    "is neither a time nor an interval",
                    "Write 2026-05-01, 2026-05-01T08:00:00Z or begin/end, with .. for an open end.",
                    given -> TimeSpan.parse(given, zone)));
  }

  /**
   * Numbers separated by commas, four or six: a box as its corners, in the order of the axes of its
   * CRS.
   */
  public Optional<double[]> findNumbers(String name, int... sizes) {
    return findText(name).map(text -> numbers(name, text, sizes));
  }

  /** One of a closed list of values. */
  public Optional<String> findOneOf(String name, Collection<String> allowed) {
    Optional<String> text = findText(name);
    text.filter(given -> !allowed.contains(given))
        .ifPresent(
            given -> {
              throw bad(
                  name,
                  given,
                  "is not one of the values known",
                  "Known: " + String.join(", ", allowed) + ".");
            });
    return text;
  }

  /** Texts separated by commas; empty when not given. */
  public List<String> listTexts(String name) {
    return findText(name).map(text -> List.of(text.split(",", -1))).orElse(List.of());
  }

  /**
   * A problem about the value of a parameter: {@code throw Query.bad("limit", "x", "is not …",
   * "Give …").raise()}.
   */
  public static ProblemException bad(String name, String value, String what, String remedy) {
    return Problem.of(
            ProblemKind.BAD_PARAMETER, "The query parameter \"" + name + "\" " + what + ".")
        .withAttempted("read the query parameter " + name)
        .withValue(value)
        .withWhere("query parameter " + name)
        .withRemedy(remedy)
        .raise();
  }

  private static ProblemException missing(String name) {
    return Problem.of(
            ProblemKind.MISSING_PARAMETER, "The query parameter \"" + name + "\" is needed here.")
        .withWhere("query parameter " + name)
        .withRemedy("Add " + name + "=… to the query.")
        .raise();
  }

  private static int wholeNumber(String name, String text, int min, int max) {
    String remedy = "Give a whole number between " + min + " and " + max + ".";
    int number = orBad(name, text, "is not a whole number", remedy, Integer::parseInt);
    if (number < min || number > max) {
      throw bad(name, text, "is outside " + min + " … " + max, remedy);
    }
    return number;
  }

  private static double number(String name, String text, double min, double max) {
    String remedy = "Give a number between " + plain(min) + " and " + plain(max) + ".";
    double number = orBad(name, text, "is not a number", remedy, Query::finite);
    if (number < min || number > max) {
      throw bad(name, text, "is outside " + plain(min) + " … " + plain(max), remedy);
    }
    return number;
  }

  private static String plain(double number) {
    return number == Math.rint(number) && Math.abs(number) < 1e15
        ? Long.toString((long) number)
        : Double.toString(number);
  }

  private static double[] numbers(String name, String text, int... sizes) {
    String remedy =
        "Give "
            + String.join(" or ", Arrays.stream(sizes).mapToObj(Integer::toString).toList())
            + " numbers separated by commas.";
    double[] numbers =
        orBad(
            name,
            text,
            "is not a list of numbers",
            remedy,
            given -> Arrays.stream(given.split(",", -1)).mapToDouble(Query::finite).toArray());
    if (Arrays.stream(sizes).noneMatch(size -> size == numbers.length)) {
      throw bad(name, text, "has " + numbers.length + " numbers", remedy);
    }
    return numbers;
  }

  /**
   * Digits, sign, point and exponent only: {@code 0x1p3}, {@code 1d} and {@code NaN}, which Java
   * reads, are not numbers here.
   */
  private static double finite(String text) {
    String trimmed = text.strip();
    if (!trimmed.chars().allMatch(c -> c >= '0' && c <= '9' || "+-.eE".indexOf(c) >= 0)) {
      throw new NumberFormatException("not a decimal number");
    }
    double number = Double.parseDouble(trimmed);
    if (!Double.isFinite(number)) {
      throw new NumberFormatException("too large");
    }
    return number;
  }

  private static <T> T orBad(
      String name, String text, String what, String remedy, Function<String, T> reader) {
    try {
      return reader.apply(text);
    } catch (NumberFormatException | DateTimeException notReadable) {
      throw bad(name, text, what, remedy);
    }
  }
}
