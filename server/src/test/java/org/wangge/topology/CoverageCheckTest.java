package org.wangge.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.wangge.topology.Layers.box;
import static org.wangge.topology.Layers.check;
import static org.wangge.topology.Layers.geometry;
import static org.wangge.topology.Layers.lines;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.wangge.topology.Suggestion.Action;

class CoverageCheckTest {
  private static final String DOMAIN = box(0, 0, 100, 100);
  private static final String LEFT = box(0, 0, 50, 100);
  private static final String RIGHT = box(50, 0, 100, 100);

  @Test
  void anEmptyLayerWithoutDomainIsClean() {
    assertTrue(check(List.of(), null).isClean());
  }

  @Test
  void anEmptyLayerLeavesTheWholeDomainUncovered() {
    assertEquals(List.of("INLET 10000.00 *"), lines(check(List.of(), DOMAIN)));
  }

  @Test
  void twoHalvesAreProvedClean() {
    assertTrue(check(Layers.of(LEFT, RIGHT), DOMAIN).provedClean());
    assertTrue(check(Layers.of(LEFT, RIGHT), null).provedClean());
  }

  @Test
  void aGapBetweenFourIsSharedPerBlockAndNeverGivenWhole() {
    CheckReport report =
        check(
            Layers.of(
                "POLYGON((0 0,100 0,100 40,60 40,40 40,0 40,0 0))",
                "POLYGON((0 40,40 40,40 60,0 60,0 40))",
                "POLYGON((60 40,100 40,100 60,60 60,60 40))",
                "POLYGON((0 60,40 60,60 60,100 60,100 100,0 100,0 60))"),
            DOMAIN);
    assertEquals(List.of("GAP 400.00 ABCD"), lines(report));
    Finding gap = report.findings().get(0);
    assertEquals(20, gap.widthMetres(), 0.4);
    assertEquals(Action.SHARE_PER_BLOCK, gap.suggestion().action());
    assertEquals(20, gap.parties().get(0).sharedMetres(), 1e-9);
    assertTrue(gap.geometry().equalsTopo(geometry(box(40, 40, 60, 60))));
  }

  @Test
  void groundOpenToTheOutsideIsAnInlet() {
    CheckReport report =
        check(
            Layers.of(LEFT, "POLYGON((50 0,80 0,80 30,90 30,90 0,100 0,100 100,50 100,50 0))"),
            DOMAIN);
    assertEquals(List.of("INLET 300.00 *B"), lines(report));
    assertEquals(Action.GIVE, report.findings().get(0).suggestion().action());
  }

  @Test
  void aMissingPolygonIsOneBigGapAndANewOneIsProposed() {
    CheckReport report =
        check(
            Layers.of(
                box(0, 0, 100, 30), box(0, 30, 30, 70), box(70, 30, 100, 70), box(0, 70, 100, 100)),
            DOMAIN);
    Finding gap = only(report, FindingKind.GAP);
    assertEquals(1600, gap.areaSquareMetres(), 1e-6);
    assertEquals(Action.NEW_POLYGON, gap.suggestion().action());
  }

  @Test
  void anOverlapNamesBothOwners() {
    CheckReport report = check(Layers.of(box(0, 0, 60, 100), RIGHT), DOMAIN);
    assertEquals(List.of("OVERLAP 1000.00 AB"), lines(report));
    assertEquals(10, report.findings().get(0).widthMetres(), 0.2);
  }

  @Test
  void anOverlapAcrossACancelledBorderIsOneFindingPerPair() {
    CheckReport report =
        check(
            Layers.of(
                "POLYGON((0 0,50 0,50 50,0 50,0 0))",
                "POLYGON((50 0,100 0,100 50,50 50,50 0))",
                "POLYGON((0 50,20 50,20 40,80 40,80 50,100 50,100 100,0 100,0 50))"),
            DOMAIN);
    assertEquals(List.of("OVERLAP 300.00 AC", "OVERLAP 300.00 BC"), lines(report));
  }

  @Test
  void threeOwnersAreToldApartFromTwo() {
    CheckReport report =
        check(Layers.of(box(0, 0, 60, 100), box(40, 0, 100, 100), box(50, 0, 52, 100)), DOMAIN);
    assertEquals(
        List.of("DUPLICATE 200.00 ABC", "OVERLAP 1000.00 AB", "OVERLAP 800.00 AB"), lines(report));
  }

  @Test
  void anExactCopyIsADuplicateWhereverItsRingStarts() {
    CheckReport report =
        check(Layers.of(LEFT, RIGHT, "POLYGON((100 0,100 100,50 100,50 0,100 0))"), DOMAIN);
    assertEquals(List.of("DUPLICATE 5000.00 BC"), lines(report));
  }

