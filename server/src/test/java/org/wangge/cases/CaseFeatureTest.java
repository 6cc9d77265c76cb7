package org.wangge.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.wangge.catalogue.Catalogue;
import org.wangge.catalogue.FeatureQuery;
import org.wangge.catalogue.FeatureSource;
import org.wangge.catalogue.Item;
import org.wangge.db.Database;
import org.wangge.territory.InForce;
import org.wangge.territory.Redraw;
import org.wangge.territory.Territory;
import org.wangge.territory.TestDistricts;
import org.wangge.web.JsonOut;
import org.wangge.web.WebConfig;
import org.wangge.web.WebServer;

/** Cases on the chessboard district through its collection and over HTTP, on both engines. */
class CaseFeatureTest {
  private static final String BOTH = "org.wangge.db.TestDatabases#both";
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  /** Grid 0 is the 200 m square at (0, 0), which is 112° E, 27° N; 0.00001° a metre. */
  private static final String TABLE =
      """
      编号,小类,来源,上报时间,结案时间,时限,经度,纬度
      A1,暴露垃圾,城管,2025-03-01 08:00,2025-03-01 10:00,2025-03-01 12:00,112.0005,27.0005
      A2,0505,城管,2025-03-02 08:00,2025-03-04 10:00,2025-03-02 12:00,112.0006,27.0005
      A3,2102,纠纷,2025-04-02 23:30,,,112.0015,27.0005
      A4,2601,举报箱,2025-03-02 08:00,,,112.0006,27.0005
      A5,0102,城管,2025-03-02 08:00,,,112.0030,27.0005
      """;

  private final Catalogue catalogue = new Catalogue();

  private WebServer serve(Database database) {
    return serve(database, TestDistricts.published(database, 8));
  }

  private WebServer serve(Database database, Territory territory) {
    CaseFeature feature =
        new CaseFeature(
            database, territory, catalogue, (lon, lat) -> new Coordinate(lon - 0.005, lat));
    return WebServer.start(WebConfig.anyPort(), feature.routes());
  }

  @ParameterizedTest
  @MethodSource(BOTH)
  void importsATableAndServesItAsACollection(Database database) throws Exception {
    try (WebServer server = serve(database)) {
      JsonNode report = post(server, "/api/v1/cases/import", TABLE, 200);
      assertEquals(5, report.path("accepted").asInt());
      assertTrue(report.path("stored").asBoolean());
      FeatureSource source = catalogue.find("cases").orElseThrow();
      assertEquals(4, source.count(FeatureQuery.all()));
      Item first = source.list(FeatureQuery.all()).findFirst().orElseThrow();
      assertEquals("A1", first.properties().get("code"));
      assertEquals("市容环境", first.properties().get("groupLabel"));
      assertEquals(true, first.properties().get("onTime"));
      assertEquals(TestDistricts.gridCode(0), first.properties().get("grid"));
      assertEquals(first, source.find(first.id(), FeatureQuery.all()).orElseThrow());
      assertTrue(source.find("4", FeatureQuery.all()).isEmpty(), "a restricted case is not shown");
    }
  }

  @ParameterizedTest
  @MethodSource(BOTH)
  void selectsByTimePropertyGridAndBox(Database database) throws Exception {
    try (WebServer server = serve(database)) {
      FeatureSource source = catalogue.find("cases").orElseThrow();
      String empty = source.version();
      post(server, "/api/v1/cases/import", TABLE, 200);
      assertFalse(empty.equals(source.version()));
      assertEquals(3, count(source, Map.of("grid", TestDistricts.gridCode(0))));
      assertEquals(1, count(source, Map.of("grid", TestDistricts.gridCode(1))));
      assertEquals(0, count(source, Map.of("grid", "no such grid")));
      assertEquals(2, count(source, Map.of("category", "0102", "channel", "城管")));
      assertEquals(1, count(source, Map.of("group", "01", "status", "已立案")));
      assertEquals(1, count(source, Map.of("code", "A3")));
      Instant noon = Instant.parse("2025-03-02T04:00:00Z");
      assertEquals(1, source.count(new FeatureQuery(List.of(), noon, null, Map.of(), 10, 0)));
      assertEquals(3, source.count(new FeatureQuery(List.of(), null, noon, Map.of(), 10, 0)));
      Envelope box = new Envelope(112.0004, 112.0007, 27, 27.001);
      assertEquals(2, source.count(new FeatureQuery(List.of(box), null, null, Map.of(), 10, 0)));
      assertTrue(source.extent().lonLat().contains(112.0030, 27.0005));
    }
  }

