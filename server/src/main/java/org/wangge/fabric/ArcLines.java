package org.wangge.fabric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

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

    private int last() {
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

  private record Point(long x, long y) implements Comparable<Point> {
    @Override
    public int compareTo(Point other) {
      return compare(x, y, other.x, other.y);
    }
  }

  private static int compare(long ax, long ay, long bx, long by) {
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

  /** Arrays of arcs and nodes, without faces. */
  static FabricData data(List<Line> sorted) {
    Point[] nodes = nodes(sorted);
    String[] names = names(sorted);
    int[] pointStart = new int[sorted.size() + 1];
    for (int a = 0; a < sorted.size(); a++) {
      pointStart[a + 1] = pointStart[a] + sorted.get(a).x.length;
    }
    FabricData data = FabricData.sized(nodes.length, sorted.size(), pointStart, names);
    for (int n = 0; n < nodes.length; n++) {
      data.nodeX()[n] = nodes[n].x;
      data.nodeY()[n] = nodes[n].y;
    }
    for (int a = 0; a < sorted.size(); a++) {
      fill(data, a, sorted.get(a), nodes, names);
    }
    return data;
  }

  private static void fill(FabricData data, int a, Line line, Point[] nodes, String[] names) {
    System.arraycopy(line.x, 0, data.pointX(), data.pointStart()[a], line.x.length);
    System.arraycopy(line.y, 0, data.pointY(), data.pointStart()[a], line.y.length);
    data.arcFrom()[a] = Arrays.binarySearch(nodes, new Point(line.x[0], line.y[0]));
    data.arcTo()[a] =
        Arrays.binarySearch(nodes, new Point(line.x[line.last()], line.y[line.last()]));
    data.arcClass()[a] = line.arcClass;
    data.arcName()[a] = Arrays.binarySearch(names, line.name);
    data.streetId()[a] = line.streetId;
    data.arcFlags()[a] = line.flags;
  }

  private static Point[] nodes(List<Line> lines) {
    TreeSet<Point> nodes = new TreeSet<>();
    for (Line line : lines) {
      nodes.add(new Point(line.x[0], line.y[0]));
      nodes.add(new Point(line.x[line.last()], line.y[line.last()]));
    }
    return nodes.toArray(Point[]::new);
  }

  private static String[] names(List<Line> lines) {
    TreeSet<String> names = new TreeSet<>();
    names.add("");
    lines.forEach(line -> names.add(line.name));
    return names.toArray(String[]::new);
  }
}
