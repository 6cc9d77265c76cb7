package org.wangge.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;
import java.util.zip.GZIPInputStream;
import org.geotools.process.vector.HeatmapSurface;
import org.locationtech.jts.geom.Envelope;
import org.wangge.cases.CaseColumns;
import org.wangge.cases.CaseFilter;
import org.wangge.cases.Channel;
import org.wangge.cases.HeatGrid;
import org.wangge.cases.Status;
import org.wangge.cases.Viewport;

/**
 * Heat of many points in a 256 × 256 picture: ours and GeoTools' HeatmapSurface, both against the
 * exact sum of Gaussian kernels in metres of the ellipsoid, in one run. Processor time of the one
 * thread used, medians of nine after warming up. Without arguments one million synthetic points in
 * clusters; with the path of a (gzipped) CSV that has longitude and latitude columns, those points.
 * With {@code --postgis URL} the usual SQL recipes beside them, see {@link PostgisHeat}.
 */
public final class HeatBench {
  private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();
  private static final int SIDE = 256;
  private static final int ROUNDS = 9;
  private static final int SAMPLES = 120;

  private final double[] lons;
  private final double[] lats;
  private final Viewport view;
  private final double bandwidthMetres;
  private final int[] samples = new Random(5).ints(SAMPLES, 0, SIDE * SIDE).toArray();
  private final double[] exact = new double[SAMPLES];

  private HeatBench(double[] lons, double[] lats, Envelope box, double bandwidthMetres) {
    this.lons = lons;
    this.lats = lats;
    this.view = new Viewport(box, SIDE, SIDE);
    this.bandwidthMetres = bandwidthMetres;
    for (int i = 0; i < SAMPLES; i++) {
      exact[i] = exactAt(lon(samples[i] % SIDE), lat(samples[i] / SIDE));
    }
  }

  public static void main(String[] args) throws IOException, SQLException {
    List<String> rest = new ArrayList<>(Arrays.asList(args));
    int option = rest.indexOf("--postgis");
    String postgis = option < 0 ? "" : rest.remove(option + 1);
    rest.remove("--postgis");
    HeatBench bench = rest.isEmpty() ? synthetic(1_000_000) : real(Path.of(rest.get(0)));
    bench.run(rest.isEmpty() ? "1 M synthetic points" : rest.get(0));
    if (!postgis.isEmpty()) {
      bench.runPostgis(postgis);
    }
  }

  private static HeatBench synthetic(int count) {
    Random random = new Random(1);
    double[][] towns = new double[60][];
    Arrays.setAll(
        towns,
        i ->
            new double[] {112.72 + random.nextDouble() * 0.26, 27.82 + random.nextDouble() * 0.23});
    double[] lons = new double[count];
    double[] lats = new double[count];
    for (int i = 0; i < count; i++) {
      double[] town = towns[random.nextInt(towns.length)];
      lons[i] = town[0] + random.nextGaussian() * 0.006;
      lats[i] = town[1] + random.nextGaussian() * 0.006;
    }
    return new HeatBench(lons, lats, new Envelope(112.70, 113.0, 27.80, 28.07), 300);
  }

