package org.wangge.documents;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import org.wangge.documents.PdfPage.Ink;
import org.wangge.documents.PdfPage.Stroke;

/** A table over as many pages as it takes, with its head on each. */
final class PdfTable {
  private static final double PADDING = 3.5;
  private static final double LEADING = 1.35;
  private static final Color HEAD = new Color(0xE8E8E4);
  private static final Stroke FRAME = new Stroke(0.4, new Color(0x707070));

  /** A column: head, width in points, whether its cells stand on the right. */
  record Column(String head, double width, boolean right) {}

  private final PdfBook book;
  private final List<Column> columns;
  private final double size;

  PdfTable(PdfBook book, List<Column> columns, double size) {
    this.book = book;
    this.columns = columns;
    this.size = size;
  }

  double width() {
    return columns.stream().mapToDouble(Column::width).sum();
  }

  /**
   * Lays all rows out.
   *
   * @param opener begins a page and says where the table may start; the table ends at that many
   *     points above the bottom
   */
  void layOut(List<List<String>> rows, double left, double bottom, Opener opener) {
    Sheet sheet = opener.open();
    double y = head(sheet.page(), left, sheet.top());
    for (List<String> row : rows) {
      List<List<String>> cells = wrapped(row);
      double height = height(cells);
      if (y - height < bottom) {
        sheet = opener.open();
        y = head(sheet.page(), left, sheet.top());
      }
      draw(sheet.page(), cells, left, y, height, Ink.of(size));
      y -= height;
    }
  }

  /** A page and how high on it the table may begin. */
  record Sheet(PdfPage page, double top) {}

  /** Begins pages. */
  interface Opener {
    Sheet open();
  }

  private double head(PdfPage page, double left, double top) {
    List<List<String>> cells = wrapped(columns.stream().map(Column::head).toList());
    double height = height(cells);
    page.fillBox(left, top - height, width(), height, HEAD);
    draw(page, cells, left, top, height, Ink.of(size).asBold());
    return top - height;
  }

  private List<List<String>> wrapped(List<String> row) {
    List<List<String>> cells = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      cells.add(book.wrap(row.get(i), size, columns.get(i).width() - 2 * PADDING));
    }
    return cells;
  }

  private double height(List<List<String>> cells) {
    int lines = cells.stream().mapToInt(List::size).max().orElse(1);
    return lines * size * LEADING + 2 * PADDING;
  }

  private void draw(
      PdfPage page, List<List<String>> cells, double left, double top, double height, Ink ink) {
    double x = left;
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      page.strokeBox(x, top - height, column.width(), height, FRAME);
      double first = top - (height - cells.get(i).size() * size * LEADING) / 2 - size * 1.05;
      for (int line = 0; line < cells.get(i).size(); line++) {
        double y = first - line * size * LEADING;
        String text = cells.get(i).get(line);
        if (column.right()) {
          page.rightAligned(text, x + column.width() - PADDING, y, ink);
        } else {
          page.text(text, x + PADDING, y, ink);
        }
      }
      x += column.width();
    }
  }
}
