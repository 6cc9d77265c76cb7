package org.wangge.intake;

import java.util.ArrayList;
import java.util.List;

/**
 * RFC 4180 tables: quotes, doubled quotes, line breaks in quotes; comma, semicolon or tab,
 * whichever the header has most of.
 */
final class CsvReader {
  private final String text;
  private final char delimiter;
  private int at;

  private CsvReader(String text) {
    this.text = text;
    this.delimiter = delimiterOf(text.lines().findFirst().orElse(""));
  }

  /** All records, blank lines as empty lists so that row numbers stay those of a spreadsheet. */
  static List<List<String>> read(String text) {
    CsvReader reader = new CsvReader(text);
    List<List<String>> records = new ArrayList<>();
    while (reader.at < text.length()) {
      records.add(reader.record());
    }
    return records;
  }

  private static char delimiterOf(String header) {
    char best = ',';
    for (char candidate : new char[] {';', '\t'}) {
      best = count(header, candidate) > count(header, best) ? candidate : best;
    }
    return best;
  }

  private static long count(String text, char sought) {
    return text.chars().filter(c -> c == sought).count();
  }

  private List<String> record() {
    List<String> fields = new ArrayList<>();
    boolean more = true;
    while (more) {
      fields.add(field());
      more = at < text.length() && text.charAt(at) == delimiter;
      at += more ? 1 : 0;
    }
    skipLineEnd();
    return fields.size() == 1 && fields.get(0).isBlank() ? List.of() : fields;
  }

  private String field() {
    return at < text.length() && text.charAt(at) == '"' ? quoted() : plain();
  }

  private String plain() {
    int start = at;
    while (at < text.length() && !isEnd(text.charAt(at))) {
      at++;
    }
    return text.substring(start, at);
  }

  private String quoted() {
    StringBuilder value = new StringBuilder();
    for (at++; at < text.length(); at++) {
      char c = text.charAt(at);
      boolean doubled = c == '"' && at + 1 < text.length() && text.charAt(at + 1) == '"';
      if (c == '"' && !doubled) {
        at++;
        break;
      }
      at += doubled ? 1 : 0;
      value.append(c);
    }
    return value + plain();
  }

  private boolean isEnd(char c) {
    return c == delimiter || c == '\n' || c == '\r';
  }

  private void skipLineEnd() {
    if (at < text.length() && text.charAt(at) == '\r') {
      at++;
    }
    if (at < text.length() && text.charAt(at) == '\n') {
      at++;
    }
  }
}