  @ParameterizedTest
  @MethodSource(BOTH)
  void answersTheCommander(Database database) throws Exception {
    try (WebServer server = serve(database)) {
      post(server, "/api/v1/cases/import", TABLE, 200);
      JsonNode grids = get(server, "/api/v1/cases/choropleth?measure=per1000", 200);
      assertEquals(4, grids.path("total").asInt());
      assertEquals(3, grids.path("grids").path(0).path("count").asInt());
      assertEquals(75, grids.path("grids").path(0).path("value").asDouble());
      JsonNode histogram = get(server, "/api/v1/cases/histogram?bucket=month", 200);
      assertEquals("[\"2025-03-01\",\"2025-04-01\"]", histogram.path("starts").toString());
      assertEquals("[3,1]", histogram.path("counts").toString());
      assertEquals(
          1,
          get(server, "/api/v1/cases/histogram?from=2025-04-02&to=2025-04-02", 200)
              .path("total")
              .asInt());
      assertEquals(
          3,
          get(server, "/api/v1/cases/categories?channel=" + encode("城管"), 200)
              .path("total")
              .asInt());
      JsonNode list =
          get(server, "/api/v1/cases?grid=" + TestDistricts.gridCode(0) + "&limit=2", 200);
      assertEquals(3, list.path("total").asInt());
      assertEquals("A3", list.path("cases").path(0).path("code").asText());
      String id = list.path("cases").path(0).path("id").asText();
      assertEquals("邻里", get(server, "/api/v1/cases/" + id, 200).path("categoryLabel").asText());
    }
  }

  @ParameterizedTest
  @MethodSource(BOTH)
  void hoursAndDaysAreThoseOfTheDistrict(Database database) throws Exception {
    Territory territory = TestDistricts.published(database, 8, ZoneId.of("America/New_York"));
    try (WebServer server = serve(database, territory)) {
      post(server, "/api/v1/cases/import", TABLE, 200);
      JsonNode last = get(server, "/api/v1/cases?from=2025-04-02&to=2025-04-02", 200);
      assertEquals(1, last.path("total").asInt());
      assertEquals(
          "2025-04-02T23:30-04:00", last.path("cases").path(0).path("reportedAt").asText());
      JsonNode day =
          get(server, "/api/v1/cases/histogram?bucket=day&from=2025-04-02&to=2025-04-03", 200);
      assertEquals("[1,0]", day.path("counts").toString());
      JsonNode all = get(server, "/api/v1/cases/histogram?bucket=day", 200);
      assertEquals("2025-04-02", all.path("to").asText());
    }
  }

  @ParameterizedTest
  @MethodSource(BOTH)
  void drawsHeatWithAScaleThatDoesNotMove(Database database) throws Exception {
    try (WebServer server = serve(database)) {
      post(server, "/api/v1/cases/import", TABLE, 200);
      JsonNode wide =
          get(
              server,
              "/api/v1/cases/heat?bbox=111.99,26.99,112.02,27.01&width=64&height=48&bandwidth=50",
              200);
      assertEquals(64 * 48 * 2, Base64.getDecoder().decode(wide.path("values").asText()).length);
      assertTrue(
          wide.path("max").asDouble() > 0
              && wide.path("max").asDouble() <= wide.path("top").asDouble());
      JsonNode near =
          get(server, "/api/v1/cases/heat?bbox=112.003,27.0,112.004,27.001&bandwidth=50", 200);
      assertEquals(
          wide.path("top").asDouble(),
          near.path("top").asDouble(),
          wide.path("top").asDouble() * 0.01);
      JsonNode none =
          get(server, "/api/v1/cases/heat?bbox=111.99,26.99,112.02,27.01&from=2026-01-01", 200);
      assertEquals(0, none.path("max").asDouble());
    }
  }

  @ParameterizedTest
  @MethodSource(BOTH)
  void refusesWhatItCannotAnswer(Database database) throws Exception {
    try (WebServer server = serve(database)) {
      String heat = "/api/v1/cases/heat?bbox=";
      Stream.of(
              "1,2,3",
              "3,2,1,0",
              "112,27,113,28&width=0",
              "112,27,113,28&bandwidth=NaN",
              "112,27,113,28&category=26",
              "112,27,113,28&channel=x",
              "112,27,113,28&from=2025-02-30",
              "112,27,113,28&from=2025-02-02&to=2025-02-01",
              "112,27,113,28&colour=red")
          .forEach(bad -> get(server, heat + bad, 400));
      get(server, "/api/v1/cases?grid=nowhere", 400);
      get(server, "/api/v1/cases/4", 404);
      get(server, "/api/v1/cases/abc", 404);
      post(server, "/api/v1/cases/import", "", 400);
      post(server, "/api/v1/cases/import?mode=x", TABLE, 400);
    }
  }

