package org.wangge.documents;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Point;
import org.wangge.fabric.Fabric;

/**
 * Where the faces of a fabric were in another: a face that is the same in both is found by its
 * exact area and its corner farthest west, a new one by a point inside it.
 */
final class FaceMatch {
  private final Fabric before;
  private final Map<Key, Integer> known = new HashMap<>();

  private record Key(long doubleArea, long x, long y, int halfEdges) {}

  private FaceMatch(Fabric before) {
    this.before = before;
    for (int f = 0; f < before.faceCount(); f++) {
      known.put(key(before, f), f);
    }
  }

  /** Per face of the later fabric its face in the earlier one, −1 outside of that. */
  static int[] of(Fabric before, Fabric after) {
    if (before == after) {
      return IntStream.range(0, after.faceCount()).toArray();
    }
    FaceMatch match = new FaceMatch(before);
    return IntStream.range(0, after.faceCount()).map(f -> match.find(after, f)).toArray();
  }

  private int find(Fabric after, int face) {
    Integer same = known.get(key(after, face));
    if (same != null) {
      return same;
    }
    Point inside = after.interiorPoint(face);
    return before.faceAt(Math.round(inside.getX() * 1000), Math.round(inside.getY() * 1000));
  }

  private static Key key(Fabric fabric, int face) {
    int[] cycle = fabric.cycle(fabric.firstHalfEdge(face));
    int west = fabric.from(cycle[0]);
    for (int h : cycle) {
      west = Math.min(west, fabric.from(h));
    }
    return new Key(
        fabric.doubleAreaSquareMillimetres(face),
        fabric.nodeX(west),
        fabric.nodeY(west),
        fabric.holes(face).length);
  }
}
