package org.wangge.zoning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.wangge.fabric.Fabric;

/**
 * Divides a closed border into its four sides, and says which stretches each side has.
 *
 * <p>A side is what one walks between two {@link RingCorners corners}, whichever way single pieces
 * of it look, so that a bend, a jog or a notch stays on the side on which it lies.
 */
final class RingSides {
  /** Less of a side than this is not worth a name. */
  private static final double LEAST_SHARE = 0.15;

  private static final int MOST_NAMES = 3;

  private final List<BoundaryStretch> stretches;

  /** Metres walked to the start of each stretch, and all around. */
  private final double[] start;

  private RingSides(BoundaryRing ring) {
    this.stretches = ring.stretches();
    this.start = new double[stretches.size() + 1];
    for (int s = 0; s < stretches.size(); s++) {
      start[s + 1] = start[s] + stretches.get(s).lengthMetres();
    }
  }

  /**
   * Per side, in the order of the walk north, east, south, west, the stretches worth a name in that
   * order too; a side is empty where two corners are one.
   */
  static List<List<BoundaryStretch>> of(Fabric fabric, BoundaryRing ring) {
    RingSides sides = new RingSides(ring);
    double[] corner = RingCorners.of(fabric, ring);
    List<List<BoundaryStretch>> found = new ArrayList<>();
    for (int i = 0; i < corner.length; i++) {
      double to = i + 1 < corner.length ? corner[i + 1] : corner[0] + sides.length();
      found.add(sides.named(corner[i], to));
    }
    return found;
  }

  private double length() {
    return start[stretches.size()];
  }

  private record Part(int stretch, double metres) {}

  private List<BoundaryStretch> named(double from, double to) {
    List<Part> parts = parts(from, to);
    double longest = parts.stream().mapToDouble(Part::metres).max().orElse(0);
    double worth = Math.min((to - from) * LEAST_SHARE, longest);
    return parts.stream()
        .filter(part -> part.metres() >= worth)
        .sorted(Comparator.comparingDouble(Part::metres).reversed())
        .limit(MOST_NAMES)
        .sorted(Comparator.comparingInt(parts::indexOf))
        .map(part -> stretches.get(part.stretch()))
        .toList();
  }

  /** What a side has of each stretch; a name that comes again is told where it comes first. */
  private List<Part> parts(double from, double to) {
    List<Part> parts = new ArrayList<>();
    for (int s = 0; s < 2 * stretches.size(); s++) {
      int i = s % stretches.size();
      double shift = s < stretches.size() ? 0 : length();
      double here = Math.min(to, start[i + 1] + shift) - Math.max(from, start[i] + shift);
      if (here > 1e-6) {
        add(parts, new Part(i, here));
      }
    }
    return parts;
  }

  private void add(List<Part> parts, Part part) {
    for (int i = 0; i < parts.size(); i++) {
      Part known = parts.get(i);
      if (isSame(known.stretch(), part.stretch())) {
        parts.set(i, new Part(known.stretch(), known.metres() + part.metres()));
        return;
      }
    }
    parts.add(part);
  }

  private boolean isSame(int one, int other) {
    BoundaryStretch stretch = stretches.get(one);
    return one == other
        || (stretch.isNamed() && stretch.name().equals(stretches.get(other).name()));
  }
}
