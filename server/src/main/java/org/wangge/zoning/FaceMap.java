package org.wangge.zoning;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.wangge.fabric.Fabric;

/**
 * Which face of a fabric each face of its refinement came from: a refinement only splits faces. So
 * every face after has exactly one face before, and looking back is exact. Immutable.
 */
public final class FaceMap {
  private final Fabric before;
  private final Fabric after;
  private final int[] parent;
  private final int[] start;
  private final int[] children;

  private FaceMap(Fabric before, Fabric after, int[] parent) {
    this.before = before;
    this.after = after;
    this.parent = parent;
    this.start = new int[before.faceCount() + 1];
    this.children = group();
  }

  /**
   * The map by place: a face after belongs to the face before in which its interior point lies.
   *
   * @throws IllegalArgumentException when a face after lies outside the fabric before
   */
  public static FaceMap of(Fabric before, Fabric after) {
    boolean same = before == after || before.hash().equals(after.hash());
    int[] parent =
        IntStream.range(0, after.faceCount()).map(f -> same ? f : at(before, after, f)).toArray();
    return new FaceMap(before, after, parent);
  }

  private static int at(Fabric before, Fabric after, int face) {
    Coordinate inside = after.interiorPoint(face).getCoordinate();
    int found = before.faceAt(Math.round(inside.x * 1000), Math.round(inside.y * 1000));
    if (found < 0) {
      throw new IllegalArgumentException("face " + face + " lies outside the fabric before");
    }
    return found;
  }

  private int[] group() {
    Arrays.stream(parent).forEach(p -> start[p + 1]++);
    for (int f = 0; f < before.faceCount(); f++) {
      start[f + 1] += start[f];
    }
    int[] at = start.clone();
    int[] grouped = new int[parent.length];
    IntStream.range(0, parent.length).forEach(f -> grouped[at[parent[f]]++] = f);
    return grouped;
  }

  public Fabric before() {
    return before;
  }

  public Fabric after() {
    return after;
  }

  /** The face before of a face after. */
  public int parent(int faceAfter) {
    return parent[faceAfter];
  }

  /** The face before of every face after. */
  public int[] parents() {
    return parent.clone();
  }

  /** The faces after of a face before, ascending. */
  public int[] children(int faceBefore) {
    return Arrays.copyOfRange(children, start[faceBefore], start[faceBefore + 1]);
  }

  /** Whether a face before is one face after. */
  public boolean isWhole(int faceBefore) {
    return start[faceBefore + 1] - start[faceBefore] == 1;
  }

  /** Whether both fabrics have the same faces with the same numbers. */
  public boolean isIdentity() {
    return before.faceCount() == parent.length
        && IntStream.range(0, parent.length).allMatch(f -> parent[f] == f);
  }

  /**
   * The face after in which a thing stands that stood in a face before: one of the children of that
   * face, also for a place on its very edge.
   *
   * @param x millimetres
   * @param y millimetres
   */
  public int follow(int faceBefore, long x, long y) {
    if (isWhole(faceBefore)) {
      return children[start[faceBefore]];
    }
    int found = after.faceAt(x, y);
    return found >= 0 && parent[found] == faceBefore ? found : nearest(faceBefore, x, y);
  }

  private int nearest(int faceBefore, long x, long y) {
    var point =
        before.interiorPoint(faceBefore).getFactory().createPoint(new Coordinate(x / 1e3, y / 1e3));
    return Arrays.stream(children(faceBefore))
        .boxed()
        .min(
            java.util.Comparator.<Integer>comparingDouble(
                    f -> after.faceGeometry(f).distance(point))
                .thenComparing(f -> f))
        .orElseThrow();
  }

  /** What every face after is worth of an array over the faces before: zone, community …. */
  public int[] carry(int[] ofBefore) {
    return Arrays.stream(parent).map(p -> ofBefore[p]).toArray();
  }
}