  private static HeatBench real(Path file) throws IOException {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      List<String> header = Arrays.asList(reader.readLine().split(","));
      double[][] points =
          reader
              .lines()
              .map(line -> line.split(","))
              .map(row -> new double[] {at(row, header, "longitude"), at(row, header, "latitude")})
              .toArray(double[][]::new);
      double[] lons = Arrays.stream(points).mapToDouble(p -> p[0]).toArray();
      double[] lats = Arrays.stream(points).mapToDouble(p -> p[1]).toArray();
      Envelope box = new Envelope();
      Arrays.stream(points).forEach(p -> box.expandToInclude(p[0], p[1]));
      return new HeatBench(lons, lats, box, 500);
    }
  }

  private static double at(String[] row, List<String> header, String column) {
    return Double.parseDouble(row[header.indexOf(column)]);
  }

  private void run(String name) {
    CaseColumns columns = columns();
    Timed<HeatGrid> ours =
        time(() -> HeatGrid.compute(columns, CaseFilter.all(), view, bandwidthMetres));
    CaseFilter filtered =
        new CaseFilter(
            Instant.EPOCH.plusSeconds(500), null, java.util.Set.of(), java.util.Set.of());
    Timed<HeatGrid> half = time(() -> HeatGrid.compute(columns, filtered, view, bandwidthMetres));
    Timed<float[][]> theirs = time(this::geoTools);
    System.out.printf(
        Locale.ROOT,
        "%s, %d points, %dx%d, bandwidth %.0f m%n",
        name,
        lons.length,
        SIDE,
        SIDE,
        bandwidthMetres);
    report(
        "Wangge HeatGrid", ours.millis, i -> ours.result.at(samples[i] % SIDE, samples[i] / SIDE));
    System.out.printf(Locale.ROOT, "  %-28s %8.2f ms%n", "  filtered by time", half.millis);
    report(
        "GeoTools HeatmapSurface",
        theirs.millis,
        i -> theirs.result[samples[i] % SIDE][SIDE - 1 - samples[i] / SIDE]);
  }

  private void runPostgis(String url) throws IOException, SQLException {
    Envelope box = mercator();
    double middle = (view.lonLat().getMinY() + view.lonLat().getMaxY()) / 2;
    double sigma = bandwidthMetres / Math.cos(Math.toRadians(middle));
    double[] xs = Arrays.stream(lons).map(HeatBench::x).toArray();
    double[] ys = Arrays.stream(lats).map(HeatBench::y).toArray();
    try (PostgisHeat postgis = new PostgisHeat(url, xs, ys, box, SIDE, sigma)) {
      for (String recipe : List.of("counts", "smoothed")) {
        PostgisHeat.Answer answer = postgis.ask(recipe);
        report("PostGIS " + recipe, answer.millis(), i -> answer.values()[samples[i]]);
      }
      double share = postgis.askOnce("kernel").millis();
      System.out.printf(
          Locale.ROOT,
          "  %-28s %8.2f ms for every 256th cell, so about %.0f ms for all%n",
          "PostGIS kernel sum",
          share,
          256 * share);
    }
  }

  private Envelope mercator() {
    Envelope box = view.lonLat();
    return new Envelope(x(box.getMinX()), x(box.getMaxX()), y(box.getMinY()), y(box.getMaxY()));
  }

  private CaseColumns columns() {
    CaseColumns.Builder builder = CaseColumns.builder(lons.length);
    for (int i = 0; i < lons.length; i++) {
      builder.add(
          lons[i],
          lats[i],
          Instant.EPOCH.plusSeconds(i % 1_000),
          0,
          Channel.PATROL,
          Status.CLOSED,
          0);
    }
    return builder.build();
  }

  /**
   * In Web Mercator, four box blurs as it does; the radius that comes nearest to our bandwidth.
   * Values are relative.
   */
  private float[][] geoTools() {
    Envelope box = view.lonLat();
    Envelope mercator = mercator();
    double pixelMetres =
        mercator.getWidth() / SIDE * Math.cos(Math.toRadians((box.getMinY() + box.getMaxY()) / 2));
    double sigma = bandwidthMetres / pixelMetres;
    int box4 = (int) Math.round((Math.sqrt(3 * sigma * sigma + 1) - 1) / 2);
    HeatmapSurface surface = new HeatmapSurface(Math.max(4, 4 * box4), mercator, SIDE, SIDE);
    for (int i = 0; i < lons.length; i++) {
      surface.addPoint(x(lons[i]), y(lats[i]), 1);
    }
    return surface.computeSurface();
  }

  /**
   * The error of a picture, its values scaled to fit the exact ones best: what is wrong with its
   * shape; and unscaled.
   */
  private void report(String name, double millis, java.util.function.IntToDoubleFunction value) {
    double top = Arrays.stream(exact).max().orElseThrow();
    double cross = 0;
    double square = 0;
    for (int i = 0; i < SAMPLES; i++) {
      cross += value.applyAsDouble(i) * exact[i];
      square += value.applyAsDouble(i) * value.applyAsDouble(i);
    }
    System.out.printf(
        Locale.ROOT,
        "  %-28s %8.2f ms   error, share of maximum: as it is %.5f, best scaled: worst %.5f mean"
            + " %.5f%n",
        name,
        millis,
        worst(value, 1) / top,
        worst(value, cross / square) / top,
        mean(value, cross / square) / top);
  }

  private double worst(java.util.function.IntToDoubleFunction value, double scale) {
    return errors(value, scale).max().orElseThrow();
  }

  private double mean(java.util.function.IntToDoubleFunction value, double scale) {
    return errors(value, scale).average().orElseThrow();
  }

  private java.util.stream.DoubleStream errors(
      java.util.function.IntToDoubleFunction value, double scale) {
    return java.util.stream.IntStream.range(0, SAMPLES)
        .mapToDouble(i -> Math.abs(value.applyAsDouble(i) * scale - exact[i]));
  }

  private double exactAt(double lon, double lat) {
    double sum = 0;
    double phi = Math.toRadians(lat);
    double w = 1 - 0.00669437999014 * Math.sin(phi) * Math.sin(phi);
    double perLon = Math.toRadians(6_378_137 / Math.sqrt(w)) * Math.cos(phi);
    double perLat = Math.toRadians(6_378_137 * (1 - 0.00669437999014) / Math.pow(w, 1.5));
    for (int i = 0; i < lons.length; i++) {
      double dx = (lons[i] - lon) * perLon;
      double dy = (lats[i] - lat) * perLat;
      double share = (dx * dx + dy * dy) / (2 * bandwidthMetres * bandwidthMetres);
      sum += share > 30 ? 0 : Math.exp(-share);
    }
    return sum / (2 * Math.PI * bandwidthMetres * bandwidthMetres) * 1e6;
  }

  private double lon(int column) {
    return view.lonLat().getMinX() + (column + 0.5) * view.lonLat().getWidth() / SIDE;
  }

  private double lat(int row) {
    double north = y(view.lonLat().getMaxY());
    double y = north - (row + 0.5) * (north - y(view.lonLat().getMinY())) / SIDE;
    return Math.toDegrees(2 * Math.atan(Math.exp(y / 6_378_137)) - Math.PI / 2);
  }

  private static double x(double lon) {
    return 6_378_137 * Math.toRadians(lon);
  }

  private static double y(double lat) {
    return 6_378_137 * Math.log(Math.tan(Math.PI / 4 + Math.toRadians(lat) / 2));
  }

  private static <T> Timed<T> time(Supplier<T> work) {
    double[] millis = new double[ROUNDS];
    T result = work.get();
    for (int warm = 0; warm < 15; warm++) {
      result = work.get();
    }
    for (int i = 0; i < ROUNDS; i++) {
      long start = CPU.getCurrentThreadCpuTime();
      result = work.get();
      millis[i] = (CPU.getCurrentThreadCpuTime() - start) / 1e6;
    }
    Arrays.sort(millis);
    return new Timed<>(result, millis[ROUNDS / 2]);
  }

  private record Timed<T>(T result, double millis) {}
}
