package org.wangge.fabric;

/**
 * Whether a place lies inside a face, by the face's border alone: what {@link Fabric#faceAt} says
 * without looking for anything else.
 */
final class FaceInside {
  private final Fabric fabric;
  private final long x;
  private final long y;
  private boolean inside;
  private boolean onBorder;

  private FaceInside(Fabric fabric, long x, long y) {
    this.fabric = fabric;
    this.x = x;
    this.y = y;
  }

  static boolean of(Fabric fabric, int face, long x, long y) {
    FaceInside test = new FaceInside(fabric, x, y);
    test.crossAll(fabric.firstHalfEdge(face));
    for (int hole : fabric.holes(face)) {
      test.crossAll(hole);
    }
    return test.onBorder ? fabric.faceAt(x, y) == face : test.inside;
  }

  private void crossAll(int start) {
    for (int h : fabric.cycle(start)) {
      int arc = h >> 1;
      for (int i = 0; i + 1 < fabric.pointCount(arc); i++) {
        cross(
            fabric.pointX(arc, i),
            fabric.pointY(arc, i),
            fabric.pointX(arc, i + 1),
            fabric.pointY(arc, i + 1));
      }
    }
  }

  /** Counts segments straight below the place; one that a cycle passes twice does not count. */
  private void cross(long ax, long ay, long bx, long by) {
    onBorder |= Exact.onSegment(ax, ay, bx, by, x, y);
    inside ^= Exact.spans(ax, bx, x) && Exact.above(ax, ay, bx, by, x, y) > 0;
  }
}
