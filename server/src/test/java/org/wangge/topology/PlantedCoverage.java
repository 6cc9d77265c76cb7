package org.wangge.topology;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * A {@link SyntheticCoverage} with defects of known kind, place and width, each in a cell of its
 * own with clean cells around it. Widths run from 1 cm to 20 m in equal ratios.
 */
public final class PlantedCoverage {
  private static final double LEAST_METRES = 0.01;
  private static final double GREATEST_METRES = 20;

  /** What is planted. */
  public enum Defect {
    GAP,
    OVERLAP,
    UNMATCHED_NODE,
    MISSING,
    DUPLICATE,
    PIT,
    INLET,
    STRAY
  }

  /**
   * @param defect what
   * @param cell in which cell
   * @param place a coordinate in or on it
   * @param widthMetres how far a side was moved; 0 where none was
   */
  public record Planted(Defect defect, int cell, Coordinate place, double widthMetres) {}

  private final SyntheticCoverage clean;
  private final List<LayerPolygon> polygons;
  private final List<Planted> planted = new ArrayList<>();
  private final Random random;

  private PlantedCoverage(SyntheticCoverage clean, long seed) {
    this.clean = clean;
    this.polygons = clean.polygons();
    this.random = new Random(seed);
  }

  /** At most {@code defects} defects, the kinds in turn; fewer when the layer is too small. */
  public static PlantedCoverage of(SyntheticCoverage clean, int defects, long seed) {
    PlantedCoverage coverage = new PlantedCoverage(clean, seed);
    List<Integer> inner = new ArrayList<>();
    List<Integer> lower = new ArrayList<>();
    for (int row = 0; row < clean.rows() - 1; row += 3) {
      for (int column = 1; column < clean.columns() - 1; column += 3) {
        (row == 0 ? lower : inner).add(row * clean.columns() + column);
      }
    }
    Collections.shuffle(inner, coverage.random);
    coverage.plantAll(inner, lower, defects);
    return coverage;
  }

  public List<LayerPolygon> polygons() {
    return polygons;
  }

  public List<Planted> planted() {
    return planted;
  }

  private void plantAll(List<Integer> inner, List<Integer> lower, int defects) {
    Defect[] kinds = Defect.values();
    for (int i = 0; i < defects; i++) {
      Defect defect = kinds[i % kinds.length];
      boolean outer = defect == Defect.INLET || defect == Defect.STRAY;
      List<Integer> cells = outer ? lower : inner;
      if (!cells.isEmpty()) {
        double share = defects == 1 ? 0 : (double) i / (defects - 1);
        double width = LEAST_METRES * Math.pow(GREATEST_METRES / LEAST_METRES, share);
        plant(defect, cells.remove(0), Math.rint(width * 1000) / 1000);
      }
    }
    polygons.removeIf(polygon -> polygon.geometry().isEmpty());
  }

  private void plant(Defect defect, int cell, double width) {
    switch (defect) {
      case GAP, INLET -> moveSide(defect, cell, width);
      case OVERLAP, STRAY -> moveSide(defect, cell, -width);
      case UNMATCHED_NODE -> addNode(cell);
      case MISSING -> remove(cell);
      case DUPLICATE -> copy(cell);
      case PIT -> dig(cell, Math.max(width, 0.05));
    }
  }

  /** Moves the inner points of a side of one cell only; inward for positive widths. */
  private void moveSide(Defect defect, int cell, double width) {
    boolean outer = defect == Defect.INLET || defect == Defect.STRAY;
    int side = outer ? 0 : 2 + random.nextInt(2);
    Coordinate[] ring = clean.ring(cell);
    int per = (ring.length - 1) / 6;
    int from = side * per;
    int to = from + per;
    double length = ring[from].distance(ring[to]);
    double nx = -(ring[to].y - ring[from].y) / length * width;
    double ny = (ring[to].x - ring[from].x) / length * width;
    int middle = from + per / 2;
    Coordinate old = ring[middle];
    for (int i = from + 1; i < to; i++) {
      ring[i] = SyntheticCoverage.millimetres(ring[i].x + nx, ring[i].y + ny);
    }
    Coordinate place = new Coordinate((old.x + ring[middle].x) / 2, (old.y + ring[middle].y) / 2);
    replace(cell, ring);
    planted.add(new Planted(defect, cell, place, Math.abs(width)));
  }

