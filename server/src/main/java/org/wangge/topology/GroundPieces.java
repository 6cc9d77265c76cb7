package org.wangge.topology;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * The ground polygons cover twice or close in and leave uncovered, piece by piece and however thin:
 * by plain overlay of the coordinates as they are given, without a grid.
 *
 * <p>{@link CoverageCheck} tells what is worth a person's attention, on a grid and in metres; there
 * hairlines of one border are one finding, and a vertex beside a long edge may fall on the other
 * side of it than in the file, because what is straight in degrees is not straight in metres. Here
 * every piece is told as any overlay of the file shows it. Only polygons with a segment that has no
 * exact opposite twin take part.
 */
public final class GroundPieces {
  /** Thinner is rounding of the numbers themselves: 14 digits of a degree are a nanometre. */
  private static final double ROUNDING_METRES = 1e-7;

  private static final int MOST_UNMATCHED = 2_000;
  private static final int MOST_PIECES = 2_000;
  private static final Comparator<GroundPiece> ORDER =
      Comparator.comparing(GroundPiece::cover)
          .reversed()
          .thenComparing(Comparator.comparingDouble(GroundPiece::areaSquareMetres).reversed())
          .thenComparingDouble(piece -> piece.place().x)
          .thenComparingDouble(piece -> piece.place().y);

  private final Function<Coordinate, MetresPerUnit> scale;
  private final STRtree unmatched = new STRtree();
  private final STRtree matched = new STRtree();
  private final List<Sound> sounds = new ArrayList<>();
  private final List<GroundPiece> pieces = new ArrayList<>();

  /** A polygon that takes part, its rings repaired when they had to be. */
  private record Sound(int number, LayerPolygon polygon, Geometry ground) {}

  private GroundPieces(Function<Coordinate, MetresPerUnit> scale) {
    this.scale = scale;
  }

  /**
   * Overlaps first, then gaps, each by falling area. Empty when the layer is too large or too dirty
   * for a plain overlay: more than a million points, 2 000 polygons that do not fit, or 2 000
   * pieces.
   *
   * @param polygons in one plane, whichever it is
   * @param scale how long the plane's units are near a place
   */
  public static Optional<List<GroundPiece>> find(
      List<LayerPolygon> polygons, Function<Coordinate, MetresPerUnit> scale) {
    Optional<List<LayerPolygon>> unmatched = ExactTwins.findUnmatched(polygons);
    return unmatched
        .filter(some -> some.size() <= MOST_UNMATCHED)
        .map(some -> new GroundPieces(scale).pieces(polygons, some))
        .filter(pieces -> pieces.size() <= MOST_PIECES);
  }

  private List<GroundPiece> pieces(List<LayerPolygon> polygons, List<LayerPolygon> some) {
    for (LayerPolygon polygon : some) {
      Sound sound = new Sound(sounds.size(), polygon, sound(polygon.geometry()));
      sounds.add(sound);
      unmatched.insert(sound.ground().getEnvelopeInternal(), sound);
    }
    Set<LayerPolygon> taking = Collections.newSetFromMap(new IdentityHashMap<>());
    taking.addAll(some);
    polygons.stream()
        .filter(polygon -> !taking.contains(polygon))
        .forEach(other -> matched.insert(other.geometry().getEnvelopeInternal(), other));
    sounds.forEach(this::addOverlaps);
    addGaps();
    pieces.sort(ORDER);
    return pieces;
  }

  private static Geometry sound(Geometry geometry) {
    return geometry.isValid() ? geometry : GeometryFixer.fix(geometry);
  }

  private List<Sound> near(Envelope box) {
    List<Sound> near = new ArrayList<>();
    unmatched.query(box, found -> near.add((Sound) found));
    near.sort(Comparator.comparingInt(Sound::number));
    return near;
  }

  private void addOverlaps(Sound a) {
    for (Sound b : near(a.ground().getEnvelopeInternal())) {
      if (b.number() > a.number()) {
        Geometry shared = OverlayNGRobust.overlay(a.ground(), b.ground(), OverlayNG.INTERSECTION);
        addParts(shared, List.of(a.polygon(), b.polygon()));
      }
    }
  }

  private void addParts(Geometry shared, List<LayerPolygon> owners) {
    for (int i = 0; i < shared.getNumGeometries(); i++) {
      if (shared.getGeometryN(i) instanceof Polygon part && !part.isEmpty()) {
        add(Cover.DOUBLE, part, owners);
      }
    }
  }

  private void addGaps() {
    Geometry union = OverlayNGRobust.union(sounds.stream().map(Sound::ground).toList());
    for (int i = 0; i < union.getNumGeometries(); i++) {
      Polygon part = (Polygon) union.getGeometryN(i);
      for (int hole = 0; hole < part.getNumInteriorRing(); hole++) {
        addGap(part.getFactory().createPolygon(part.getInteriorRingN(hole)));
      }
    }
  }

  /** A hole is a gap or it is ground of polygons that fit: these have no edge along a gap. */
  private void addGap(Polygon hole) {
    if (!isCoveredByMatched(hole.getInteriorPoint())) {
      add(Cover.UNCOVERED, hole, around(hole));
    }
  }

  private boolean isCoveredByMatched(Point place) {
    for (Object found : matched.query(place.getEnvelopeInternal())) {
      if (((LayerPolygon) found).geometry().intersects(place)) {
        return true;
      }
    }
    return false;
  }

  private List<LayerPolygon> around(Polygon hole) {
    double reach = ROUNDING_METRES / scale.apply(hole.getCoordinate()).x();
    Envelope box = hole.getEnvelopeInternal();
    box.expandBy(reach);
    return near(box).stream()
        .filter(sound -> sound.ground().isWithinDistance(hole, reach))
        .map(Sound::polygon)
        .toList();
  }

  private void add(Cover cover, Polygon piece, List<LayerPolygon> polygons) {
    PieceMeasure measure = PieceMeasure.of(piece, scale.apply(piece.getCoordinate()));
    if (measure.meanWidthMetres() >= ROUNDING_METRES) {
      pieces.add(
          new GroundPiece(
              cover, measure.areaSquareMetres(), measure.widthMetres(), polygons, measure.place()));
    }
  }
}
