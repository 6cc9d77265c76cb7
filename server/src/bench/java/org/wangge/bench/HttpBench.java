package org.wangge.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.wangge.catalogue.Catalogue;
import org.wangge.catalogue.Description;
import org.wangge.catalogue.Description.GeometryKind;
import org.wangge.catalogue.Item;
import org.wangge.catalogue.Property;
import org.wangge.catalogue.Shape;
import org.wangge.features.MemorySource;
import org.wangge.features.OgcRoutes;
import org.wangge.features.TestDistrict;
import org.wangge.web.WebConfig;
import org.wangge.web.WebServer;

/**
 * What a GeoJSON answer costs: CPU time of the server's process (another than the client's; all its
 * threads, with garbage collection and compiler) for a request over HTTP, and the median wall time
 * of one client on one kept connection. Medians of five rounds, taken in turn, after a warm-up. The
 * peers' figures are those of the notes this project started from, the same requests on two shared
 * cores, server and PostgreSQL together.
 */
public final class HttpBench {
  private static final int ROUNDS = 5;
  private static final Duration ROUND = Duration.ofMillis(1500);
  private static final Duration WARM_UP = Duration.ofSeconds(4);
  private static final String PLAIN = "identity";

  private static final List<Request> REQUESTS =
      List.of(
          new Request(
              "100 polygons of 41 vertices", "plots/items?limit=100", PLAIN, "6.5", "5.2–5.9"),
          new Request("the same, gzip", "plots/items?limit=100", "gzip", "", ""),
          new Request(
              "the same, EPSG:4547",
              "plots/items?limit=100&crs=http://www.opengis.net/def/crs/EPSG/0/4547",
              PLAIN,
              "",
              ""),
          new Request("100 points", "points/items?limit=100", PLAIN, "8.0–9.2", "2.9–3.1"),
          new Request("1000 points", "points/items?limit=1000", PLAIN, "19–21", "16–17.5"),
          new Request("one point", "points/items/7", PLAIN, "1.2", "1.25–1.7"),
          new Request("one polygon", "plots/items/p7", PLAIN, "", ""));

  private record Request(
      String name, String path, String encoding, String mapServer, String qgis) {}

  private record Figure(double cpuMillis, double wallMillis, int bytes) {}

  private HttpBench() {}

  public static void main(String[] args) throws Exception {
    if (args.length == 1 && args[0].equals("server")) {
      serve();
    } else {
      measure();
    }
  }

  private static void serve() throws IOException {
    TestDistrict district = new TestDistrict();
    Catalogue catalogue = new Catalogue().register(district.plots()).register(points());
    OgcRoutes routes =
        new OgcRoutes(catalogue, district.crs(), () -> ZoneOffset.UTC, "bench", Clock.systemUTC());
    try (WebServer server = WebServer.start(WebConfig.anyPort(), List.of(routes))) {
      System.out.println(server.url());
      System.out.flush();
      while (System.in.read() >= 0) {
        // runs until the parent closes its end
      }
    }
  }

  private static MemorySource points() {
    GeometryFactory factory = new GeometryFactory();
    List<Item> items =
        IntStream.range(0, 20_000)
            .mapToObj(
                i -> {
                  Point point =
                      factory.createPoint(
                          new Coordinate(
                              112.7 + i % 200 * 0.001234567, 27.7 + i / 200 * 0.00123456));
                  return new Item(
                      Integer.toString(i),
                      Shape.of(point, point),
                      java.util.Map.of("name", "楼" + i, "households", i % 90));
                })
            .toList();
    List<Property> properties =
        List.of(
            Property.queryable("name", "名称", Property.Type.STRING),
            Property.of("households", "户数", Property.Type.INTEGER));
    return new MemorySource(
        new Description("points", "点", "Points", "点", GeometryKind.POINT, false, properties),
        items);
  }

  private static void measure() throws Exception {
    Process server = child();
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8))) {
      String base = out.readLine() + "/ogc/collections/";
      HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
      System.out.println(
          "| request | bytes | CPU ms | wall ms | MapServer 8.6.5 CPU ms | QGIS Server 3.22 CPU ms"
              + " |");
      System.out.println("|---|---|---|---|---|---|");
      Figure[][] rounds = new Figure[REQUESTS.size()][ROUNDS];
      for (int round = 0; round < ROUNDS; round++) {
        for (int i = 0; i < rounds.length; i++) {
          rounds[i][round] = run(client, base, REQUESTS.get(i), ROUND, server);
        }
      }
      for (int i = 0; i < rounds.length; i++) {
        print(REQUESTS.get(i), median(rounds[i]));
      }
    } finally {
      server.getOutputStream().close();
      server.destroy();
    }
  }

  private static Process child() throws IOException {
    String java = System.getProperty("java.home") + "/bin/java";
    return new ProcessBuilder(
            java,
            "-Xmx512m",
            "-Dlogback.configurationFile=logback-test.xml",
            "-cp",
            System.getProperty("java.class.path"),
            HttpBench.class.getName(),
            "server")
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static Figure median(Figure[] rounds) {
    double cpu =
        Arrays.stream(rounds).mapToDouble(Figure::cpuMillis).sorted().toArray()[ROUNDS / 2];
    double wall =
        Arrays.stream(rounds).mapToDouble(Figure::wallMillis).sorted().toArray()[ROUNDS / 2];
    return new Figure(cpu, wall, rounds[0].bytes());
  }

  private static Figure run(
      HttpClient client, String base, Request request, Duration time, Process server)
      throws Exception {
    HttpRequest get =
        HttpRequest.newBuilder(URI.create(base + request.path()))
            .header("Accept-Encoding", request.encoding())
            .header("Accept", "application/geo+json")
            .build();
    double[] walls = new double[1 << 16];
    int count = 0;
    int bytes = 0;
    long cpu = cpuNanos(server);
    long end = System.nanoTime() + time.toNanos();
    while (System.nanoTime() < end && count < walls.length) {
      long start = System.nanoTime();
      HttpResponse<byte[]> response = client.send(get, BodyHandlers.ofByteArray());
      walls[count++] = (System.nanoTime() - start) / 1e6;
      bytes = response.body().length;
    }
    double cpuMillis = (cpuNanos(server) - cpu) / 1e6 / count;
    Arrays.sort(walls, 0, count);
    return new Figure(cpuMillis, walls[count / 2], bytes);
  }

  private static long cpuNanos(Process process) {
    return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos();
  }

  private static void print(Request request, Figure figure) {
    System.out.printf(
        "| %s | %d | %.2f | %.2f | %s | %s |%n",
        request.name(),
        figure.bytes(),
        figure.cpuMillis(),
        figure.wallMillis(),
        request.mapServer(),
        request.qgis());
  }
}
