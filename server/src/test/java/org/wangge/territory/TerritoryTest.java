package org.wangge.territory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.wangge.db.Database;
import org.wangge.db.TestDatabases;

class TerritoryTest {
  private static final String BOTH = "org.wangge.db.TestDatabases#both";
  private static final List<String> TABLES =
      List.of(
          "district_setting",
          "unit",
          "fabric",
          "node",
          "fabric_name",
          "arc",
          "face",
          "interior_line",
          "exclusion",
          "publication",
          "publication_grid",
          "grid",
          "grid_version",
          "block_assignment",
          "change_event",
          "role_slot",
          "building");

  @ParameterizedTest
  @MethodSource(BOTH)
  void whatIsPublishedComesBackIdentical(Database database) {
    FirstPublication given = TestDistricts.chessboard(16);
    InForce published = TestDistricts.territory(database).publishFirst(given);
    InForce reloaded = TestDistricts.territory(database).inForce();
    assertEquals(given.fabric().hash(), reloaded.fabric().hash());
    assertEquals(given.plan().hash(), reloaded.plan().hash());
    assertEquals(published.publication(), reloaded.publication());
    assertEquals(given.settings(), reloaded.settings());
    assertEquals(given.units(), reloaded.units());
    assertEquals(given.grids(), reloaded.grids());
    assertEquals(given.buildings(), reloaded.buildings().list());
    assertEquals(
        given.roles(),
        given.grids().stream().flatMap(grid -> reloaded.roles(grid).stream()).toList());
    assertEquals(1, reloaded.interiorLines().size());
    assertEquals("短巷", reloaded.interiorLines().get(0).name());
    assertTrue(
        reloaded.exclusions().get(0).metric().equalsExact(given.exclusions().get(0).metric()));
  }

  @Test
  void bothEnginesKeepTheSameHashes() {
    try (Database h2 = TestDatabases.h2();
        Database postgis = TestDatabases.postgis()) {
      InForce one = TestDistricts.published(h2, 8).inForce();
      InForce other = TestDistricts.published(postgis, 8).inForce();
      assertEquals(one.publication().hash(), other.publication().hash());
      assertEquals(one.fabric().hash(), other.fabric().hash());
    }
  }

  @ParameterizedTest
  @MethodSource(BOTH)
  void everyPointIsLocatedAsByTestingAllPolygons(Database database) {
    InForce inForce = TestDistricts.published(database, 16).inForce();
    GeometryFactory factory = new GeometryFactory();
    Random random = new Random(7);
    for (int i = 0; i < 500; i++) {
      double lon = 112 + (random.nextInt(2_000) - 200) * 1e-5 + 0.3e-5;
      double lat = 27 + (random.nextInt(2_000) - 200) * 1e-5 + 0.3e-5;
      Geometry point = factory.createPoint(new Coordinate(lon, lat));
      Optional<String> naive =
          inForce.grids().stream()
              .filter(grid -> inForce.gridShape(grid.zone()).lonLat().contains(point))
              .map(Grid::code)
              .findFirst();
      assertEquals(naive, inForce.locate(lon, lat).map(place -> place.grid().code()));
    }
  }

  @ParameterizedTest
  @MethodSource(BOTH)
  void theChainOfAPlaceIsThatOfTheUnitTree(Database database) {
    InForce inForce = TestDistricts.published(database, 16).inForce();
    Place place = inForce.locate(112.0151, 27.0151).orElseThrow();
    assertEquals(place.grid().communityCode(), place.community().code());
    assertEquals(place.community().parent(), place.township().code());
    assertEquals(TestDistricts.CODE, place.district().code());
    assertEquals(TestDistricts.CODE + "004", place.township().code());
  }

  @Test
  void aPointOnABoundaryBelongsToTheTouchingBlockWithTheLowestNumber() {
    try (Database database = TestDatabases.h2()) {
      InForce inForce = TestDistricts.published(database, 8).inForce();
      int corner = inForce.faceAt(112.002, 27.002);
      int lowest =
          IntStream.of(
                  inForce.faceAt(112.0019, 27.0019),
                  inForce.faceAt(112.0021, 27.0019),
                  inForce.faceAt(112.0019, 27.0021),
                  inForce.faceAt(112.0021, 27.0021))
              .min()
              .orElseThrow();
      assertEquals(lowest, corner);
    }
  }

