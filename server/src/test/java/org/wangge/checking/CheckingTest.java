package org.wangge.checking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wangge.catalogue.FeatureQuery;
import org.wangge.checking.CheckRun.Subject;
import org.wangge.db.Database;
import org.wangge.db.TestDatabases;
import org.wangge.exchange.DataSource;
import org.wangge.exchange.ReadException;
import org.wangge.fabric.Progress;
import org.wangge.territory.NoPlanException;
import org.wangge.territory.Territory;
import org.wangge.territory.TestDistricts;
import org.wangge.topology.CheckOptions;
import org.wangge.topology.FindingKind;
import org.wangge.web.JsonOut;
import org.wangge.web.LiveStream;
import org.wangge.web.WebConfig;
import org.wangge.web.WebServer;

class CheckingTest {
  /**
   * Has a vertex wherever a square has one: what is straight in degrees is not straight in metres.
   */
  private static final String DOMAIN =
      "{\"type\":\"Polygon\",\"coordinates\":[[[112.9,27.9],[112.91,27.9],[112.911,27.9],[112.92,27.9],[112.93,27.9],"
          + "[112.93,27.93],[112.92,27.93],[112.911,27.93],[112.91,27.93],[112.9,27.93],[112.9,27.9]]]}";

  /**
   * Three squares side by side of which the middle one leaves a strip open, and one that cannot be
   * read.
   */
  private static final String LAYER =
      """
      {"type":"FeatureCollection","domain":%s,"features":[%s,%s,%s,
        {"type":"Feature","properties":{"code":"bad"},"geometry":{"type":"Polygon","coordinates":[[[112.9,27.9],[NaN,3]]]}}]}
      """
          .formatted(
              DOMAIN,
              feature("a", box(112.900, 27.900, 112.910, 27.930)),
              feature("b", box(112.911, 27.900, 112.920, 27.930)),
              feature("c", box(112.920, 27.900, 112.930, 27.930)));

  /** A long square below three short ones, the middle one a metre short of it: an enclosed gap. */
  private static final String STRAIGHT_IN_DEGREES =
      "{\"type\":\"FeatureCollection\",\"features\":[%s,%s,%s,%s]}"
          .formatted(
              feature("long", box(112.90, 27.900, 112.93, 27.910)),
              feature("a", box(112.90, 27.910, 112.911, 27.920)),
              feature("b", box(112.911, 27.91001, 112.92, 27.920)),
              feature("c", box(112.92, 27.910, 112.93, 27.920)));

  private static String box(double w, double s, double e, double n) {
    return "{\"type\":\"Polygon\",\"coordinates\":[[[%s,%s],[%s,%s],[%s,%s],[%s,%s],[%s,%s]]]}"
        .formatted(w, s, e, s, e, n, w, n, w, s);
  }

  private static String feature(String code, String geometry) {
    return "{\"type\":\"Feature\",\"properties\":{\"code\":\"%s\"},\"geometry\":%s}"
        .formatted(code, geometry);
  }