  @ParameterizedTest
  @MethodSource(BOTH)
  void anImportOfTheSameFileTwiceChangesNothing(Database database) throws Exception {
    try (WebServer server = serve(database)) {
      post(server, "/api/v1/cases/import", TABLE, 200);
      JsonNode again = post(server, "/api/v1/cases/import", TABLE, 200);
      assertEquals(5, again.path("refused").asInt());
      assertFalse(again.path("stored").asBoolean());
      String mixed = TABLE.replace("A1,", "B1,");
      JsonNode refused = post(server, "/api/v1/cases/import?allOrNothing=true", mixed, 422);
      assertEquals(4, refused.path("report").path("refused").asInt());
      assertEquals(4, count(catalogue.find("cases").orElseThrow(), Map.of()));
    }
  }

  @ParameterizedTest
  @MethodSource(BOTH)
  void answersNotModifiedUntilCasesAreAdded(Database database) throws Exception {
    try (WebServer server = serve(database)) {
      HttpRequest.Builder request = request(server, "/api/v1/cases/categories");
      String tag = send(request.GET().build()).headers().firstValue("ETag").orElseThrow();
      assertEquals(304, send(request.header("If-None-Match", tag).build()).statusCode());
      post(server, "/api/v1/cases/import", TABLE, 200);
      assertEquals(200, send(request.build()).statusCode());
    }
  }

  /** The block of A1 and A2 is cut at 30 m; its eastern part becomes a grid from June on. */
  @ParameterizedTest
  @MethodSource(BOTH)
  void casesFollowTheirBlockWhenItIsSplitAndTheOldPlanKeepsItsOwn(Database database) {
    Territory territory = TestDistricts.published(database, 8);
    try (WebServer server = serve(database, territory)) {
      post(server, "/api/v1/cases/import", TABLE, 200);
      InForce first = territory.inForce();
      Redraw redraw = Redraw.of(first).on(TestDistricts.cut(8, new int[] {0, 0}));
      int east = territory.preview(redraw.proposal()).faceAt(112.0005, 27.0005);
      String made = "430399901000099";
      LocalDate june = LocalDate.of(2026, 6, 1);
      InForce second = territory.publish(redraw.create(made, east).from(june));
      FeatureSource today = catalogue.find("cases").orElseThrow();
      assertEquals(3, count(today, Map.of("grid", TestDistricts.gridCode(0))));
      post(server, "/api/v1/cases/import", TABLE.replace("A", "B"), 200);
      assertEquals(6, count(today, Map.of("grid", TestDistricts.gridCode(0))));
      FeatureSource later = inJune(database);
      assertEquals(2, count(later, Map.of("grid", TestDistricts.gridCode(0))));
      assertEquals(4, count(later, Map.of("grid", made)));
      assertEquals(0, open(database, territory, second, east));
      assertEquals(2, open(database, territory, first, first.faceAt(112.0015, 27.0005)));
    }
  }

  private static FeatureSource inJune(Database database) {
    Clock clock = Clock.fixed(Instant.parse("2026-06-02T00:00:00Z"), ZoneId.of("UTC"));
    Territory territory = TestDistricts.territory(database, clock);
    Catalogue catalogue = new Catalogue();
    new CaseFeature(database, territory, catalogue, Coordinate::new);
    return catalogue.find("cases").orElseThrow();
  }

  private static int open(Database database, Territory territory, InForce of, int face) {
    CaseFeature feature = new CaseFeature(database, territory, new Catalogue(), Coordinate::new);
    return feature.attribution().perFace(of)[face];
  }

  private static long count(FeatureSource source, Map<String, String> filters) {
    return source.count(new FeatureQuery(List.of(), null, null, filters, 10, 0));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static HttpRequest.Builder request(WebServer server, String path) {
    return HttpRequest.newBuilder(URI.create(server.url() + path));
  }

  private static JsonNode get(WebServer server, String path, int status) {
    return checked(send(request(server, path).build()), status);
  }

  private static JsonNode post(WebServer server, String path, String body, int status) {
    return checked(
        send(request(server, path).POST(HttpRequest.BodyPublishers.ofString(body)).build()),
        status);
  }

  private static JsonNode checked(HttpResponse<String> response, int status) {
    assertEquals(status, response.statusCode(), response::body);
    try {
      return JsonOut.mapper().readTree(response.body());
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static HttpResponse<String> send(HttpRequest request) {
    try {
      return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