  @Test
  void aPolygonWhollyInsideAnotherIsADuplicateToo() {
    CheckReport report = check(Layers.of(DOMAIN, box(10, 10, 30, 30)), DOMAIN);
    assertEquals(List.of("DUPLICATE 400.00 AB"), lines(report));
  }

  @Test
  void copiesOfSeveralNeighboursAreOneFindingEach() {
    CheckReport report = check(Layers.of(LEFT, RIGHT, LEFT, RIGHT), DOMAIN);
    assertEquals(List.of("DUPLICATE 5000.00 AC", "DUPLICATE 5000.00 BD"), lines(report));
  }

  @Test
  void whatLiesOutsideTheDomainIsStray() {
    CheckReport report = check(Layers.of(LEFT, box(50, 0, 120, 100)), DOMAIN);
    assertEquals(1, report.count(FindingKind.STRAY));
    assertEquals(2000, only(report, FindingKind.STRAY).areaSquareMetres(), 1e-6);
  }

  @Test
  void aPolygonFarFromTheDomainIsStrayAsAWhole() {
    CheckReport report = check(Layers.of(LEFT, RIGHT, box(500, 500, 510, 510)), DOMAIN);
    assertEquals(List.of("STRAY 100.00 C"), lines(report));
  }

  @Test
  void aNodeOnOneSideOnlyIsAMismatchAtThatNode() {
    CheckReport report =
        check(Layers.of("POLYGON((0 0,50 0,50 33,50 100,0 100,0 0))", RIGHT), DOMAIN);
    Finding mismatch = only(report, FindingKind.MISMATCH);
    assertEquals(geometry("POINT(50 33)"), mismatch.geometry());
    assertEquals("AB", mismatch.parties().get(0).id() + mismatch.parties().get(1).id());
    assertFalse(report.provedClean());
  }

  @Test
  void aNodeThatIsTwoMillimetresOffIsStillAMismatch() {
    CheckReport report =
        check(Layers.of("POLYGON((0 0,50 0,50.002 33,50 100,0 100,0 0))", RIGHT), DOMAIN);
    assertEquals(1, report.findings().size());
    assertEquals(0.002, only(report, FindingKind.MISMATCH).widthMetres(), 0.0011);
    assertEquals(1, report.tolerated());
  }

  @Test
  void aThinGapIsASliverAndSaysThatItIsUncovered() {
    CheckReport report = check(Layers.of(box(0, 0, 49.98, 100), RIGHT), DOMAIN);
    Finding sliver = only(report, FindingKind.SLIVER);
    assertEquals(Cover.UNCOVERED, sliver.cover());
    assertEquals(0.02, sliver.widthMetres(), 1e-3);
  }

  @Test
  void bordersThatCrossEachOtherAreOneSliver() {
    CheckReport report =
        check(
            Layers.of("POLYGON((0 0,50 0,50.02 25,49.98 50,50.02 75,50 100,0 100,0 0))", RIGHT),
            DOMAIN);
    Finding sliver = only(report, FindingKind.SLIVER);
    assertEquals(1, report.findings().size());
    assertEquals(Cover.MIXED, sliver.cover());
    assertEquals(3, sliver.parts());
  }

  @Test
  void anIslandInAHoleIsNoErrorAndALakeAroundItIsOneGapWithAHole() {
    String ring = "POLYGON((0 0,100 0,100 100,0 100,0 0),(30 30,30 70,70 70,70 30,30 30))";
    assertTrue(check(Layers.of(ring, box(30, 30, 70, 70)), DOMAIN).provedClean());
    CheckReport report = check(Layers.of(ring, box(40, 40, 60, 60)), DOMAIN);
    assertEquals(List.of("GAP 1200.00 AB"), lines(report));
    Geometry gap = report.findings().get(0).geometry();
    assertTrue(
        gap.equalsTopo(
            geometry("POLYGON((30 30,70 30,70 70,30 70,30 30),(40 40,40 60,60 60,60 40,40 40))")));
  }

  @Test
  void aHoleThatTouchesTheOuterRingIsAGap() {
    CheckReport report =
        check(Layers.of("POLYGON((0 0,100 0,100 100,0 100,0 0),(0 50,30 70,30 30,0 50))"), DOMAIN);
    assertEquals(List.of("GAP 600.00 A"), lines(report));
  }

