package org.wangge.topology;

import java.util.function.IntConsumer;

/** Boxes by the cells of a square grid they lie in, to find those near a place. */
final class BoxGrid {
  private final int[] boxes;
  private final int minX;
  private final int minY;
  private final double perCell;
  private final int columns;
  private final int rows;
  private final int[] start;
  private final int[] members;

  /**
   * @param boxes four numbers a box: least x and y, greatest x and y; a box whose least x is
   *     greater than its greatest is empty and never found
   */
  BoxGrid(int[] boxes) {
    this.boxes = boxes;
    int count = boxes.length / 4;
    int[] all = hull(boxes);
    this.minX = all[0];
    this.minY = all[1];
    double width = Math.max(1.0, (double) all[2] - all[0]);
    double height = Math.max(1.0, (double) all[3] - all[1]);
    double cell =
        Math.max(Math.sqrt(width * height / Math.max(1, count)), Math.max(width, height) / 4096);
    this.perCell = 1 / cell;
    this.columns = (int) (width * perCell) + 1;
    this.rows = (int) (height * perCell) + 1;
    this.start = new int[columns * rows + 1];
    for (int box = 0; box < count; box++) {
      forEachCell(box, c -> start[c + 1]++);
    }
    for (int c = 1; c < start.length; c++) {
      start[c] += start[c - 1];
    }
    this.members = new int[start[start.length - 1]];
    int[] fill = start.clone();
    for (int box = 0; box < count; box++) {
      int member = box;
      forEachCell(box, c -> members[fill[c]++] = member);
    }
  }

  private static int[] hull(int[] boxes) {
    int[] all = {Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MIN_VALUE, Integer.MIN_VALUE};
    for (int i = 0; i < boxes.length; i += 4) {
      all[0] = Math.min(all[0], boxes[i]);
      all[1] = Math.min(all[1], boxes[i + 1]);
      all[2] = Math.max(all[2], boxes[i + 2]);
      all[3] = Math.max(all[3], boxes[i + 3]);
    }
    return all[0] > all[2] ? new int[4] : all;
  }

  private void forEachCell(int box, IntConsumer action) {
    int i = 4 * box;
    if (boxes[i] <= boxes[i + 2]) {
      forEachCell(boxes[i], boxes[i + 1], boxes[i + 2], boxes[i + 3], action);
    }
  }

  private void forEachCell(int x0, int y0, int x1, int y1, IntConsumer action) {
    int lastColumn = column(x1);
    int lastRow = row(y1);
    for (int r = row(y0); r <= lastRow; r++) {
      for (int c = column(x0); c <= lastColumn; c++) {
        action.accept(r * columns + c);
      }
    }
  }

  private int column(int x) {
    return (int) Math.max(0, Math.min(columns - 1, ((double) x - minX) * perCell));
  }

  private int row(int y) {
    return (int) Math.max(0, Math.min(rows - 1, ((double) y - minY) * perCell));
  }

  /** Every box that meets the given one, once. */
  void forEachMeeting(int x0, int y0, int x1, int y1, IntConsumer action) {
    int firstColumn = column(x0);
    int firstRow = row(y0);
    for (int r = firstRow, lastRow = row(y1); r <= lastRow; r++) {
      for (int c = firstColumn, lastColumn = column(x1); c <= lastColumn; c++) {
        for (int i = start[r * columns + c]; i < start[r * columns + c + 1]; i++) {
          int box = members[i];
          boolean firstMeeting =
              r == Math.max(firstRow, row(boxes[4 * box + 1]))
                  && c == Math.max(firstColumn, column(boxes[4 * box]));
          if (firstMeeting && meets(box, x0, y0, x1, y1)) {
            action.accept(box);
          }
        }
      }
    }
  }

  private boolean meets(int box, int x0, int y0, int x1, int y1) {
    int i = 4 * box;
    return boxes[i] <= x1 && boxes[i + 2] >= x0 && boxes[i + 1] <= y1 && boxes[i + 3] >= y0;
  }
}