  @Test
  void nothingOutsideTheDomainOrTheWorldIsLocated() {
    try (Database database = TestDatabases.h2()) {
      InForce inForce = TestDistricts.published(database, 8).inForce();
      assertEquals(Optional.empty(), inForce.locate(111.99, 27));
      assertEquals(Optional.empty(), inForce.locate(1e300, -1e300));
      assertEquals(Optional.empty(), inForce.locate(Double.NaN, 27));
    }
  }

  @ParameterizedTest
  @MethodSource(BOTH)
  void fromTheFirstDayOnEveryDayHasAPlan(Database database) {
    Territory territory = TestDistricts.published(database, 8);
    assertThrows(NoPlanException.class, () -> territory.asOf(TestDistricts.FIRST_DAY.minusDays(1)));
    assertEquals(1, territory.asOf(TestDistricts.FIRST_DAY).publication().number());
    assertEquals(1, territory.asOf(LocalDate.of(2999, 1, 1)).publication().number());
  }

  @ParameterizedTest
  @MethodSource(BOTH)
  void daysBeginWhereTheDistrictIs(Database database) {
    TestDistricts.published(database, 8, ZoneId.of("America/New_York"));
    Clock clock = Clock.fixed(Instant.parse("2026-05-03T02:00:00Z"), ZoneOffset.UTC);
    Territory reopened = new Territory(database, LinearProjection::new, clock);
    assertEquals(LocalDateTime.of(2026, 5, 2, 22, 0), reopened.now());
    assertEquals(LocalDate.of(2026, 5, 2), reopened.today());
    Instant first = Instant.parse("2024-01-01T05:00:00Z");
    assertTrue(reopened.findAsOf(first).isPresent());
    assertTrue(reopened.findAsOf(first.minusSeconds(1)).isEmpty());
  }

  @Test
  void withoutADistrictDaysAreThoseOfTheCountry() {
    try (Database database = TestDatabases.h2()) {
      Territory empty = TestDistricts.territory(database);
      assertEquals(ZoneId.of("Asia/Shanghai"), empty.zone());
      empty.publishFirst(TestDistricts.chessboard(8));
      assertEquals(ZoneId.of("Asia/Shanghai"), empty.zone());
    }
  }

  @ParameterizedTest
  @MethodSource(BOTH)
  void theDayDecidesWhichPublicationIsAsked(Database database) {
    TestDistricts.published(database, 8);
    LocalDate change = LocalDate.of(2025, 7, 1);
    moveBlock(database, change);
    Territory territory = TestDistricts.territory(database);
    InForce before = territory.asOf(change.minusDays(1));
    InForce after = territory.asOf(change);
    assertEquals(1, before.publication().number());
    assertEquals(2, after.publication().number());
    assertEquals(1, after.plan().zone(0));
    assertEquals(0, before.plan().zone(0));
    assertEquals("改名网格", after.grid(0).name());
    assertSame(before.fabric(), after.fabric());
    assertSame(after, territory.inForce());
  }

  /** Block 0 goes from grid 0 to grid 1, and grid 0 gets another name, from a day on. */
  private static void moveBlock(Database database, LocalDate day) {
    Territory territory = TestDistricts.territory(database);
    territory.publish(
        Redraw.of(territory.inForce())
            .assign(1, 0)
            .exception(TestDistricts.gridCode(1))
            .rename(0, "改名网格")
            .from(day));
  }

  @ParameterizedTest
  @MethodSource(BOTH)
  void aPublicationThatBreaksARuleLeavesNothing(Database database) {
    FirstPublication good = TestDistricts.chessboard(8);
    int[] zone = good.zone().clone();
    zone[3] = -1;
    RefusedPublicationException refused =
        assertThrows(
            RefusedPublicationException.class,
            () -> TestDistricts.territory(database).publishFirst(withZone(good, zone)));
    assertEquals(List.of("1 blocks belong to no grid"), refused.reasons());
    assertEmpty(database);
  }

  @ParameterizedTest
  @MethodSource(BOTH)
  void aFailureInTheMiddleLeavesNothing(Database database) {
    FirstPublication good = TestDistricts.chessboard(8);
    AtomicInteger projected = new AtomicInteger();
    Territory territory =
        new Territory(database, srid -> new FailingProjection(projected), TestDistricts.clock());
    assertThrows(IllegalStateException.class, () -> territory.publishFirst(good));
    assertTrue(projected.get() > good.grids().size(), "it failed before anything was written");
    assertEmpty(database);
    assertEquals(Optional.empty(), territory.findInForce());
  }

