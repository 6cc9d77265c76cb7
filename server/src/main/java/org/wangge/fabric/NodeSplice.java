package org.wangge.fabric;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.wangge.fabric.ArcLines.Point;

/** The nodes of a fabric with those added at which added lines end, sorted by x, then y. */
final class NodeSplice {
  private final FabricData old;
  private final Point[] fresh;

  /** Where in the old nodes each new one comes in. */
  private final int[] before;

  private NodeSplice(FabricData old, Point[] fresh) {
    this.old = old;
    this.fresh = fresh;
    this.before = Stream.of(fresh).mapToInt(place -> -find(old, place) - 1).toArray();
  }

  static NodeSplice of(FabricData old, List<ArcLines.Line> added) {
    TreeSet<Point> fresh = new TreeSet<>();
    for (ArcLines.Line line : added) {
      int last = line.last();
      fresh.add(new Point(line.x()[0], line.y()[0]));
      fresh.add(new Point(line.x()[last], line.y()[last]));
    }
    fresh.removeIf(place -> find(old, place) >= 0);
    return new NodeSplice(old, fresh.toArray(Point[]::new));
  }

  /** As {@link java.util.Arrays#binarySearch} tells it. */
  private static int find(FabricData nodes, Point place) {
    int low = 0;
    int high = nodes.nodeCount() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order =
          ArcLines.compare(nodes.nodeX()[middle], nodes.nodeY()[middle], place.x(), place.y());
      if (order == 0) {
        return middle;
      }
      low = order < 0 ? middle + 1 : low;
      high = order < 0 ? high : middle - 1;
    }
    return -low - 1;
  }

  int count() {
    return old.nodeCount() + fresh.length;
  }

  /** The number of an old node now. */
  int number(int node) {
    int shift = 0;
    while (shift < before.length && before[shift] <= node) {
      shift++;
    }
    return node + shift;
  }

  /** The number of the node at a place. */
  int at(long x, long y) {
    Point place = new Point(x, y);
    for (int i = 0; i < fresh.length; i++) {
      if (fresh[i].equals(place)) {
        return before[i] + i;
      }
    }
    return number(find(old, place));
  }

  void copyTo(FabricData data) {
    for (int node = 0; node < old.nodeCount(); node++) {
      data.nodeX()[number(node)] = old.nodeX()[node];
      data.nodeY()[number(node)] = old.nodeY()[node];
    }
    for (int i = 0; i < fresh.length; i++) {
      data.nodeX()[before[i] + i] = fresh[i].x();
      data.nodeY()[before[i] + i] = fresh[i].y();
    }
  }
}
