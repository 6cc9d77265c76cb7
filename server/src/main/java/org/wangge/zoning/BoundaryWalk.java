package org.wangge.zoning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.wangge.fabric.Fabric;
import org.wangge.fabric.Rings;

/** Walks around a set of faces: every arc of its border once, pieces first, then the holes. */
final class BoundaryWalk {
  private final Plan plan;
  private final Fabric fabric;
  private final BitSet inside = new BitSet();
  private final List<Walk> walks = new ArrayList<>();

  private record Walk(long doubleArea, int[] halfEdges) {}

  private BoundaryWalk(Plan plan, int[] faces) {
    this.plan = plan;
    this.fabric = plan.fabric();
    Arrays.stream(faces).forEach(inside::set);
  }

  /** The closed borders of these faces, the largest piece first. */
  static List<BoundaryRing> of(Plan plan, int[] faces) {
    BoundaryWalk walk = new BoundaryWalk(plan, faces);
    walk.walkAll(faces);
    return walk.walks.stream()
        .sorted(Comparator.comparingLong(Walk::doubleArea).reversed())
        .map(walk::ring)
        .toList();
  }

  private void walkAll(int[] faces) {
    BitSet done = new BitSet();
    for (int face : faces) {
      walkFrom(fabric.firstHalfEdge(face), done);
      for (int hole : fabric.holes(face)) {
        walkFrom(hole, done);
      }
    }
  }

  private void walkFrom(int cycleStart, BitSet done) {
    Rings rings = new Rings(fabric);
    for (int h : fabric.cycle(cycleStart)) {
      if (isBorder(h) && !done.get(h)) {
        rings.split(follow(h, done)).forEach(ring -> walks.add(walk(ring)));
      }
    }
  }

  private int[] follow(int start, BitSet done) {
    List<Integer> walked = new ArrayList<>();
    int h = start;
    do {
      done.set(h);
      walked.add(h);
      h = nextBorder(h);
    } while (h != start);
    return walked.stream().mapToInt(Integer::intValue).toArray();
  }

  private int nextBorder(int h) {
    int next = fabric.next(h);
    while (!isBorder(next)) {
      next = fabric.next(next ^ 1);
    }
    return next;
  }

  /** Whether a half-edge of a face inside has something else on its other side. */
  private boolean isBorder(int h) {
    int across = fabric.face(h ^ 1);
    return across < 0 || !inside.get(across);
  }

  private Walk walk(int[] ring) {
    long area = Arrays.stream(ring).mapToLong(fabric::doubleAreaUnder).sum();
    return new Walk(area, ring);
  }

  /** Outer rings keep the faces on their left and are turned round; holes run clockwise already. */
  private BoundaryRing ring(Walk walk) {
    boolean hole = walk.doubleArea() < 0;
    int[] clockwise = hole ? walk.halfEdges() : reversed(walk.halfEdges());
    return new BoundaryRing(hole, new StretchCutter(plan, clockwise).cut());
  }

  private static int[] reversed(int[] ring) {
    int[] back = new int[ring.length];
    for (int i = 0; i < ring.length; i++) {
      back[i] = ring[ring.length - 1 - i] ^ 1;
    }
    return back;
  }
}
