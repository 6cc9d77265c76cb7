package org.wangge.exchange;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/**
 * Nested coordinates of a GeoJSON-like geometry before its type is known: either a run of positions
 * or a list of trees. {@code depth} counts the arrays around a position: 0 a position, 1 a line, 2
 * a polygon, 3 a multipolygon, -1 empty.
 */
final class CoordinateTree {
  private double[] xy = new double[8];
  private int count;
  private int depth = -1;
  private final List<CoordinateTree> children = new ArrayList<>();

  static CoordinateTree position(double x, double y) {
    CoordinateTree tree = new CoordinateTree();
    tree.add(x, y);
    tree.depth = 0;
    return tree;
  }

  void add(double x, double y) {
    if (xy.length < 2 * count + 2) {
      xy = Arrays.copyOf(xy, 2 * xy.length);
    }
    xy[2 * count] = x;
    xy[2 * count++ + 1] = y;
    deepen(1);
  }

  void add(CoordinateTree child) {
    children.add(child);
    deepen(child.depth < 0 ? Math.max(depth, 2) : child.depth + 1);
  }

  private void deepen(int wanted) {
    if (depth >= 0 && depth != wanted) {
      throw new BadGeometryException("its coordinates are nested unevenly", "");
    }
    depth = wanted;
  }

  int depth() {
    return depth;
  }

  int size() {
    return count;
  }

  boolean isEmpty() {
    return count == 0 && children.isEmpty();
  }

  List<CoordinateTree> children() {
    return children;
  }

  /** x, y, x, y, …: a copy. */
  double[] toArray() {
    return Arrays.copyOf(xy, 2 * count);
  }

  /** The first position whose two ordinates are numbers; null when there is none. */
  @Nullable Coordinate firstNumbers() {
    for (int i = 0; i < count; i++) {
      if (!Double.isNaN(xy[2 * i] + xy[2 * i + 1])) {
        return new Coordinate(xy[2 * i], xy[2 * i + 1]);
      }
    }
    for (CoordinateTree child : children) {
      Coordinate found = child.firstNumbers();
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  Coordinate[] toCoordinates() {
    Coordinate[] coordinates = new Coordinate[count];
    for (int i = 0; i < count; i++) {
      coordinates[i] = new Coordinate(xy[2 * i], xy[2 * i + 1]);
    }
    return coordinates;
  }
}
