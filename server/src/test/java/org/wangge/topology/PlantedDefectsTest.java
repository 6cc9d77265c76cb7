package org.wangge.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wangge.fabric.Progress;
import org.wangge.topology.PlantedCoverage.Score;

class PlantedDefectsTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 12, 473, 3000})
  void aLayerWithoutErrorIsProvedClean(int cells) {
    SyntheticCoverage clean = SyntheticCoverage.of(cells, 7);
    CheckReport report = check(clean.polygons(), clean, CheckOptions.defaults());
    assertTrue(report.provedClean(), () -> report.findings().toString());
    assertEquals(0, report.unmatchedSegments());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void everyPlantedDefectIsFoundAndNothingElse(long seed) {
    SyntheticCoverage clean = SyntheticCoverage.of(2500, seed);
    PlantedCoverage dirty = PlantedCoverage.of(clean, 160, seed);
    assertAllFound(dirty, check(dirty.polygons(), clean, CheckOptions.defaults()));
  }

  @Test
  void theSameIsFoundWithTwoThreads() {
    SyntheticCoverage clean = SyntheticCoverage.of(12_000, 3);
    PlantedCoverage dirty = PlantedCoverage.of(clean, 400, 3);
    CheckReport one = check(dirty.polygons(), clean, CheckOptions.defaults());
    CheckReport two = check(dirty.polygons(), clean, CheckOptions.defaults().withThreads(2));
    assertAllFound(dirty, two);
    assertEquals(one.findings().toString(), two.findings().toString());
  }

  @Test
  void withoutADomainTheInnerDefectsAreFoundAllTheSame() {
    SyntheticCoverage clean = SyntheticCoverage.of(900, 5);
    PlantedCoverage dirty = PlantedCoverage.of(clean, 48, 5);
    CheckReport report =
        CoverageCheck.check(
            dirty.polygons(), null, List.of(), CheckOptions.defaults(), Progress.none());
    Score score = dirty.score(report.findings());
    assertEquals(List.of(), score.invented());
    assertTrue(
        score.missed().stream()
            .allMatch(
                planted ->
                    planted.defect() == PlantedCoverage.Defect.INLET
                        || planted.defect() == PlantedCoverage.Defect.STRAY),
        () -> score.missed().toString());
  }

  private static void assertAllFound(PlantedCoverage dirty, CheckReport report) {
    Score score = dirty.score(report.findings());
    assertEquals(List.of(), score.missed());
    assertEquals(List.of(), score.invented());
  }

  private static CheckReport check(
      List<LayerPolygon> polygons, SyntheticCoverage clean, CheckOptions options) {
    return CoverageCheck.check(polygons, clean.domain(), List.of(), options, Progress.none());
  }
}