  private static DataSource layer() {
    return DataSource.of("dirty.geojson", LAYER.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @MethodSource("org.wangge.db.TestDatabases#both")
  void keepsAFileCheckAsItWasMade(Database database) {
    try (database) {
      CheckService service =
          new CheckService(database, TestDistricts.territory(database), TestDistricts.clock());
      CheckRun made = service.checkFile(layer(), null, CheckOptions.defaults(), Progress.none());
      CheckRun kept = service.findLatest(Subject.FILE).orElseThrow();
      assertEquals(made.id(), kept.id());
      assertEquals(made.checkedAt(), kept.checkedAt());
      assertEquals(made.check().counts(), kept.check().counts());
      assertEquals(withoutGeometry(made.check()), withoutGeometry(kept.check()));
      assertTrue(service.findLatest(Subject.PLAN).isEmpty());
    }
  }

  private static List<String> withoutGeometry(Check check) {
    return check.items().stream().map(item -> JsonOut.text(CheckJson.item(item))).toList();
  }

  @Test
  void findsTheStripAndNamesWhatCannotBeRead() {
    try (Database database = TestDatabases.h2()) {
      CheckService service =
          new CheckService(database, TestDistricts.territory(database), TestDistricts.clock());
      Check check =
          service.checkFile(layer(), null, CheckOptions.defaults(), Progress.none()).check();
      assertEquals(1, check.counts().get(FindingKind.INVALID));
      assertEquals(1, check.counts().get(FindingKind.GAP) + check.counts().get(FindingKind.INLET));
      assertTrue(check.items().get(0).explanation().english().contains("bad"));
      CheckItem strip = check.items().get(1);
      assertEquals(98.4, strip.widthMetres(), 1);
      assertEquals(112.9105, strip.place().x, 6e-4);
    }
  }

  @ParameterizedTest
  @MethodSource("org.wangge.db.TestDatabases#both")
  void tellsEveryOverlapAndGapOfTheFileAsItsLinesRun(Database database) {
    try (database) {
      CheckService service =
          new CheckService(database, TestDistricts.territory(database), TestDistricts.clock());
      DataSource file =
          DataSource.of("straight", STRAIGHT_IN_DEGREES.getBytes(StandardCharsets.UTF_8));
      Check made = service.checkFile(file, null, CheckOptions.defaults(), Progress.none()).check();
      // The projection bends the long line by decimetres; the file has one gap and no overlap.
      CheckGround ground = made.findGround().orElseThrow();
      assertEquals(0, ground.overlapCount());
      assertEquals(1, ground.gapCount());
      assertEquals(0, ground.hairlineCount());
      assertEquals(List.of("long", "a", "b", "c"), ground.pieces().get(0).parties());
      assertEquals(1.108, ground.pieces().get(0).widthMetres(), 0.03);
      assertEquals(27.910005, ground.pieces().get(0).latitude(), 4e-6);
      assertEquals(ground, service.findLatest(Subject.FILE).orElseThrow().check().ground());
      assertTrue(new CheckText(false).of(made).contains("ground: 0 overlaps, 1 gaps, 0 of them"));
    }
  }

  @Test
  void storesNothingOfAFileThatCannotBeRead() {
    try (Database database = TestDatabases.h2()) {
      CheckService service =
          new CheckService(database, TestDistricts.territory(database), TestDistricts.clock());
      DataSource rubbish =
          DataSource.of("x.geojson", LAYER.substring(0, 200).getBytes(StandardCharsets.UTF_8));
      assertThrows(
          ReadException.class,
          () -> service.checkFile(rubbish, null, CheckOptions.defaults(), Progress.none()));
      assertTrue(service.findLatest(Subject.FILE).isEmpty());
      assertThrows(NoPlanException.class, () -> service.checkPlan(Progress.none()));
    }
  }

  @ParameterizedTest
  @MethodSource("org.wangge.db.TestDatabases#both")
  void findsNothingWrongWithAPlan(Database database) {
    try (database) {
      Territory territory = TestDistricts.published(database, 8);
      CheckService service = new CheckService(database, territory, TestDistricts.clock());
      CheckRun run = service.checkPlan(Progress.none());
      assertEquals(16, run.check().polygons());
      assertEquals(List.of(), run.check().items());
      assertEquals(1, run.publication());
      FindingSource source = new FindingSource(service, territory);
      assertEquals(0, source.count(FeatureQuery.all()));
    }
  }

  @ParameterizedTest
  @MethodSource("org.wangge.db.TestDatabases#both")
  void offersTheFindingsOfThePlanAsACollection(Database database) {
    try (database) {
      Territory territory = TestDistricts.published(database, 8);
      CheckService service = new CheckService(database, territory, TestDistricts.clock());
      FindingSource source = new FindingSource(service, territory);
      String before = source.version();
      Check check =
          service.checkFile(layer(), null, CheckOptions.defaults(), Progress.none()).check();
      assertEquals(before, source.version());
      CheckRun run = service.storePlan(check, territory.inForce());
      assertEquals(2, source.list(FeatureQuery.all()).count());
      assertEquals(
          "invalid",
          source.find(run.id() + "-1", FeatureQuery.all()).orElseThrow().properties().get("kind"));
      assertTrue(!before.equals(source.version()));
    }
  }

  @Test
  void answersOverHttp() throws IOException, InterruptedException {
    try (Database database = TestDatabases.h2();
        LiveStream live = new LiveStream()) {
      Territory territory = TestDistricts.published(database, 8);
      CheckService service = new CheckService(database, territory, TestDistricts.clock());
      try (WebServer server =
          WebServer.start(
              new WebConfig("127.0.0.1", 0, null), List.of(new CheckRoutes(service, live)))) {
        assertEquals(404, send(server, "GET", "/api/v1/checks/latest", "").statusCode());
        HttpResponse<String> plan = send(server, "POST", "/api/v1/checks", "");
        assertEquals(201, plan.statusCode());
        assertTrue(json(plan).get("clean").asBoolean());
        JsonNode file = json(send(server, "POST", "/api/v1/checks?name=dirty", LAYER));
        assertEquals("FeatureCollection", file.get("findings").get("type").asText());
        assertEquals(2, file.get("findings").get("features").size());
        JsonNode ground =
            json(send(server, "POST", "/api/v1/checks?name=x", STRAIGHT_IN_DEGREES)).get("ground");
        assertEquals(1, ground.get("gaps").asInt());
        assertEquals("gap", ground.get("pieces").get(0).get("kind").asText());
        assertEquals(0, json(plan).get("ground").get("pieces").size());
        assertEquals(
            16, json(send(server, "GET", "/api/v1/checks/latest", "")).get("polygons").asInt());
        assertEquals(
            1,
            json(send(server, "GET", "/api/v1/findings?kind=invalid&check=" + file.get("id"), ""))
                .get("features")
                .size());
        HttpResponse<String> bad = send(server, "POST", "/api/v1/checks", "{\"type\":");
        assertEquals(422, bad.statusCode());
        assertTrue(json(bad).get("where").asText().startsWith("line 1"));
        assertEquals(400, send(server, "GET", "/api/v1/findings?kind=nonsense", "").statusCode());
        assertEquals(404, send(server, "GET", "/api/v1/checks/77", "").statusCode());
      }
    }
  }

  private static JsonNode json(HttpResponse<String> response) throws IOException {
    return JsonOut.mapper().readTree(response.body());
  }

  private static HttpResponse<String> send(
      WebServer server, String method, String path, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.url() + path))
            .header("Content-Type", "application/geo+json")
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
  }
}
