package org.wangge.topology;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/**
 * Reads the polygons that are not one simple ring: those with holes or parts, and those with
 * something wrong, which become findings and are repaired for the rest of the check or left out.
 */
final class SoundReader {
  private static final double FARTHEST_METRES = 1e8;

  private final Frame frame;
  private final Party.Role role;
  private final List<Finding> findings = new ArrayList<>();
  private final List<DetachedPart> detached = new ArrayList<>();

  SoundReader(Frame frame, Party.Role role) {
    this.frame = frame;
    this.role = role;
  }

  List<Finding> findings() {
    return findings;
  }

  /** The polygon on the grid, valid; empty when it is left out. */
  Geometry read(LayerPolygon polygon) {
    Geometry geometry = closed(polygon);
    if (geometry.isEmpty() || !(geometry instanceof Polygon || geometry instanceof MultiPolygon)) {
      return leftOut(polygon, geometry);
    }
    Geometry onGrid = GridGeometry.onGrid(geometry, frame);
    if (onGrid != null && !onGrid.isEmpty() && isValid(onGrid)) {
      addDetachedParts(polygon, onGrid);
      return onGrid;
    }
    return repaired(polygon, geometry);
  }

  /** One ring is tested much faster by itself. */
  private static boolean isValid(Geometry onGrid) {
    boolean plain =
        onGrid instanceof Polygon polygon
            && polygon.getNumInteriorRing() == 0
            && RingReader.isSimple(polygon.getExteriorRing());
    return plain || new IsValidOp(onGrid).isValid();
  }

  private Geometry closed(LayerPolygon polygon) {
    Geometry geometry = polygon.geometry();
    if (geometry.getDimension() != 1 || geometry.isEmpty()) {
      Geometry areas = GridGeometry.polygonsOf(geometry);
      return areas.getNumGeometries() == geometry.getNumGeometries() ? areas : geometry;
    }
    List<Polygon> parts = new ArrayList<>();
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      LinearRing ring = closedRing(polygon, (LineString) geometry.getGeometryN(i));
      if (ring != null) {
        parts.add(GridGeometry.FACTORY.createPolygon(ring));
      }
    }
    return parts.isEmpty()
        ? GridGeometry.FACTORY.createPolygon()
        : GridGeometry.FACTORY.buildGeometry(parts);
  }

  private @Nullable LinearRing closedRing(LayerPolygon polygon, LineString line) {
    Coordinate[] open = line.getCoordinates();
    Coordinate last = open[open.length - 1];
    findings.add(InvalidFinding.of(role, polygon, last, Defect.unclosed(open[0].distance(last))));
    if (open.length < 3) {
      return null;
    }
    Coordinate[] ring = Arrays.copyOf(open, open.length + 1);
    ring[open.length] = open[0].copy();
    return GridGeometry.FACTORY.createLinearRing(ring);
  }

  private Geometry leftOut(LayerPolygon polygon, Geometry geometry) {
    Coordinate place = geometry.getCoordinate();
    Defect defect =
        geometry.isEmpty() ? Defect.EMPTY : Defect.notPolygon(geometry.getGeometryType());
    findings.add(InvalidFinding.of(role, polygon, place, defect.leftOut()));
    return GridGeometry.FACTORY.createPolygon();
  }

  private Geometry repaired(LayerPolygon polygon, Geometry geometry) {
    Geometry sound = GridGeometry.soundOnGrid(withoutFarPoints(geometry), frame);
    int before = findings.size();
    addRingFindings(polygon, geometry, sound.isEmpty());
    if (findings.size() == before) {
      addWholeFinding(polygon, geometry, sound.isEmpty());
    }
    if (findings.size() == before) {
      addDetachedParts(polygon, sound);
    }
    return sound;
  }

  private Geometry withoutFarPoints(Geometry geometry) {
    Geometry near = geometry.copy();
    near.apply(
        (Coordinate c) -> {
          if (isFar(c)) {
            c.x = Double.NaN;
          }
        });
    near.geometryChanged();
    return near;
  }

  private void addRingFindings(LayerPolygon polygon, Geometry geometry, boolean nothingLeft) {
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      Polygon part = (Polygon) geometry.getGeometryN(i);
      addRingFinding(polygon, part.getExteriorRing(), nothingLeft);
      for (int hole = 0; hole < part.getNumInteriorRing(); hole++) {
        addRingFinding(polygon, part.getInteriorRingN(hole), nothingLeft);
      }
    }
  }

  private void addRingFinding(LayerPolygon polygon, LinearRing ring, boolean nothingLeft) {
    Coordinate[] coordinates = ring.getCoordinates();
    for (int i = 0; i < coordinates.length; i++) {
      if (isFar(coordinates[i])) {
        Coordinate place = nearestFinite(coordinates, i);
        add(polygon, place, Defect.notFinite(i, coordinates[i]), nothingLeft);
        return;
      }
    }
    TopologyValidationError error =
        new IsValidOp(GridGeometry.FACTORY.createPolygon(coordinates)).getValidationError();
    if (error != null) {
      add(polygon, error.getCoordinate(), Defect.of(error), nothingLeft);
    }
  }

  private void addWholeFinding(LayerPolygon polygon, Geometry geometry, boolean nothingLeft) {
    TopologyValidationError error = new IsValidOp(geometry).getValidationError();
    if (error != null) {
      add(polygon, error.getCoordinate(), Defect.of(error), nothingLeft);
    } else if (nothingLeft) {
      add(polygon, geometry.getCoordinate(), Defect.SMALLER_THAN_GRID, true);
    }
  }

  private void add(
      LayerPolygon polygon, @Nullable Coordinate place, Defect defect, boolean nothingLeft) {
    findings.add(
        InvalidFinding.of(
            role, polygon, place, nothingLeft ? defect.leftOut() : defect.repaired()));
  }

  private static boolean isFar(Coordinate c) {
    return !(Math.abs(c.x) < FARTHEST_METRES && Math.abs(c.y) < FARTHEST_METRES);
  }

  private static @Nullable Coordinate nearestFinite(Coordinate[] coordinates, int at) {
    for (int i = 1; i < coordinates.length; i++) {
      Coordinate candidate = coordinates[Math.floorMod(at - i, coordinates.length)];
      if (!isFar(candidate)) {
        return candidate;
      }
    }
    return null;
  }

  private void addDetachedParts(LayerPolygon polygon, Geometry onGrid) {
    int largest = 0;
    for (int i = 1; i < onGrid.getNumGeometries(); i++) {
      if (onGrid.getGeometryN(i).getArea() > onGrid.getGeometryN(largest).getArea()) {
        largest = i;
      }
    }
    Polygon main = (Polygon) onGrid.getGeometryN(largest);
    for (int i = 0; i < onGrid.getNumGeometries(); i++) {
      if (i != largest) {
        detached.add(new DetachedPart(polygon, (Polygon) onGrid.getGeometryN(i), main));
      }
    }
  }

  /** A part of a polygon that is not its largest, and that one, on the grid. */
  record DetachedPart(LayerPolygon polygon, Polygon onGrid, Polygon main) {}

  List<DetachedPart> detached() {
    return detached;
  }
}
