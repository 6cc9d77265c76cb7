package org.wangge.founding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wangge.exchange.Feature;

/**
 * Where the value of a field comes from: a column ({@code GEOID20}), a part of it ({@code
 * GEOID20[0:12]}, from the first character up to before the second, either may be left out), a
 * fixed text ({@code '镇街'}), or several of these joined by {@code +}.
 */
public final class Column {
  private static final Pattern TERM =
      Pattern.compile("'(?<text>[^']*)'|(?<column>[^\\[\\]'+]+)(\\[(?<from>\\d*):(?<to>\\d*)])?");

  private final List<Term> terms;

  private Column(List<Term> terms) {
    this.terms = List.copyOf(terms);
  }

  /**
   * @throws IllegalArgumentException when the text is none of the forms above
   */
  public static Column parse(String text) {
    List<Term> terms = new ArrayList<>();
    for (String part : text.split("\\+(?=(?:[^']*'[^']*')*[^']*$)")) {
      terms.add(term(part.strip(), text));
    }
    return new Column(terms);
  }

  private static Term term(String part, String whole) {
    Matcher matcher = TERM.matcher(part);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "\"" + whole + "\" is no column: write NAME, NAME[0:12], 'text' or several joined by +");
    }
    return new Term(
        matcher.group("text"),
        matcher.group("column"),
        number(matcher.group("from"), 0),
        number(matcher.group("to"), Integer.MAX_VALUE));
  }

  private static int number(@Nullable String digits, int fallback) {
    return digits == null || digits.isEmpty() ? fallback : Integer.parseInt(digits);
  }

  /** The value for a feature; empty when one of its columns is missing or blank. */
  public Optional<String> find(Feature feature) {
    List<Optional<String>> parts = terms.stream().map(term -> term.find(feature)).toList();
    return parts.stream().allMatch(Optional::isPresent)
        ? Optional.of(parts.stream().map(Optional::get).collect(Collectors.joining()).strip())
        : Optional.empty();
  }

  private record Term(@Nullable String text, @Nullable String column, int from, int to) {

    Optional<String> find(Feature feature) {
      return column == null ? Optional.ofNullable(text) : feature.findText(column).map(this::cut);
    }

    private String cut(String value) {
      int begin = Math.min(from, value.length());
      return value.substring(begin, Math.max(begin, Math.min(to, value.length())));
    }
  }
}
