package org.wangge.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** Gathers what does not match along one border. */
final class Mismatch {
  private static final double ROUNDING_METRES = 0.0015;

  private final Set<Integer> owners = new TreeSet<>();
  private final List<Coordinate> places = new ArrayList<>();
  private int nodes;
  private int gaps;
  private int overlaps;
  private int strays;
  private double areaSquareMetres;
  private double widthMetres;
  private double widestMetres = -1;
  private Coordinate widest = new Coordinate();

  void addNode(int[] of, Coordinate place, double offsetMetres) {
    nodes++;
    add(of, place, offsetMetres);
  }

  void addSliver(Cover cover, int[] of, Coordinate place, double area, double width) {
    gaps += cover == Cover.UNCOVERED ? 1 : 0;
    overlaps += cover == Cover.DOUBLE ? 1 : 0;
    strays += cover == Cover.OUTSIDE ? 1 : 0;
    areaSquareMetres += area;
    add(of, place, width);
  }

  private void add(int[] of, Coordinate place, double width) {
    for (int owner : of) {
      owners.add(owner);
    }
    places.add(place);
    widthMetres = Math.max(widthMetres, width);
    if (width > widestMetres) {
      widestMetres = width;
      widest = place;
    }
  }

  private int slivers() {
    return gaps + overlaps + strays;
  }

  private Cover cover() {
    if (slivers() == 0) {
      return Cover.NONE;
    }
    if (gaps == slivers()) {
      return Cover.UNCOVERED;
    }
    return overlaps == slivers() ? Cover.DOUBLE : strays == slivers() ? Cover.OUTSIDE : Cover.MIXED;
  }

  /**
   * Whether there is no more to it than vertices on the domain outline without ground between, or
   * rounded to millimetres beside an outline that has no vertices of its own: a domain need not
   * have a vertex wherever two polygons meet on it. Other hairlines of ground beside the outline
   * are told, as one finding.
   */
  boolean isHarmlessOutline(int domain, boolean ownOutline) {
    boolean rounded = !ownOutline && widthMetres <= ROUNDING_METRES;
    return owners.contains(domain) && (slivers() == 0 || rounded);
  }

  Finding finding(Layer layer) {
    boolean outline = owners.contains(layer.domain());
    boolean whole = outline && owners.size() > 2;
    List<Party> parties = new ArrayList<>();
    owners.forEach(owner -> parties.add(layer.party(owner, 0)));
    if (whole) {
      parties.add(0, parties.remove(parties.size() - 1));
    }
    Words words =
        whole
            ? Explained.outline(nodes, slivers(), areaSquareMetres, widthMetres, owners.size() - 1)
            : Explained.mismatch(nodes, slivers(), areaSquareMetres, widthMetres, parties);
    Advice advice = Advice.forAlignment(Math.max(widthMetres, layer.frame().length(1)));
    return new Finding(
        FindingKind.MISMATCH,
        cover(),
        areaSquareMetres,
        widthMetres,
        nodes + slivers(),
        parties,
        widest,
        geometry(),
        advice.suggestion(),
        advice.confidence(),
        words);
  }

  private Geometry geometry() {
    return places.size() == 1
        ? GridGeometry.FACTORY.createPoint(places.get(0))
        : GridGeometry.FACTORY.createMultiPointFromCoords(places.toArray(Coordinate[]::new));
  }
}
