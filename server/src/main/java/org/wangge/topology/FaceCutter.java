package org.wangge.topology;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.wangge.topology.OwnerSearch.Owned;

/**
 * Cuts a face along the borders of everybody near it: plain overlay, for the few faces that need
 * it.
 */
final class FaceCutter {
  private static final PrecisionModel GRID = new PrecisionModel(1);

  private final Rings rings;
  private final RingIndex index;
  private final int owners;
  private final boolean hasDomain;

  FaceCutter(Rings rings, RingIndex index, int owners, boolean hasDomain) {
    this.rings = rings;
    this.index = index;
    this.owners = owners;
    this.hasDomain = hasDomain;
  }

  private record Piece(Polygon polygon, int[] owners) {}

  /** Pieces with at least one owner. */
  List<Owned> cut(Ground ground) {
    List<Integer> near = new ArrayList<>();
    index.forEachOwner(ground.envelope(), near::add);
    near.sort(null);
    if (hasDomain) {
      near.add(owners);
    }
    List<Piece> pieces = List.of(new Piece(polygon(ground.rings()), new int[0]));
    for (int owner : near) {
      pieces = cutBy(owner, pieces);
    }
    return pieces.stream().map(this::owned).filter(owned -> owned.owners().length > 0).toList();
  }

  private Owned owned(Piece piece) {
    boolean inside = !hasDomain || Arrays.stream(piece.owners()).anyMatch(o -> o == owners);
    int[] polygons = Arrays.stream(piece.owners()).filter(owner -> owner != owners).toArray();
    return new Owned(ground(piece.polygon()), polygons, inside);
  }

  private List<Piece> cutBy(int owner, List<Piece> pieces) {
    List<Piece> cut = new ArrayList<>();
    for (Piece piece : pieces) {
      Geometry cover = geometry(rings, index.ringsOf(owner));
      Geometry shared = OverlayNG.overlay(piece.polygon(), cover, OverlayNG.INTERSECTION, GRID);
      if (isNothing(shared)) {
        cut.add(piece);
        continue;
      }
      Geometry rest = OverlayNG.overlay(piece.polygon(), cover, OverlayNG.DIFFERENCE, GRID);
      if (isNothing(rest)) {
        cut.add(new Piece(piece.polygon(), plus(piece.owners(), owner)));
      } else {
        addPieces(shared, plus(piece.owners(), owner), cut);
        addPieces(rest, piece.owners(), cut);
      }
    }
    return cut;
  }

  /** What rounding alone can leave: less than a step's width on average. */
  private static boolean isNothing(Geometry geometry) {
    return geometry.getArea() <= geometry.getLength() / 2;
  }

  private static int[] plus(int[] some, int owner) {
    int[] more = Arrays.copyOf(some, some.length + 1);
    more[some.length] = owner;
    return more;
  }

  private static void addPieces(Geometry geometry, int[] of, List<Piece> pieces) {
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      if (geometry.getGeometryN(i) instanceof Polygon polygon && !isNothing(polygon)) {
        pieces.add(new Piece(polygon, of));
      }
    }
  }

  /** An owner's valid rings as an area, on the grid. */
  static Geometry geometry(Rings rings, int[] ofOwner) {
    List<Polygon> shells = new ArrayList<>();
    List<LinearRing> holes = new ArrayList<>();
    boolean firstLeft = true;
    for (int i = 0; i < ofOwner.length; i++) {
      int ring = ofOwner[i];
      boolean left = RingTest.doubleArea(rings.points, rings.start[ring], rings.end[ring]) > 0;
      firstLeft = i == 0 ? left : firstLeft;
      LinearRing line = ring(rings.points, rings.start[ring], rings.end[ring]);
      // An owner's first ring is a shell; the others turning the same way are shells too.
      if (left == firstLeft) {
        shells.add(GridGeometry.FACTORY.createPolygon(line));
      } else {
        holes.add(line);
      }
    }
    return withHoles(shells, holes);
  }

  private static Geometry withHoles(List<Polygon> shells, List<LinearRing> holes) {
    if (shells.size() == 1) {
      return GridGeometry.FACTORY.createPolygon(
          shells.get(0).getExteriorRing(), holes.toArray(LinearRing[]::new));
    }
    Geometry area = GridGeometry.FACTORY.buildGeometry(shells);
    for (LinearRing hole : holes) {
      Polygon filled = GridGeometry.FACTORY.createPolygon(hole);
      area = OverlayNG.overlay(area, filled, OverlayNG.DIFFERENCE, GRID);
    }
    return area;
  }

  static Polygon polygon(List<long[]> ringPoints) {
    LinearRing shell = ring(ringPoints.get(0), 0, ringPoints.get(0).length);
    LinearRing[] holes = new LinearRing[ringPoints.size() - 1];
    for (int i = 0; i < holes.length; i++) {
      holes[i] = ring(ringPoints.get(i + 1), 0, ringPoints.get(i + 1).length);
    }
    return GridGeometry.FACTORY.createPolygon(shell, holes);
  }

  private static LinearRing ring(long[] points, int from, int to) {
    Coordinate[] coordinates = new Coordinate[to - from];
    for (int i = from; i < to; i++) {
      coordinates[i - from] = new Coordinate(Frame.x(points[i]), Frame.y(points[i]));
    }
    return GridGeometry.FACTORY.createLinearRing(coordinates);
  }

  /**
   * With the inside on the left of every ring, as all ground has it; overlays turn the other way.
   */
  static Ground ground(Polygon onGrid) {
    List<long[]> parts = new ArrayList<>();
    parts.add(points(onGrid.getExteriorRing(), true));
    for (int i = 0; i < onGrid.getNumInteriorRing(); i++) {
      parts.add(points(onGrid.getInteriorRingN(i), false));
    }
    return new Ground(parts);
  }

  private static long[] points(LinearRing ring, boolean leftTurning) {
    CoordinateSequence sequence = ring.getCoordinateSequence();
    boolean asIs = Orientation.isCCW(sequence) == leftTurning;
    long[] points = new long[sequence.size()];
    for (int i = 0; i < points.length; i++) {
      Coordinate c = sequence.getCoordinate(asIs ? i : points.length - 1 - i);
      points[i] = Frame.pack((int) c.x, (int) c.y);
    }
    return points;
  }
}