  @Test
  void polygonsThatTouchAtAPointEncloseTheGapBetweenThem() {
    CheckReport report =
        check(
            Layers.of(
                "POLYGON((0 0,100 0,50 50,0 0))",
                "POLYGON((0 100,50 50,100 100,0 100))",
                "POLYGON((100 0,100 100,50 50,100 0))"),
            null);
    assertTrue(report.isClean(), lines(report)::toString);
    CheckReport closed =
        check(
            Layers.of(
                "POLYGON((0 0,20 50,0 100,-50 50,0 0))", "POLYGON((0 0,50 50,0 100,30 50,0 0))"),
            null);
    assertEquals(List.of("GAP 500.00 AB"), lines(closed));
  }

  @Test
  void aDetachedPartIsToldWithTheNeighbourAroundIt() {
    CheckReport report =
        check(
            Layers.of(
                "MULTIPOLYGON(((0 0,50 0,50 100,0 100,0 0)),((70 40,80 40,80 60,70 60,70 40)))",
                "POLYGON((50 0,100 0,100 100,50 100,50 0),(70 40,70 60,80 60,80 40,70 40))"),
            DOMAIN);
    assertEquals(List.of("MULTIPART 200.00 AB"), lines(report));
    Finding part = report.findings().get(0);
    assertEquals(Action.MERGE_PART, part.suggestion().action());
    assertEquals(1, part.suggestion().towards());
    assertTrue(part.explanation().english().contains("20.0 m"), part.explanation()::english);
  }

  @Test
  void aPolygonOverAParentsLineIsACrossing() {
    List<LayerPolygon> parents = Layers.of(LEFT, RIGHT);
    CheckReport report =
        check(
            Layers.of(
                "POLYGON((0 0,50 0,50 40,60 40,60 60,50 60,50 100,0 100,0 0))",
                "POLYGON((50 0,100 0,100 100,50 100,50 60,60 60,60 40,50 40,50 0))"),
            DOMAIN,
            parents);
    assertEquals(List.of("CROSSING 200.00 AAB"), lines(report));
    Finding crossing = report.findings().get(0);
    assertEquals(Party.Role.PARENT, crossing.parties().get(1).role());
    assertEquals("B", crossing.parties().get(1).id());
  }

  @Test
  void nestedPolygonsCrossNothing() {
    assertTrue(check(Layers.of(LEFT, RIGHT), DOMAIN, Layers.of(DOMAIN)).provedClean());
  }

  @Test
  void aDomainOfSeveralPartsWithAnExclaveIsCovered() {
    String parts = "MULTIPOLYGON(((0 0,50 0,50 50,0 50,0 0)),((80 0,90 0,90 10,80 10,80 0)))";
    assertTrue(check(Layers.of(box(0, 0, 50, 50), box(80, 0, 90, 10)), parts).provedClean());
  }

  @Test
  void anOutlineDrawnApartByAHairIsOneFinding() {
    StringBuilder drawn = new StringBuilder("POLYGON((0 0");
    StringBuilder layer = new StringBuilder("POLYGON((0 0");
    for (int x = 5; x < 100; x += 5) {
      drawn.append(", ").append(x).append(" 0.001");
      layer.append(", ").append(x + 2).append(" -0.001");
    }
    CheckReport report =
        check(
            Layers.of(layer + ", 100 0, 100 50, 0 50, 0 0))", box(0, 50, 100, 100)),
            drawn + ", 100 0, 100 50, 100 100, 0 100, 0 50, 0 0))");
    assertEquals(1, report.findings().size(), () -> lines(report).toString());
    assertEquals(Party.Role.DOMAIN, only(report, FindingKind.MISMATCH).parties().get(1).role());
  }

  @Test
  void verticesRoundedBesideAStraightOutlineAreOnlyCounted() {
    CheckReport report =
        check(
            Layers.of(
                "POLYGON((0 0,50 0.0007,50 100,0 100,0 0))",
                "POLYGON((50 0.0007,100 0,100 100,50 100,50 0.0007))"),
            DOMAIN);
    assertTrue(report.isClean(), () -> lines(report).toString());
    assertFalse(report.provedClean());
    assertEquals(1, report.tolerated());
  }

  @Test
  void placeLiesInsideTheGroundOfEveryFinding() {
    CheckReport report = check(Layers.of(box(0, 0, 60, 100), box(50, 0, 100, 90)), DOMAIN);
    for (Finding finding : report.findings()) {
      Geometry place = geometry("POINT(0 0)").getFactory().createPoint(finding.place());
      assertTrue(finding.geometry().contains(place), finding::toString);
    }
  }

  private static Finding only(CheckReport report, FindingKind kind) {
    List<Finding> found =
        report.findings().stream().filter(finding -> finding.kind() == kind).toList();
    assertEquals(1, found.size(), () -> lines(report).toString());
    return found.get(0);
  }
}
