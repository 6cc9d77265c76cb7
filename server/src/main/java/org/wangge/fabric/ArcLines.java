package org.wangge.fabric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Arcs as single lines, put into the order that {@link Fabric} promises. */
final class ArcLines {

  /**
   * An arc on its own.
   *
   * @param old its number in the fabric it comes from, −1 when it is new
   * @param turned whether it runs against the arc it comes from
   */
  record Line(
      long[] x,
      long[] y,
      byte arcClass,
      String name,
      long streetId,
      int flags,
      int old,
      boolean turned) {

    int last() {
      return x.length - 1;
    }

    /** Points from..to, both included. */
    Line part(int from, int to) {
      return new Line(
          Arrays.copyOfRange(x, from, to + 1),
          Arrays.copyOfRange(y, from, to + 1),
          arcClass,
          name,
          streetId,
          flags,
          old,
          turned);
    }

    /** With one point more, before the point at that index. */
    Line with(int index, long px, long py) {
      return new Line(
          inserted(x, index, px),
          inserted(y, index, py),
          arcClass,
          name,
          streetId,
          flags,
          old,
          turned);
    }

    private static long[] inserted(long[] values, int index, long value) {
      long[] more = new long[values.length + 1];
      System.arraycopy(values, 0, more, 0, index);
      more[index] = value;
      System.arraycopy(values, index, more, index + 1, values.length - index);
      return more;
    }

    /** From its lower end to its higher; a closed one by the lower of its neighbours. */
    private Line forward() {
      int ends = compare(x[0], y[0], x[last()], y[last()]);
      int order = ends != 0 ? ends : compare(x[1], y[1], x[last() - 1], y[last() - 1]);
      return order <= 0 ? this : backward();
    }

    private Line backward() {
      return new Line(
          turned(x), turned(y), arcClass, name, streetId, ArcFlags.reversed(flags), old, !turned);
    }

    private static long[] turned(long[] values) {
      long[] turned = new long[values.length];
      for (int i = 0; i < values.length; i++) {
        turned[values.length - 1 - i] = values[i];
      }
      return turned;
    }
  }

  /** A place; by x, then y. */
  record Point(long x, long y) implements Comparable<Point> {
    @Override
    public int compareTo(Point other) {
      return compare(x, y, other.x, other.y);
    }
  }

  /** By x, then y. */
  static int compare(long ax, long ay, long bx, long by) {
    return ax != bx ? Long.compare(ax, bx) : Long.compare(ay, by);
  }

  private ArcLines() {}

  static Line of(Fabric fabric, int arc) {
    FabricData data = fabric.data();
    int from = data.pointStart()[arc];
    int to = data.pointStart()[arc + 1];
    return new Line(
        Arrays.copyOfRange(data.pointX(), from, to),
        Arrays.copyOfRange(data.pointY(), from, to),
        data.arcClass()[arc],
        fabric.arcName(arc),
        data.streetId()[arc],
        data.arcFlags()[arc],
        arc,
        false);
  }

  /** The lines in order: as they will be numbered. */
  static List<Line> sorted(List<Line> lines) {
    List<Line> sorted = new ArrayList<>();
    lines.forEach(line -> sorted.add(line.forward()));
    Comparator<Line> byStart = Comparator.comparing(line -> new Point(line.x[0], line.y[0]));
    sorted.sort(
        byStart
            .thenComparing(line -> new Point(line.x[line.last()], line.y[line.last()]))
            .thenComparing(line -> new Point(line.x[1], line.y[1])));
    return sorted;
  }
}
