package org.wangge.territory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.wangge.catalogue.FeatureQuery;
import org.wangge.catalogue.FeatureSource;
import org.wangge.db.Database;
import org.wangge.db.TestDatabases;
import org.wangge.web.JsonOut;
import org.wangge.web.WebConfig;
import org.wangge.web.WebServer;

/**
 * Four publications: the first; one in May that moves the block at (1, 0) to its eastern neighbour;
 * a correction of that which gives it back and moves the block at (1, 1) instead; and one for June
 * that abolishes a grid. Today is 3 May 2026.
 */
class PublicationRoutesTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final LocalDate MAY = LocalDate.of(2026, 5, 1);
  private static final LocalDate JUNE = LocalDate.of(2026, 6, 1);
  private static final String AT = "/api/v1/locate?lon=112.0015&lat=27.0005";
  private static Database database;
  private static Territory territory;
  private static WebServer server;

  @BeforeAll
  static void start() {
    database = TestDatabases.h2();
    territory = TestDistricts.published(database, 8);
    InForce first = territory.inForce();
    int low = first.faceAt(112.0015, 27.0005);
    int high = first.faceAt(112.0015, 27.0015);
    InForce wrong = territory.publish(Redraw.of(first).assign(1, low).from(MAY));
    InForce right =
        territory.publish(Redraw.of(wrong).assign(0, low).assign(1, high).correcting(MAY));
    territory.publish(Redraw.of(right).merge(15, 14).from(JUNE));
    server = WebServer.start(WebConfig.anyPort(), TerritoryRoutes.of(territory));
  }

  @AfterAll
  static void stop() {
    server.close();
    database.close();
  }

  @Test
  void publicationsSayWhatTheyRestOnAndWhichHolds() throws Exception {
    JsonNode list = get("/api/v1/publications", 200).get("publications");
    assertEquals(List.of("past", "superseded", "inForce", "future"), texts(list, "state"));
    assertEquals(List.of("first", "change", "correct", "change"), texts(list, "kind"));
    assertEquals(15, list.get(3).get("grids").asInt());
    JsonNode third = get("/api/v1/publications/3", 200);
    assertEquals("雨政发〔2026〕1号", third.get("document").asText());
    assertEquals(list.get(1).get("hash"), third.get("previousHash"));
    assertEquals(List.of("correct", "transfer", "transfer"), texts(third.get("events"), "kind"));
    get("/api/v1/publications/9", 404);
  }

  @Test
  void whoIsResponsibleDependsOnTheDayAndOnWhatWasKnown() throws Exception {
    assertEquals(TestDistricts.gridCode(0), grid(AT));
    assertEquals(TestDistricts.gridCode(0), grid(AT + "&date=2026-04-30"));
    String recorded =
        territory.findPublication(2).orElseThrow().publication().recorded().toString();
    assertEquals(TestDistricts.gridCode(1), grid(AT + "&recorded=" + recorded));
    assertEquals(
        1, get(AT + "&date=2026-04-30&recorded=" + recorded, 200).get("publication").asInt());
    get(AT + "&date=1999-01-01", 404);
    get("/api/v1/grids/" + TestDistricts.gridCode(15), 200);
    get("/api/v1/grids/" + TestDistricts.gridCode(15) + "?date=2026-06-01", 404);
  }

  private static String grid(String path) throws Exception {
    return get(path, 200).get("grid").get("code").asText();
  }

  @Test
  void anAbolishedGridHasAHistory() throws Exception {
    String path = "/api/v1/grids/" + TestDistricts.gridCode(15) + "/history";
    JsonNode history = get(path, 200);
    assertEquals("2026-06-01", history.get("versions").get(0).get("to").asText());
    assertEquals(List.of("abolish", "merge"), texts(history.get("events"), "kind"));
    JsonNode step = history.get("lineage").get(0);
    assertEquals(TestDistricts.gridCode(14), step.get("to").asText());
    assertEquals(40, step.get("households").asInt());
    assertEquals(1.0, step.get("share").asDouble());
    Instant before = territory.findPublication(3).orElseThrow().publication().recorded();
    assertTrue(get(path + "?recorded=" + before, 200).get("events").isEmpty());
    get("/api/v1/grids/430399901000777/history", 404);
  }

  @Test
  void twoPublicationsAreComparedOnTheGround() throws Exception {
    JsonNode compared = get("/api/v1/compare?from=1&to=3", 200);
    assertEquals(10, compared.get("moved").get("households").asInt());
    assertEquals(31, compared.get("moved").get("people").asInt());
    assertEquals(1, compared.get("moved").get("buildings").asInt());
    JsonNode properties = compared.get("features").get(0).get("properties");
    assertEquals(TestDistricts.gridCode(0), properties.get("from").asText());
    assertEquals(TestDistricts.gridCode(1), properties.get("to").asText());
    assertEquals("Polygon", compared.get("features").get(0).get("geometry").get("type").asText());
    JsonNode all = get("/api/v1/compare?from=1&to=4", 200);
    assertEquals(50, all.get("moved").get("households").asInt());
    assertEquals(List.of(TestDistricts.gridCode(15)), texts(all.get("abolished"), "code"));
    assertEquals(0, get("/api/v1/compare?from=1&to=2", 200).get("created").size());
    get("/api/v1/compare?from=2&to=1", 400);
    get("/api/v1/compare?from=1&to=5", 404);
  }

  @Test
  void collectionsShowThePublicationOfTheAskedTime() {
    FeatureSource grids =
        TerritorySources.of(territory).stream()
            .filter(source -> source.description().id().equals("grids"))
            .findFirst()
            .orElseThrow();
    assertEquals(16, grids.count(on(null)));
    assertEquals(15, grids.count(on(Instant.parse("2026-06-02T00:00:00Z"))));
    assertEquals(
        1,
        grids
            .list(on(Instant.parse("2026-04-02T00:00:00Z")))
            .findFirst()
            .orElseThrow()
            .properties()
            .get("publication"));
  }

  private static FeatureQuery on(Instant instant) {
    return new FeatureQuery(List.of(), instant, instant, Map.of(), 100, 0);
  }

  private static List<String> texts(JsonNode array, String member) {
    return StreamSupport.stream(array.spliterator(), false)
        .map(each -> each.get(member).asText())
        .toList();
  }

  private static JsonNode get(String path, int status) throws IOException, InterruptedException {
    HttpResponse<String> response =
        CLIENT.send(
            HttpRequest.newBuilder(URI.create(server.url() + path)).build(),
            BodyHandlers.ofString());
    assertEquals(status, response.statusCode(), response::body);
    return JsonOut.mapper().readTree(response.body());
  }

  @Test
  void identitiesAreProposedByHouseholds() {
    InForce first = territory.findPublication(1).orElseThrow();
    int[] face =
        IntStream.of(0, 1).map(row -> first.faceAt(112.0015, 27.0005 + row * 1e-3)).toArray();
    InForce drawn = territory.preview(Redraw.of(first).create("430399901000098", face).proposal());
    PlanComparison comparison = PlanComparison.of(first, drawn);
    List<String> warnings = comparison.identityWarnings(first.settings().identityShare());
    assertEquals(1, warnings.size());
    assertTrue(warnings.get(0).contains("50%"), warnings.get(0));
  }
}
