package org.wangge.zoning;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.index.strtree.STRtree;
import org.wangge.fabric.ArcClass;
import org.wangge.fabric.BoundaryLine;
import org.wangge.fabric.CellGrid;
import org.wangge.fabric.Fabric;
import org.wangge.fabric.FabricBuilder;
import org.wangge.fabric.FabricOptions;
import org.wangge.fabric.Progress;

/**
 * Says in which zone a point lies. A raster of cells of 8 to 33 m knows the answer wherever a whole
 * cell lies in one zone; elsewhere the fabric is asked, exactly. Immutable and safe for threads.
 *
 * <p>Points are rounded to the millimetre. Ties: a point on a border belongs to the zone of the
 * face with the lowest number among those that touch the point ({@link Fabric#faceAt}); a point on
 * the outline of the domain is inside.
 */
public final class PointLocator {
  private static final int MIXED = -2;
  private static final int NOT_YET = -3;
  private static final int MOST_CELLS = 4_000_000;
  private static final int SMALLEST_CELL_SHIFT = 13;

  private final Fabric fabric;
  private final int[] label;
  private final CellGrid grid;
  private final int[] cells;

  private PointLocator(Fabric fabric, int[] label) {
    this.fabric = fabric;
    this.label = label;
    Envelope box = fabric.envelope();
    this.grid =
        CellGrid.over(
            millimetres(box.getMinX()),
            millimetres(box.getMinY()),
            millimetres(box.getMaxX()),
            millimetres(box.getMaxY()),
            MOST_CELLS,
            SMALLEST_CELL_SHIFT);
    this.cells = new int[grid.cellCount()];
    Arrays.fill(cells, NOT_YET);
    markBorders();
    fillRows();
  }

  /** Finds the zones of a plan. */
  public static PointLocator of(Plan plan) {
    return of(plan.fabric(), plan.zones());
  }

  /**
   * Finds labels of faces.
   *
   * @param label per face, −1 for none
   */
  public static PointLocator of(Fabric fabric, int[] label) {
    return new PointLocator(fabric, label.clone());
  }

  /**
   * Finds the first polygon of a list that covers a point. The polygons may overlap and leave gaps;
   * their outlines are noded on the millimetre grid first.
   *
   * @param polygonsMetres valid polygons and multipolygons in metres
   * @throws IllegalArgumentException when none has an area
   */
  public static PointLocator ofPolygons(List<? extends Geometry> polygonsMetres) {
    Envelope box = new Envelope();
    polygonsMetres.forEach(polygon -> box.expandToInclude(polygon.getEnvelopeInternal()));
    box.expandBy(1);
    Fabric fabric =
        FabricBuilder.build(
                polygonsMetres.stream().flatMap(PointLocator::outlines).toList(),
                new GeometryFactory().toGeometry(box),
                List.of(),
                FabricOptions.defaults().withNearMissMetres(0),
                Progress.none())
            .fabric();
    return new PointLocator(fabric, owners(fabric, polygonsMetres));
  }

  private static java.util.stream.Stream<BoundaryLine> outlines(Geometry polygon) {
    Geometry boundary = polygon.getBoundary();
    return IntStream.range(0, boundary.getNumGeometries())
        .mapToObj(
            i ->
                BoundaryLine.ofMetres(boundary.getGeometryN(i).getCoordinates(), ArcClass.CUT, ""));
  }

  private static int[] owners(Fabric fabric, List<? extends Geometry> polygons) {
    STRtree tree = new STRtree();
    for (int p = 0; p < polygons.size(); p++) {
      if (!polygons.get(p).isEmpty()) {
        tree.insert(polygons.get(p).getEnvelopeInternal(), p);
      }
    }
    tree.build();
    IndexedPointInAreaLocator[] locators =
        polygons.stream()
            .map(IndexedPointInAreaLocator::new)
            .toArray(IndexedPointInAreaLocator[]::new);
    return IntStream.range(0, fabric.faceCount())
        .map(
            face ->
                owner(fabric.faceGeometry(face).getInteriorPoint().getCoordinate(), tree, locators))
        .toArray();
  }

  private static int owner(Coordinate point, STRtree tree, IndexedPointInAreaLocator[] locators) {
    int first = Integer.MAX_VALUE;
    for (Object found : tree.query(new Envelope(point))) {
      int p = (Integer) found;
      if (p < first && locators[p].locate(point) == Location.INTERIOR) {
        first = p;
      }
    }
    return first == Integer.MAX_VALUE ? -1 : first;
  }

  private void markBorders() {
    CellGrid.Walker walker = grid.new Walker();
    for (int a = 0; a < fabric.arcCount(); a++) {
      if (labelOf(fabric.face(2 * a)) != labelOf(fabric.face(2 * a + 1))) {
        markArc(a, walker);
      }
    }
  }

  private void markArc(int arc, CellGrid.Walker walker) {
    for (int i = 1; i < fabric.pointCount(arc); i++) {
      walker.walk(
          fabric.pointX(arc, i - 1),
          fabric.pointY(arc, i - 1),
          fabric.pointX(arc, i),
          fabric.pointY(arc, i));
      for (int c = 0; c < walker.count(); c++) {
        cells[walker.cell(c)] = MIXED;
      }
    }
  }

  /**
   * Neighbouring cells without a border between them lie in the same zone: one look serves the
   * whole run.
   */
  private void fillRows() {
    for (int row = 0; row < grid.rows(); row++) {
      int run = NOT_YET;
      for (int column = 0; column < grid.columns(); column++) {
        int cell = row * grid.columns() + column;
        if (cells[cell] == MIXED) {
          run = NOT_YET;
        } else {
          run = run == NOT_YET ? exactly(grid.middleX(column), grid.middleY(row)) : run;
          cells[cell] = run;
        }
      }
    }
  }

  /** The zone at a place in metres, −1 when there is none. */
  public int zoneAt(double x, double y) {
    return zoneAtMillimetres(millimetres(x), millimetres(y));
  }

  /** The zone at a place in millimetres, −1 when there is none. */
  public int zoneAtMillimetres(long x, long y) {
    if (!grid.contains(x, y)) {
      return -1;
    }
    int known = cells[grid.cellAt(x, y)];
    return known == MIXED ? exactly(x, y) : known;
  }

  private int exactly(long x, long y) {
    return labelOf(fabric.faceAt(x, y));
  }

  private int labelOf(int face) {
    return face < 0 ? -1 : label[face];
  }

  private static long millimetres(double metres) {
    return Math.round(metres * 1000.0);
  }
}