  private void addNode(int cell) {
    Coordinate[] ring = clean.ring(cell);
    int at = 1 + random.nextInt(ring.length - 2);
    Coordinate middle =
        SyntheticCoverage.millimetres(
            (ring[at].x + ring[at - 1].x) / 2, (ring[at].y + ring[at - 1].y) / 2);
    Coordinate[] more = Arrays.copyOf(ring, ring.length + 1);
    System.arraycopy(ring, at, more, at + 1, ring.length - at);
    more[at] = middle;
    replace(cell, more);
    planted.add(new Planted(Defect.UNMATCHED_NODE, cell, middle, 0));
  }

  private void remove(int cell) {
    planted.add(new Planted(Defect.MISSING, cell, middle(cell), 0));
    polygons.set(cell, SyntheticCoverage.polygon(cell, SyntheticCoverage.FACTORY.createPolygon()));
  }

  private void copy(int cell) {
    planted.add(new Planted(Defect.DUPLICATE, cell, middle(cell), 0));
    polygons.add(
        SyntheticCoverage.polygon(
            polygons.size(), SyntheticCoverage.FACTORY.createPolygon(clean.ring(cell))));
  }

  /** A square hole that nobody fills. */
  private void dig(int cell, double width) {
    Coordinate middle = middle(cell);
    double half = Math.rint(width * 500) / 1000;
    LinearRing hole =
        SyntheticCoverage.FACTORY.createLinearRing(
            new Coordinate[] {
              SyntheticCoverage.millimetres(middle.x - half, middle.y - half),
              SyntheticCoverage.millimetres(middle.x - half, middle.y + half),
              SyntheticCoverage.millimetres(middle.x + half, middle.y + half),
              SyntheticCoverage.millimetres(middle.x + half, middle.y - half),
              SyntheticCoverage.millimetres(middle.x - half, middle.y - half)
            });
    LinearRing shell = SyntheticCoverage.FACTORY.createLinearRing(clean.ring(cell));
    Polygon polygon = SyntheticCoverage.FACTORY.createPolygon(shell, new LinearRing[] {hole});
    polygons.set(cell, SyntheticCoverage.polygon(cell, polygon));
    planted.add(new Planted(Defect.PIT, cell, middle, 2 * half));
  }

  private Coordinate middle(int cell) {
    return SyntheticCoverage.FACTORY.createPolygon(clean.ring(cell)).getCentroid().getCoordinate();
  }

  private void replace(int cell, Coordinate[] ring) {
    polygons.set(
        cell, SyntheticCoverage.polygon(cell, SyntheticCoverage.FACTORY.createPolygon(ring)));
  }

  /** The planted defects without a finding at their place, and the findings nobody planted. */
  public record Score(List<Planted> missed, List<Finding> invented) {}

  /** Compares findings with what was planted: each must account for exactly one other. */
  public Score score(List<Finding> findings) {
    List<Finding> left = new ArrayList<>(findings);
    List<Planted> missed = new ArrayList<>();
    for (Planted defect : planted) {
      Finding match =
          left.stream().filter(finding -> tells(finding, defect)).findFirst().orElse(null);
      if (match == null) {
        missed.add(defect);
      } else {
        left.remove(match);
      }
    }
    return new Score(missed, left);
  }

  private static boolean tells(Finding finding, Planted planted) {
    double near = Math.max(0.01, planted.widthMetres() / 2);
    Envelope around = new Envelope(planted.place());
    around.expandBy(near);
    boolean there =
        finding.geometry().getEnvelopeInternal().intersects(around)
            && finding.geometry().distance(SyntheticCoverage.FACTORY.createPoint(planted.place()))
                < near;
    return there && isKind(finding, planted.defect());
  }

  private static boolean isKind(Finding finding, Defect defect) {
    boolean thin = finding.kind() == FindingKind.SLIVER;
    return switch (defect) {
      case GAP, PIT -> finding.kind() == FindingKind.GAP || thin && isUncovered(finding);
      case MISSING -> finding.kind() == FindingKind.GAP;
      case INLET -> finding.kind() == FindingKind.INLET || thin && isUncovered(finding);
      case OVERLAP -> finding.kind() == FindingKind.OVERLAP || thin && isDouble(finding);
      case STRAY -> finding.kind() == FindingKind.STRAY || thin;
      case DUPLICATE -> finding.kind() == FindingKind.DUPLICATE;
      case UNMATCHED_NODE -> finding.kind() == FindingKind.MISMATCH;
    };
  }

  private static boolean isUncovered(Finding finding) {
    return finding.cover() == Cover.UNCOVERED;
  }

  private static boolean isDouble(Finding finding) {
    return finding.cover() == Cover.DOUBLE;
  }
}
