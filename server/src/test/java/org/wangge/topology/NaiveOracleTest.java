package org.wangge.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/** Random dirty layers: what is found must add up to what plain overlay finds. */
class NaiveOracleTest {
  private static final int SIDE = 5;
  private static final double CELL = 20;
  private static final String DOMAIN = Layers.box(0, 0, SIDE * CELL, SIDE * CELL);

  @Property(tries = 300, shrinking = ShrinkingMode.OFF)
  void groundAddsUpToWhatPlainOverlayFinds(@ForAll long seed) {
    List<LayerPolygon> polygons = dirtyLayer(new Random(seed));
    Geometry domain = Layers.geometry(DOMAIN);
    CheckReport report = Layers.check(polygons, DOMAIN);
    double tolerance = 0.02 + report.toleratedSquareMetres();
    assertEquals(sum(NaiveCheck.gaps(polygons, domain)), uncovered(report), tolerance, "uncovered");
    assertEquals(
        sum(NaiveCheck.overlaps(polygons)), doubly(report), 3 * tolerance, "doubly covered");
    assertEquals(
        NaiveCheck.strayArea(polygons, domain), outside(report, domain), tolerance, "outside");
  }

  @Property(tries = 150, shrinking = ShrinkingMode.OFF)
  void everyWideGapIsOneFindingOfTheSameArea(@ForAll long seed) {
    List<LayerPolygon> polygons = dirtyLayer(new Random(seed));
    List<Double> expected =
        NaiveCheck.gaps(polygons, Layers.geometry(DOMAIN)).stream()
            .filter(gap -> width(gap) > 0.3)
            .map(Geometry::getArea)
            .sorted()
            .toList();
    List<Double> found =
        Layers.check(polygons, DOMAIN).findings().stream()
            .filter(finding -> isGround(finding, Cover.UNCOVERED))
            .filter(finding -> width(finding.geometry()) > 0.3)
            .map(Finding::areaSquareMetres)
            .sorted()
            .toList();
    assertEquals(expected.size(), found.size(), () -> expected + " " + found);
    for (int i = 0; i < found.size(); i++) {
      assertEquals(expected.get(i), found.get(i), 0.01);
    }
  }

  private static double width(Geometry ground) {
    return 4 * ground.getArea() / ground.getLength();
  }

  private static boolean isGround(Finding finding, Cover cover) {
    return finding.cover() == cover
        && finding.kind() != FindingKind.MISMATCH
        && finding.kind() != FindingKind.SLIVER;
  }

  private static double uncovered(CheckReport report) {
    return area(report, Cover.UNCOVERED);
  }

  private static double outside(CheckReport report, Geometry domain) {
    double doubleOutside =
        report.findings().stream()
            .filter(finding -> finding.cover() == Cover.DOUBLE)
            .mapToDouble(finding -> NaiveCheck.difference(finding.geometry(), domain).getArea())
            .sum();
    return area(report, Cover.OUTSIDE) + doubleOutside;
  }

  /** Every pair of owners counts once, as in pairwise overlay. */
  private static double doubly(CheckReport report) {
    return report.findings().stream()
        .filter(finding -> finding.cover() == Cover.DOUBLE)
        .mapToDouble(
            finding -> {
              int owners = finding.parties().size();
              return finding.areaSquareMetres() * owners * (owners - 1) / 2;
            })
        .sum();
  }

  private static double area(CheckReport report, Cover cover) {
    return report.findings().stream()
        .filter(finding -> finding.cover() == cover)
        .mapToDouble(Finding::areaSquareMetres)
        .sum();
  }

  private static double sum(List<Geometry> parts) {
    return parts.stream().mapToDouble(Geometry::getArea).sum();
  }

  private static double sum(TreeMap<String, Double> areas) {
    return areas.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  /** A square grid of cells in which some vertices moved, some cells are gone, copied or grown. */
  private static List<LayerPolygon> dirtyLayer(Random random) {
    List<LayerPolygon> polygons = new ArrayList<>();
    for (int cell = 0; cell < SIDE * SIDE; cell++) {
      int x = cell % SIDE;
      int y = cell / SIDE;
      if (random.nextInt(12) != 0) {
        add(polygons, cell(x, y, random));
      }
      if (random.nextInt(25) == 0) {
        add(polygons, cell(x, y, random));
      }
    }
    return polygons;
  }

  private static void add(List<LayerPolygon> polygons, Polygon polygon) {
    if (polygon.isValid()) {
      String id = "P" + polygons.size() + ";";
      polygons.add(new LayerPolygon(polygons.size(), id, polygon));
    }
  }

  private static Polygon cell(int x, int y, Random random) {
    Coordinate[] ring = {
      corner(x, y),
      corner(x + 0.5, y),
      corner(x + 1, y),
      corner(x + 1, y + 1),
      corner(x, y + 1),
      null
    };
    if (random.nextInt(4) == 0) {
      Coordinate moved = ring[random.nextInt(5)];
      moved.x += Math.rint(random.nextGaussian() * 6000) / 1000;
      moved.y += Math.rint(random.nextGaussian() * 6000) / 1000;
    }
    ring[5] = ring[0].copy();
    return SyntheticCoverage.FACTORY.createPolygon(ring);
  }

  private static Coordinate corner(double x, double y) {
    return new Coordinate(x * CELL, y * CELL);
  }
}
