package org.wangge.exchange;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;

/** The rows of a text table, read one after the other. */
final class CsvRows {
  private static final String DELIMITERS = ",;\t|";
  private static final int LONGEST_CELL = 10_000_000;

  private final Unpacked text;
  private final Charset charset;
  private final String attempted;
  private final char delimiter;
  private final List<String> header;

  private CsvRows(Unpacked text, Charset charset, String attempted) throws IOException {
    this.text = text;
    this.charset = charset;
    this.attempted = attempted;
    try (BufferedReader reader = reader()) {
      String first = reader.readLine();
      this.delimiter = delimiterOf(first == null ? "" : first);
    }
    try (BufferedReader reader = reader()) {
      this.header = new Scanner(reader).next();
    }
  }

  static CsvRows of(DataSource source, ReadLimits limits, String attempted) {
    try {
      Unpacked text = new Unpacked(source, limits);
      return new CsvRows(text, TextEncoding.detect(text::open), attempted);
    } catch (IOException e) {
      throw Unpacked.problem(attempted, e);
    }
  }

  private BufferedReader reader() throws IOException {
    BufferedReader reader =
        new BufferedReader(new InputStreamReader(text.open(), charset), 1 << 16);
    reader.mark(1);
    if (reader.read() != '\ufeff') {
      reader.reset();
    }
    return reader;
  }

  private static char delimiterOf(String line) {
    return (char)
        DELIMITERS
            .chars()
            .boxed()
            .max(
                java.util.Comparator.comparingLong(c -> line.chars().filter(ch -> ch == c).count()))
            .orElse((int) ',')
            .intValue();
  }

  List<String> header() {
    return header;
  }

  void forEach(RowConsumer consumer) {
    try (BufferedReader reader = reader()) {
      Scanner scanner = new Scanner(reader);
      scanner.next();
      for (List<String> row = scanner.next();
          !row.isEmpty() || !scanner.ended;
          row = scanner.next()) {
        if (row.size() > 1 || !row.get(0).isBlank()) {
          consumer.accept(scanner.line, row);
        }
      }
    } catch (IOException e) {
      throw Unpacked.problem(attempted, e);
    }
  }

  /** Takes the line number (from 1) and the cells of a row. */
  interface RowConsumer {
    void accept(int line, List<String> cells);
  }

  private final class Scanner {
    private final Reader reader;
    private int line;
    private int lines = 1;
    private boolean ended;

    Scanner(Reader reader) {
      this.reader = reader;
    }

    /** The next row; empty at the end. */
    List<String> next() throws IOException {
      List<String> cells = new ArrayList<>();
      StringBuilder cell = new StringBuilder();
      line = lines;
      int c = reader.read();
      if (c < 0) {
        ended = true;
        return cells;
      }
      for (; c >= 0 && c != '\n'; c = reader.read()) {
        if (c == delimiter) {
          cells.add(take(cell));
        } else if (c == '"' && cell.isEmpty()) {
          readQuoted(cell);
        } else if (c != '\r') {
          cell.append((char) c);
        }
      }
      lines++;
      cells.add(take(cell));
      return cells;
    }

    private void readQuoted(StringBuilder cell) throws IOException {
      for (int c = reader.read(); c >= 0; c = reader.read()) {
        if (c == '"') {
          reader.mark(1);
          if (reader.read() != '"') {
            reader.reset();
            return;
          }
        }
        lines += c == '\n' ? 1 : 0;
        cell.append((char) c);
        if (cell.length() > LONGEST_CELL) {
          throw new ReadException(
              attempted, "a quoted cell does not end", "line " + line, "check its quotes");
        }
      }
      throw new ReadException(
          attempted, "a quoted cell does not end", "line " + line, "check its quotes");
    }

    private static String take(StringBuilder cell) {
      String text = cell.toString();
      cell.setLength(0);
      return text;
    }
  }
}
