package org.wangge.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.wangge.topology.Layers.box;
import static org.wangge.topology.Layers.check;
import static org.wangge.topology.Layers.geometry;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

class InvalidPolygonsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POLYGON((0 0,10 10,10 0,0 10,0 0))",
        "POLYGON((0 0,10 0,10 10,5 0,0 10,0 0))",
        "POLYGON((0 0,10 0,5 0,0 0))",
        "POLYGON((0 0,0 0,0 0,0 0))",
        "POLYGON EMPTY",
        "MULTIPOLYGON EMPTY",
        "POINT(1 1)",
        "LINESTRING(0 0,10 0,10 10)",
        "GEOMETRYCOLLECTION(POINT(3 3),POLYGON((0 0,10 0,10 10,0 0)))",
        "POLYGON((0 0,10 0,10 10,0 10,0 0),(20 20,30 20,30 30,20 20))",
        "POLYGON((0 0,10 0,10 10,0 10,0 0),(2 2,8 2,8 8,2 8,2 2),(4 4,6 4,6 6,4 6,4 4))",
        "MULTIPOLYGON(((0 0,10 0,10 10,0 10,0 0)),((5 5,15 5,15 15,5 15,5 5)))",
        "POLYGON((0 0,10 0,10 10,20 10,10 10,0 10,0 0))"
      })
  void isNamedAndTheRestIsChecked(String wkt) {
    CheckReport report = check(Layers.of(wkt, box(100, 0, 200, 100), box(150, 0, 250, 100)), null);
    List<Finding> invalid = invalid(report);
    assertEquals(1, invalid.size(), () -> Layers.lines(report).toString());
    assertEquals("A", invalid.get(0).parties().get(0).id());
    assertTrue(invalid.get(0).explanation().chinese().contains("第 0 个图形（A）"));
    assertEquals(1, report.count(FindingKind.OVERLAP), () -> Layers.lines(report).toString());
  }

  @Test
  void aBowTieIsNamedWhereItCrosses() {
    Finding bowTie = invalid(check(Layers.of("POLYGON((0 0,10 10,10 0,0 10,0 0))"), null)).get(0);
    assertEquals(geometry("POINT(5 5)"), bowTie.geometry());
  }

  @Test
  void anOpenRingIsNamedClosedAndUsed() {
    CheckReport report =
        check(
            Layers.of("LINESTRING(0 0,50 0,50 100,0 100)", box(50, 0, 100, 100)),
            box(0, 0, 100, 100));
    assertEquals(1, report.findings().size(), () -> Layers.lines(report).toString());
    assertTrue(invalid(report).get(0).explanation().english().contains("not closed"));
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, 1e308, -1e12})
  void aCoordinateThatIsNoNumberIsNamedAndLeftOut(double bad) {
    Coordinate[] ring = {
      new Coordinate(0, 0),
      new Coordinate(50, 0),
      new Coordinate(bad, 50),
      new Coordinate(50, 100),
      new Coordinate(0, 100),
      new Coordinate(0, 0)
    };
    LayerPolygon polygon = new LayerPolygon(7, "bad", new GeometryFactory().createPolygon(ring));
    CheckReport report = check(List.of(polygon), box(0, 0, 50, 100));
    assertEquals(1, report.findings().size(), () -> Layers.lines(report).toString());
    Finding invalid = invalid(report).get(0);
    assertEquals(7, invalid.parties().get(0).index());
    assertEquals(new Coordinate(50, 0), invalid.place());
  }

  @Test
  void aRingOfAMillionVerticesIsChecked() {
    Coordinate[] ring = new Coordinate[1_000_001];
    for (int i = 0; i < 1_000_000; i++) {
      double angle = 2 * Math.PI * i / 1_000_000;
      double radius = 100_000 + 3000 * Math.sin(17 * angle);
      ring[i] = new Coordinate(radius * Math.cos(angle), radius * Math.sin(angle));
    }
    ring[1_000_000] = ring[0].copy();
    LayerPolygon polygon = new LayerPolygon(0, "A", new GeometryFactory().createPolygon(ring));
    assertTrue(check(List.of(polygon), null).provedClean());
  }

  @Test
  void anInvalidDomainIsNamedAndRepaired() {
    CheckReport report =
        check(Layers.of(box(0, 0, 10, 10)), "POLYGON((0 0,10 0,10 10,20 10,10 10,0 10,0 0))");
    assertEquals(1, report.findings().size(), () -> Layers.lines(report).toString());
    assertEquals(Party.Role.DOMAIN, invalid(report).get(0).parties().get(0).role());
  }

  private static List<Finding> invalid(CheckReport report) {
    return report.findings().stream()
        .filter(finding -> finding.kind() == FindingKind.INVALID)
        .toList();
  }
}
