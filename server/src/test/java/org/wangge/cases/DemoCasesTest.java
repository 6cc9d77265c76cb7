package org.wangge.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.wangge.catalogue.Catalogue;
import org.wangge.catalogue.FeatureQuery;
import org.wangge.db.Database;
import org.wangge.db.TestDatabases;
import org.wangge.territory.InForce;
import org.wangge.territory.Territory;
import org.wangge.territory.TestDistricts;

/** The demo data on a chessboard of 256 urban grids. */
class DemoCasesTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final int GRIDS = 256;

  private static InForce district;
  private static DemoCases demo;

  @BeforeAll
  static void make() {
    try (Database database = TestDatabases.h2()) {
      district = TestDistricts.published(database, 32).inForce();
    }
    demo = DemoCases.of(7, district);
  }

  @Test
  void isTheSameForTheSameSeed() {
    assertEquals(demo, DemoCases.of(7, district));
  }

  @Test
  void hasTheVolumeOfTheRates() {
    assertEquals(GRIDS * 12 * (12 + 2.6 + 0.7 + 4), demo.cases().size(), 200);
    assertEquals(GRIDS * 12 * 2.6, count(c -> c.channel() == Channel.HOTLINE), 160);
    assertEquals(GRIDS * 12 * 0.7, count(c -> c.channel() == Channel.DISPUTE), 10);
    assertEquals(GRIDS * 12 * 4, count(c -> c.channel() == Channel.RESIDENT), 10);
  }

  @Test
  void followsThePublishedMixes() {
    double disputes = count(c -> c.channel() == Channel.DISPUTE);
    assertEquals(0.32, count(c -> c.category().code().equals("2102")) / disputes, 0.03);
    assertEquals(0.184, count(c -> c.category().code().equals("2101")) / disputes, 0.03);
    List<Case> patrol =
        demo.cases().stream()
            .filter(c -> c.channel() == Channel.PATROL)
            .filter(c -> !isPlanted(c))
            .toList();
    double litter = patrol.stream().filter(c -> c.category().code().equals("0102")).count();
    assertEquals(0.243, litter / patrol.size(), 0.02);
  }

  @Test
  void closesNinetyThreeInAHundredInTime() {
    double decided = count(c -> c.findOnTime().isPresent());
    assertEquals(0.93, count(c -> c.findOnTime().orElse(false)) / decided, 0.01);
    assertTrue(
        demo.cases().stream()
            .allMatch(c -> (c.status() == Status.CLOSED) == (c.closedAt() != null)));
  }

  @Test
  void liesInTheTwelveMonthsBeforeThePlanAndInTheDistrict() {
    LocalDate end = district.publication().effective();
    Instant from = end.minusMonths(12).atStartOfDay(ZONE).toInstant();
    Instant to = end.atStartOfDay(ZONE).toInstant();
    assertTrue(
        demo.cases().stream()
            .noneMatch(c -> c.reportedAt().isBefore(from) || !c.reportedAt().isBefore(to)));
    assertTrue(demo.cases().stream().allMatch(c -> c.site().face() >= 0));
  }

  @Test
  void peaksInTheMorningAndTheAfternoon() {
    Map<Integer, Long> byHour =
        demo.cases().stream()
            .collect(
                Collectors.groupingBy(
                    c -> c.reportedAt().atZone(ZONE).getHour(), Collectors.counting()));
    assertTrue(byHour.get(9) > 2 * byHour.get(12));
    assertTrue(byHour.get(16) > 1.2 * byHour.get(13));
    assertTrue(byHour.get(9) > 20 * byHour.getOrDefault(3, 1L));
  }

  @Test
  void theHighestSummitsOfTheHeatAreThePlantedSpots() {
    Envelope box = district.domainShape().lonLat().getEnvelopeInternal();
    HeatGrid heat = HeatGrid.compute(columns(), CaseFilter.all(), new Viewport(box, 512, 512), 80);
    List<double[]> highest = Peaks.of(heat, 250).subList(0, 8);
    assertEquals(8, demo.spots().size());
    for (HotSpot spot : demo.spots()) {
      double nearest =
          highest.stream()
              .mapToDouble(p -> Peaks.metres(p[0], p[1], spot.lon(), spot.lat()))
              .min()
              .orElseThrow();
      assertTrue(
          nearest < 40, spot + " is " + nearest + " m from the nearest of the eight summits");
    }
  }

  @Test
  void everySpotIsTheSummitOfItsOwnCategory() {
    Envelope box = district.domainShape().lonLat().getEnvelopeInternal();
    for (HotSpot spot : demo.spots()) {
      CaseFilter own =
          new CaseFilter(null, null, java.util.Set.of(spot.category()), java.util.Set.of());
      HeatGrid heat = HeatGrid.compute(columns(), own, new Viewport(box, 400, 400), 100);
      double[] summit = Peaks.of(heat, 250).get(0);
      assertTrue(Peaks.metres(summit[0], summit[1], spot.lon(), spot.lat()) < 40, spot.toString());
    }
  }

  @ParameterizedTest
  @MethodSource("org.wangge.db.TestDatabases#both")
  void isSeededOnceIntoASyntheticDistrict(Database database) {
    Territory territory = TestDistricts.published(database, 8);
    Catalogue catalogue = new Catalogue();
    CaseFeature feature = new CaseFeature(database, territory, catalogue, Coordinate::new);
    long added = feature.seedDemo(7);
    assertTrue(added > 3_000);
    assertEquals(0, feature.seedDemo(7));
    assertEquals(8, feature.listPlantedSpots().size());
    long shown = catalogue.find("cases").orElseThrow().count(FeatureQuery.all());
    assertEquals(added - 4, shown, 3, "all but the restricted ones are shown");
  }

  private static CaseColumns columns() {
    CaseColumns.Builder builder = CaseColumns.builder(demo.cases().size());
    for (Case each : demo.cases()) {
      int category = Categories.standard().index(each.category().code());
      builder.add(
          each.site().lon(),
          each.site().lat(),
          each.reportedAt(),
          category,
          each.channel(),
          each.status(),
          0);
    }
    return builder.build();
  }

  private static boolean isPlanted(Case each) {
    return demo.spots().stream().anyMatch(spot -> each.title().startsWith(spot.name()));
  }

  private static double count(Predicate<Case> wanted) {
    return demo.cases().stream().filter(wanted).count();
  }
}
