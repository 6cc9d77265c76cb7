package org.wangge.territory;

import java.util.ArrayList;
import java.util.List;

/**
 * CSV by RFC 4180: fields in quotes may hold commas, line ends and doubled quotes. Blank lines are
 * left out.
 */
final class CsvText {
  private final String text;
  private final List<List<String>> rows = new ArrayList<>();
  private List<String> row = new ArrayList<>();
  private final StringBuilder field = new StringBuilder();
  private boolean quoted;

  private CsvText(String text) {
    this.text = text;
  }

  static List<List<String>> parse(String text) {
    CsvText csv = new CsvText(text.startsWith("\uFEFF") ? text.substring(1) : text);
    for (int i = 0; i < csv.text.length(); i++) {
      i += csv.take(csv.text.charAt(i), i);
    }
    csv.endRow();
    return csv.rows;
  }

  /** Returns how many further characters it took. */
  private int take(char c, int at) {
    if (quoted) {
      return takeQuoted(c, at);
    }
    switch (c) {
      case '"' -> quoted = true;
      case ',' -> endField();
      case '\n' -> endRow();
      case '\r' -> {}
      default -> field.append(c);
    }
    return 0;
  }

  private int takeQuoted(char c, int at) {
    if (c != '"') {
      field.append(c);
      return 0;
    }
    if (at + 1 < text.length() && text.charAt(at + 1) == '"') {
      field.append('"');
      return 1;
    }
    quoted = false;
    return 0;
  }

  private void endField() {
    row.add(field.toString());
    field.setLength(0);
  }

  private void endRow() {
    endField();
    if (row.size() > 1 || !row.get(0).isBlank()) {
      rows.add(row);
    }
    row = new ArrayList<>();
  }

  /** One line without its end. */
  static String line(List<String> fields) {
    return String.join(",", fields.stream().map(CsvText::quote).toList());
  }

  private static String quote(String field) {
    boolean plain = field.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
  }
}