  @ParameterizedTest
  @MethodSource(BOTH)
  void aCompanionThatThrowsTakesThePlanWithIt(Database database) {
    Territory territory = TestDistricts.territory(database);
    assertThrows(
        IllegalStateException.class,
        () ->
            territory.publishFirst(
                TestDistricts.chessboard(8),
                stored ->
                    database.useTransaction(
                        handle -> {
                          handle.execute("insert into unit_alias values ('a', 'b')");
                          throw new IllegalStateException("findings cannot be stored");
                        })));
    assertEmpty(database);
    assertEquals(
        List.of(0),
        database.read(
            h -> h.createQuery("select count(*) from unit_alias").mapTo(Integer.class).list()));
  }

  @ParameterizedTest
  @MethodSource(BOTH)
  void aSecondFirstPublicationIsRefused(Database database) {
    Territory territory = TestDistricts.published(database, 8);
    FirstPublication again = TestDistricts.chessboard(8);
    RefusedPublicationException refused =
        assertThrows(RefusedPublicationException.class, () -> territory.publishFirst(again));
    assertTrue(refused.getMessage().contains("fresh store"));
    assertEquals(1, territory.publications().size());
  }

  @ParameterizedTest
  @MethodSource(BOTH)
  void anotherServerOnTheSameStoreHearsOfThePublication(Database database) throws Exception {
    Territory other = TestDistricts.territory(database);
    var heard = new java.util.concurrent.CountDownLatch(1);
    other.onChange(heard::countDown);
    TestDistricts.published(database, 8);
    assertTrue(heard.await(10, java.util.concurrent.TimeUnit.SECONDS));
    assertEquals(1, other.inForce().publication().number());
  }

  @Test
  void anEmptyStoreSaysWhatToDo() {
    try (Database database = TestDatabases.h2()) {
      Territory territory = TestDistricts.territory(database);
      NoPlanException none = assertThrows(NoPlanException.class, territory::inForce);
      assertTrue(none.getMessage().contains("import"));
    }
  }

  @Test
  void everyBrokenRuleIsNamed() {
    FirstPublication good = TestDistricts.chessboard(8);
    FirstPublication bad =
        new FirstPublication(
            good.settings(),
            good.units().subList(0, good.units().size() - 1),
            good.fabric(),
            good.interior(),
            good.zone(),
            List.of(new Grid(0, "x", "", "nowhere", "")),
            good.roles(),
            List.of(new Building("far", "", "", new Coordinate(-9, -9), 1, 1, 1)),
            List.of(),
            good.effective(),
            "");
    RefusedPublicationException refused =
        assertThrows(RefusedPublicationException.class, () -> PublicationRules.require(bad));
    Map<Boolean, List<String>> reasons =
        refused.reasons().stream().collect(Collectors.groupingBy(r -> r.contains("role slot")));
    assertEquals(
        List.of(
            "grid code x does not match \\d{15}",
            "grid x lies in nowhere, which is no community",
            "60 blocks belong to no grid"),
        reasons.get(false).subList(0, 3));
  }

  private static void assertEmpty(Database database) {
    for (String table : TABLES) {
      assertEquals(
          List.of(0),
          database.read(
              h -> h.createQuery("select count(*) from " + table).mapTo(Integer.class).list()),
          table);
    }
  }

  private static FirstPublication withZone(FirstPublication good, int[] zone) {
    return new FirstPublication(
        good.settings(),
        good.units(),
        good.fabric(),
        good.interior(),
        zone,
        good.grids(),
        good.roles(),
        good.buildings(),
        good.exclusions(),
        good.effective(),
        good.note());
  }

  /**
   * Works for the shapes of the grids and fails among the buildings, when much is written already.
   */
  private static final class FailingProjection implements Projection {
    private final LinearProjection real = new LinearProjection(4547);
    private final AtomicInteger calls;

    FailingProjection(AtomicInteger calls) {
      this.calls = calls;
    }

    @Override
    public Coordinate toMetric(double lon, double lat) {
      return real.toMetric(lon, lat);
    }

    @Override
    public Coordinate toLonLat(double x, double y) {
      return real.toLonLat(x, y);
    }

    @Override
    public Geometry toMetric(Geometry lonLat) {
      return real.toMetric(lonLat);
    }

    @Override
    public Geometry toLonLat(Geometry metric) {
      if (calls.incrementAndGet() > 40) {
        throw new IllegalStateException("in the middle");
      }
      return real.toLonLat(metric);
    }

    @Override
    public int metricSrid() {
      return real.metricSrid();
    }
  }
}
