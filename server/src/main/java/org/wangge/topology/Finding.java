package org.wangge.topology;

import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * One thing wrong with a layer.
 *
 * @param kind what is wrong
 * @param cover how the ground is covered; tells a thin gap from a thin overlap in a sliver
 * @param areaSquareMetres area of {@code geometry}; 0 where the finding has no area
 * @param widthMetres diameter of the largest circle that fits in, within 2 % (of the widest part
 *     when there are several); for mismatches the largest distance between the two lines
 * @param parts how many separate pieces of ground are told together; 1 unless slivers of one border
 *     are grouped
 * @param parties the polygons (owners of doubly covered ground, neighbours of uncovered ground),
 *     the domain or the parent concerned, longest shared line first
 * @param place a point to zoom to: inside the ground where there is ground, else on the line
 * @param geometry metres: Polygon or MultiPolygon for ground; Point, MultiPoint or LineString for
 *     rings and vertices
 * @param suggestion what to do about it
 * @param confidence 0–1, how likely the suggestion is what a planner would do
 * @param explanation what was found, with figures, as a sentence
 */
public record Finding(
    FindingKind kind,
    Cover cover,
    double areaSquareMetres,
    double widthMetres,
    int parts,
    List<Party> parties,
    Coordinate place,
    Geometry geometry,
    Suggestion suggestion,
    double confidence,
    Words explanation) {

  /**
   * Worst first: invalid rings, then ground by falling area, then slivers and mismatches by falling
   * area; equal ones by place.
   */
  public static final Comparator<Finding> WORST_FIRST = Finding::compareSeverity;

  public Finding {
    parties = List.copyOf(parties);
  }

  /** Written out: a layer digitised apart has findings by the ten thousand to sort. */
  private static int compareSeverity(Finding a, Finding b) {
    int byRank = Integer.compare(a.rank(), b.rank());
    int byArea = byRank != 0 ? byRank : Double.compare(b.areaSquareMetres, a.areaSquareMetres);
    return byArea != 0 ? byArea : compareEquallyLarge(a, b);
  }

  private static int compareEquallyLarge(Finding a, Finding b) {
    int byWidth = Double.compare(b.widthMetres, a.widthMetres);
    int byKind = byWidth != 0 ? byWidth : a.kind.compareTo(b.kind);
    int byX = byKind != 0 ? byKind : Double.compare(a.place.x, b.place.x);
    return byX != 0 ? byX : Double.compare(a.place.y, b.place.y);
  }

  private int rank() {
    return switch (kind) {
      case INVALID -> 0;
      case SLIVER -> 2;
      case MISMATCH -> 3;
      default -> 1;
    };
  }
}
