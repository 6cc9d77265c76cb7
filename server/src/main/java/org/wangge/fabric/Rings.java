package org.wangge.fabric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Polygons from walks of half-edges that keep a region on their left. A walk may pass a node more
 * than once (a pinch): it is split there, so that every ring is simple. Counter-clockwise rings
 * become shells, clockwise ones holes in the smallest shell around them. Coordinates are metres.
 */
public final class Rings {
  private final Fabric fabric;
  private final GeometryFactory factory;

  public Rings(Fabric fabric) {
    this.fabric = fabric;
    this.factory = new GeometryFactory();
  }

  /** One walk, given as half-edges in order, as rings that pass every node once. */
  public List<int[]> split(int[] walk) {
    List<int[]> rings = new ArrayList<>();
    Map<Integer, Integer> seenAt = new HashMap<>();
    int[] stack = new int[walk.length];
    int depth = 0;
    for (int h : walk) {
      seenAt.put(fabric.from(h), depth);
      stack[depth++] = h;
      Integer seen = seenAt.get(fabric.to(h));
      if (seen != null) {
        rings.add(Arrays.copyOfRange(stack, seen, depth));
        forget(seenAt, stack, seen + 1, depth);
        depth = seen;
      }
    }
    return rings;
  }

  private void forget(Map<Integer, Integer> seenAt, int[] stack, int from, int to) {
    for (int i = from; i < to; i++) {
      seenAt.remove(fabric.from(stack[i]));
    }
    seenAt.remove(fabric.from(stack[from - 1]));
  }

  /**
   * The region that simple rings bound: a Polygon, or a MultiPolygon when there are several shells,
   * largest first.
   */
  public Geometry region(List<int[]> simpleRings) {
    List<Shell> shells = new ArrayList<>();
    List<int[]> holes = new ArrayList<>();
    for (int[] ring : simpleRings) {
      long area = doubleArea(ring);
      if (area > 0) {
        shells.add(new Shell(ring, area, new ArrayList<>()));
      } else {
        holes.add(ring);
      }
    }
    shells.sort(Comparator.comparingLong(Shell::doubleArea));
    holes.forEach(hole -> smallestAround(shells, hole).holes().add(linearRing(hole)));
    Polygon[] parts = shells.stream().map(this::polygon).toArray(Polygon[]::new);
    return parts.length == 1 ? parts[0] : factory.createMultiPolygon(reversed(parts));
  }

  private record Shell(int[] ring, long doubleArea, List<LinearRing> holes) {}

  private static Polygon[] reversed(Polygon[] smallestFirst) {
    Polygon[] parts = new Polygon[smallestFirst.length];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = smallestFirst[parts.length - 1 - i];
    }
    return parts;
  }

  private Shell smallestAround(List<Shell> smallestFirst, int[] hole) {
    if (smallestFirst.size() == 1) {
      return smallestFirst.get(0);
    }
    return smallestFirst.stream()
        .filter(shell -> contains(shell.ring(), hole[0]))
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("hole at half-edge " + hole[0] + " lies in no shell"));
  }

  private Polygon polygon(Shell shell) {
    return factory.createPolygon(
        linearRing(shell.ring()), shell.holes().toArray(LinearRing[]::new));
  }

  long doubleArea(int[] ring) {
    long sum = 0;
    for (int h : ring) {
      sum += fabric.doubleAreaUnder(h);
    }
    return sum;
  }

  /**
   * Whether the middle of the half-edge's first segment, which is not on the ring, lies inside the
   * ring.
   */
  private boolean contains(int[] ring, int halfEdge) {
    int arc = halfEdge >> 1;
    long x2 = fabric.pointX(arc, 0) + fabric.pointX(arc, 1);
    long y2 = fabric.pointY(arc, 0) + fabric.pointY(arc, 1);
    boolean inside = false;
    for (int h : ring) {
      inside ^= crossesUpwardRay(h >> 1, x2, y2);
    }
    return inside;
  }

  /** Whether the arc passes an odd number of times above the point given in half millimetres. */
  private boolean crossesUpwardRay(int arc, long x2, long y2) {
    boolean odd = false;
    for (int i = 0; i + 1 < fabric.pointCount(arc); i++) {
      long ax = 2 * fabric.pointX(arc, i);
      long bx = 2 * fabric.pointX(arc, i + 1);
      if (ax <= x2 != bx <= x2) {
        int side =
            Exact.side(ax, 2 * fabric.pointY(arc, i), bx, 2 * fabric.pointY(arc, i + 1), x2, y2);
        odd ^= (ax < bx) == side < 0;
      }
    }
    return odd;
  }

  private LinearRing linearRing(int[] ring) {
    int count = 1;
    for (int h : ring) {
      count += fabric.pointCount(h >> 1) - 1;
    }
    Coordinate[] coordinates = new Coordinate[count];
    int at = 0;
    for (int h : ring) {
      at = append(h, coordinates, at);
    }
    coordinates[at] = coordinates[0].copy();
    return factory.createLinearRing(coordinates);
  }

  private int append(int halfEdge, Coordinate[] coordinates, int start) {
    int arc = halfEdge >> 1;
    int last = fabric.pointCount(arc) - 1;
    int at = start;
    for (int i = 0; i < last; i++) {
      coordinates[at++] = fabric.coordinate(arc, (halfEdge & 1) == 0 ? i : last - i);
    }
    return at;
  }
}
