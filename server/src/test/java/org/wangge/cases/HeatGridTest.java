package org.wangge.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Envelope;

class HeatGridTest {
  private static final Instant NOON = Instant.parse("2022-06-01T04:00:00Z");
  private static final Envelope DISTRICT = new Envelope(112.70, 113.00, 27.80, 28.07);

  private final ExactHeat exact = new ExactHeat();
  private final CaseColumns.Builder builder = CaseColumns.builder(0);

  @ParameterizedTest
  @CsvSource({
    "112.88,112.93,27.83,27.87,120",
    "112.70,113.00,27.80,28.07,400",
    "112.90,112.905,27.85,27.854,300",
    "112.80,112.95,27.80,27.95,60"
  })
  void agreesWithTheExactSumOverAllPoints(
      double west, double east, double south, double north, double bandwidth) {
    scatter(3_000, 11);
    Viewport view = new Viewport(new Envelope(west, east, south, north), 96, 80);
    HeatGrid heat = HeatGrid.compute(builder.build(), CaseFilter.all(), view, bandwidth);
    assertTrue(heat.max() > 0);
    assertTrue(
        worstError(heat, 7) < 0.005,
        () -> "worst error is " + worstError(heat, 7) + " of the maximum");
  }

  @Test
  void integratesToTheNumberOfCases() {
    scatter(5_000, 3);
    Envelope wide = new Envelope(112.6, 113.1, 27.7, 28.17);
    HeatGrid heat =
        HeatGrid.compute(builder.build(), CaseFilter.all(), new Viewport(wide, 700, 700), 500);
    assertEquals(5_000, mass(heat), 5_000 * 0.001);
  }

  @Test
  void meansTheSameAtEveryZoomAndAfterPanning() {
    scatter(4_000, 5);
    CaseColumns columns = builder.build();
    double here = centreOf(columns, 0.30, 200);
    assertEquals(here, centreOf(columns, 0.05, 200), here * 0.01);
    assertEquals(here, centreOf(columns, 0.004, 200), here * 0.01);
  }

  @Test
  void oneCaseGivesTheKernelItself() {
    builder.add(112.9, 27.85, NOON, 0, Channel.PATROL, Status.CLOSED, 0);
    double peak = 1e6 / (2 * Math.PI * 150 * 150);
    assertEquals(peak, centreOf(builder.build(), 0.01, 150), peak * 0.01);
  }

  @Test
  void countsOnlyWhatTheFilterWants() {
    int litter = Categories.standard().index("0102");
    int parking = Categories.standard().index("0505");
    builder.add(112.9, 27.85, NOON, litter, Channel.PATROL, Status.CLOSED, 0);
    builder.add(112.9, 27.85, NOON.plusSeconds(3_600), parking, Channel.HOTLINE, Status.CLOSED, 0);
    CaseColumns columns = builder.build();
    double one = max(columns, new CaseFilter(null, null, Set.of("0102"), Set.of()));
    assertEquals(2 * one, max(columns, CaseFilter.all()), one * 1e-3);
    assertEquals(one, max(columns, new CaseFilter(null, null, Set.of("05"), Set.of())), one * 1e-3);
    assertEquals(
        one,
        max(columns, new CaseFilter(null, NOON.plusSeconds(3_600), Set.of(), Set.of())),
        one * 1e-3);
    assertEquals(
        one,
        max(columns, new CaseFilter(null, null, Set.of(), Set.of(Channel.HOTLINE))),
        one * 1e-3);
    assertEquals(
        0, max(columns, new CaseFilter(NOON.plusSeconds(7_200), null, Set.of(), Set.of())));
  }

  @Test
  void isZeroWithoutCasesAndFarFromThem() {
    Viewport view = new Viewport(DISTRICT, 10, 10);
    assertEquals(0, HeatGrid.compute(CaseColumns.empty(), CaseFilter.all(), view, 300).max());
    builder.add(20, 50, NOON, 0, Channel.PATROL, Status.CLOSED, 0);
    assertEquals(0, HeatGrid.compute(builder.build(), CaseFilter.all(), view, 300).max());
  }

  @Test
  void refusesABandwidthWithoutMeaning() {
    Viewport view = new Viewport(DISTRICT, 10, 10);
    assertThrows(
        IllegalArgumentException.class,
        () -> HeatGrid.compute(CaseColumns.empty(), CaseFilter.all(), view, Double.NaN));
  }

  @Test
  void sixteenBitsCarryTheShareOfTheTop() {
    builder.add(112.9, 27.85, NOON, 0, Channel.PATROL, Status.CLOSED, 0);
    Viewport view = new Viewport(new Envelope(112.89, 112.91, 27.84, 27.86), 3, 3);
    HeatGrid heat = HeatGrid.compute(builder.build(), CaseFilter.all(), view, 300);
    byte[] bytes = heat.sixteenBit(heat.max());
    assertEquals(18, bytes.length);
    assertEquals(0xFFFF, (bytes[8] & 0xFF) | (bytes[9] & 0xFF) << 8);
  }

  private void scatter(int count, long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < count; i++) {
      boolean town = i % 3 > 0;
      double lon =
          town ? 112.905 + random.nextGaussian() * 0.01 : 112.70 + random.nextDouble() * 0.3;
      double lat = town ? 27.85 + random.nextGaussian() * 0.01 : 27.80 + random.nextDouble() * 0.27;
      exact.add(lon, lat);
      builder.add(lon, lat, NOON, 0, Channel.PATROL, Status.CLOSED, 0);
    }
  }

  private double worstError(HeatGrid heat, int every) {
    Viewport view = heat.viewport();
    double worst = 0;
    for (int row = 0; row < view.height(); row += every) {
      for (int column = 0; column < view.width(); column += every) {
        double lon = Mercator.lon(view.x(column));
        double lat = Mercator.lat(view.y(row));
        double error = Math.abs(heat.at(column, row) - exact.at(lon, lat, heat.bandwidthMetres()));
        worst = Math.max(worst, error / heat.max());
      }
    }
    return worst;
  }

  private static double mass(HeatGrid heat) {
    Viewport view = heat.viewport();
    double pixel =
        (view.east() - view.west()) / view.width() * (view.north() - view.south()) / view.height();
    double mass = 0;
    for (int row = 0; row < view.height(); row++) {
      double y = view.y(row);
      double square = pixel * Mercator.groundMetresEast(y) * Mercator.groundMetresNorth(y) / 1e6;
      for (int column = 0; column < view.width(); column++) {
        mass += heat.at(column, row) * square;
      }
    }
    return mass;
  }

  private static double centreOf(CaseColumns columns, double degrees, double bandwidth) {
    Envelope box = new Envelope(112.9 - degrees, 112.9 + degrees, 27.85 - degrees, 27.85 + degrees);
    Viewport square = new Viewport(mercatorSquare(box), 255, 255);
    return HeatGrid.compute(columns, CaseFilter.all(), square, bandwidth).at(127, 127);
  }

  /** The same box moved so that its Mercator centre is the centre of its latitudes. */
  private static Envelope mercatorSquare(Envelope box) {
    double half = (Mercator.y(box.getMaxY()) - Mercator.y(box.getMinY())) / 2;
    double y = Mercator.y(27.85);
    return new Envelope(
        box.getMinX(), box.getMaxX(), Mercator.lat(y - half), Mercator.lat(y + half));
  }

  private static double max(CaseColumns columns, CaseFilter filter) {
    Viewport view = new Viewport(new Envelope(112.89, 112.91, 27.84, 27.86), 64, 64);
    return HeatGrid.compute(columns, filter, view, 300).max();
  }
}
