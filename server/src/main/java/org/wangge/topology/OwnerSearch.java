package org.wangge.topology;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.locationtech.jts.geom.Envelope;

/**
 * Finds who covers a face. The lines around it usually say; where an owner covers it from further
 * away the owners are found by place, and where cancelled borders run through the face it is cut
 * along them.
 */
final class OwnerSearch {
  /** Steps within which a line counts as running along another. */
  private static final double NEAR = 2;

  private final Rings rings;
  private final int owners;
  private final boolean hasDomain;
  private final BitSet arranged = new BitSet();
  private final FaceCutter cutter;
  private final RingIndex index;

  OwnerSearch(Rings rings, int owners, boolean hasDomain, int[] leftover, RingIndex index) {
    this.rings = rings;
    this.owners = owners;
    this.hasDomain = hasDomain;
    this.index = index;
    this.cutter = new FaceCutter(rings, index, owners, hasDomain);
    for (int position : leftover) {
      arranged.set(position);
    }
  }

  /** Ground with one set of owners. */
  record Owned(Ground ground, int[] owners, boolean insideDomain) {}

  /**
   * The face as pieces of one set of owners each.
   *
   * @param depth what the arrangement says: polygons over the face, less one inside the domain
   */
  List<Owned> owned(Ground ground, Sides sides, int depth) {
    boolean outward = hasDomain && sides.within(owners) > 0;
    boolean inward = hasDomain && sides.beyond(owners) > 0;
    if (outward && inward || isDivided(ground)) {
      return cutter.cut(ground);
    }
    int[] named = sides.ownersWithin(owners);
    // One more owner than the depth says can only be inside the domain: no need to look.
    boolean surelyInside = hasDomain && !outward && named.length == depth + 1;
    boolean inside = !hasDomain || inward || surelyInside;
    int expected = depth + (hasDomain && inside ? 1 : 0);
    if (named.length != expected || (hasDomain && !inside && !outward)) {
      Widest.Circle circle = Widest.of(ground);
      inside = inside || (!outward && index.contains(owners, circle.x(), circle.y()));
      expected = depth + (hasDomain && inside ? 1 : 0);
      named = named.length < expected ? containing(circle.x(), circle.y()) : named;
    }
    return named.length == expected
        ? List.of(new Owned(ground, named, inside))
        : cutter.cut(ground);
  }

  int[] containing(double x, double y) {
    List<Integer> found = new ArrayList<>();
    Envelope at = new Envelope(Math.floor(x), Math.ceil(x), Math.floor(y), Math.ceil(y));
    index.forEachOwner(
        at,
        owner -> {
          if (index.contains(owner, x, y)) {
            found.add(owner);
          }
        });
    return found.stream().mapToInt(Integer::intValue).sorted().toArray();
  }

  /** Whether a border that is not part of the arrangement runs through the ground. */
  private boolean isDivided(Ground ground) {
    Envelope at = ground.envelope();
    boolean[] divided = {false};
    index.forEachSegment(
        at,
        position -> {
          if (!divided[0] && !arranged.get(position)) {
            divided[0] = enters(ground, at, rings.points[position], rings.points[position + 1]);
          }
        });
    return divided[0];
  }

  private static boolean enters(Ground ground, Envelope at, long a, long b) {
    double ax = Frame.x(a);
    double ay = Frame.y(a);
    double bx = Frame.x(b);
    double by = Frame.y(b);
    boolean near =
        Math.max(ax, bx) > at.getMinX()
            && Math.min(ax, bx) < at.getMaxX()
            && Math.max(ay, by) > at.getMinY()
            && Math.min(ay, by) < at.getMaxY();
    return near
        && !runsAlong(ground, a, b)
        && (crosses(ground, a, b) || ground.contains((ax + bx) / 2, (ay + by) / 2));
  }

  private static boolean runsAlong(Ground ground, long a, long b) {
    for (long[] ring : ground.rings()) {
      for (int i = 0; i + 1 < ring.length; i++) {
        if ((ring[i] == a && ring[i + 1] == b) || (ring[i] == b && ring[i + 1] == a)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean crosses(Ground ground, long a, long b) {
    for (long[] ring : ground.rings()) {
      for (int i = 0; i + 1 < ring.length; i++) {
        if (RingTest.boxesMeet(a, b, ring[i], ring[i + 1])
            && RingTest.sideOf(a, b, ring[i]) * RingTest.sideOf(a, b, ring[i + 1]) < 0
            && RingTest.sideOf(ring[i], ring[i + 1], a) * RingTest.sideOf(ring[i], ring[i + 1], b)
                < 0) {
          return true;
        }
      }
    }
    return false;
  }

  /** Lengths of the owners' own lines along the edge of cut ground, to within rounding. */
  Sides sides(Owned owned) {
    Sides sides = new Sides();
    for (long[] ring : owned.ground().rings()) {
      for (int i = 0; i + 1 < ring.length; i++) {
        addSides(sides, owned, ring[i], ring[i + 1]);
      }
    }
    return sides;
  }

  private void addSides(Sides sides, Owned owned, long a, long b) {
    double x = ((double) Frame.x(a) + Frame.x(b)) / 2;
    double y = ((double) Frame.y(a) + Frame.y(b)) / 2;
    double length = Frame.distance(a, b);
    BitSet seen = new BitSet();
    index.forEachSegment(
        new Envelope(x - NEAR, x + NEAR, y - NEAR, y + NEAR),
        position -> {
          int owner = rings.ownerAt(position);
          if (!seen.get(owner) && isNear(position, x, y)) {
            seen.set(owner);
            sides.add(owner, isOwner(owned, owner), length);
          }
        });
  }

  private boolean isOwner(Owned owned, int owner) {
    return owner == owners
        ? !owned.insideDomain()
        : Arrays.binarySearch(owned.owners(), owner) >= 0;
  }

  private boolean isNear(int position, double x, double y) {
    long a = rings.points[position];
    long b = rings.points[position + 1];
    return Widest.distance(a, b, x, y) < NEAR;
  }
}
