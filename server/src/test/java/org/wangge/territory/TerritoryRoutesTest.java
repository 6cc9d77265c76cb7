package org.wangge.territory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.wangge.db.Database;
import org.wangge.db.TestDatabases;
import org.wangge.web.JsonOut;
import org.wangge.web.WebConfig;
import org.wangge.web.WebServer;

class TerritoryRoutesTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static Database database;
  private static WebServer server;

  @BeforeAll
  static void start() {
    database = TestDatabases.h2();
    Territory territory = TestDistricts.published(database, 8);
    server = WebServer.start(WebConfig.anyPort(), TerritoryRoutes.of(territory));
  }

  @AfterAll
  static void stop() {
    server.close();
    database.close();
  }

  @Test
  void theDistrictIsToldInNumbers() throws Exception {
    JsonNode district = json(get("/api/v1/district"));
    assertEquals("示意数据", district.get("label").asText());
    assertEquals("EPSG:4547", district.get("crs").asText());
    assertEquals(16, district.get("counts").get("grids").asInt());
    assertEquals(4, district.get("counts").get("communities").asInt());
    assertEquals(1, district.get("counts").get("townships").asInt());
    assertEquals(64, district.get("counts").get("blocks").asInt());
    assertEquals(640, district.get("households").asInt());
    assertEquals(1.0, district.get("onStreetShare").asDouble());
    assertEquals("2024-01-01", district.get("publication").get("effective").asText());
  }

  @Test
  void aPointIsLocatedWithItsWholeChainAndItsFourLines() throws Exception {
    JsonNode place = json(get("/api/v1/locate?lon=112.0011&lat=27.0011"));
    assertTrue(place.get("found").asBoolean());
    assertEquals(TestDistricts.gridCode(0), place.get("grid").get("code").asText());
    assertEquals("村社区", place.get("community").get("levelName").asText());
    assertEquals(TestDistricts.CODE, place.get("district").get("code").asText());
    assertEquals(4, place.get("lines").size());
    assertEquals("张三", place.get("lines").get(0).get("holder").asText());
    assertTrue(place.get("lines").get(1).get("holder").isNull());
  }

  @Test
  void aPointOutsideBelongsToNobody() throws Exception {
    assertFalse(json(get("/api/v1/locate?lon=100&lat=27")).get("found").asBoolean());
    assertFalse(json(get("/api/v1/locate?lon=41&lat=-87")).get("found").asBoolean());
  }

  @Test
  void aDayBeforeTheFirstPlanIsAnsweredWithTheDayItBegan() throws Exception {
    HttpResponse<String> answer = get("/api/v1/locate?lon=112.001&lat=27.001&date=2020-01-01");
    assertEquals(404, answer.statusCode());
    assertTrue(json(answer).get("remedy").asText().contains("2024-01-01"));
  }

  @Test
  void whatCannotBeReadIsRefusedByName() throws Exception {
    assertEquals(400, get("/api/v1/locate?lon=112").statusCode());
    assertEquals(400, get("/api/v1/locate?lon=181&lat=0").statusCode());
    assertEquals(400, get("/api/v1/locate?lon=1&lat=2&lng=3").statusCode());
    assertEquals(400, get("/api/v1/locate?lon=NaN&lat=2").statusCode());
    assertEquals(404, get("/api/v1/grids/nowhere").statusCode());
  }

  @Test
  void manyPointsAreLocatedFromJson() throws Exception {
    JsonNode answer =
        json(
            post(
                "application/json",
                "{\"points\": [[112.0011, 27.0011], {\"id\": \"x\", \"lon\": 112.0031, \"lat\":"
                    + " 27.0011}, [0, 0]]}"));
    assertEquals(3, answer.get("count").asInt());
    assertEquals(2, answer.get("found").asInt());
    assertEquals(TestDistricts.gridCode(0), answer.get("results").get(0).get("gridCode").asText());
    assertEquals("x", answer.get("results").get(1).get("id").asText());
    assertEquals(TestDistricts.gridCode(1), answer.get("results").get(1).get("gridCode").asText());
  }

  @Test
  void manyPointsAreLocatedFromCsvAndKeepTheirColumns() throws Exception {
    String[] rows =
        post("text/csv", "\uFEFF说明,经度,纬度\n\"一, \"\"二\"\"\",112.0011,27.0011\nout,1,1\n\n")
            .body()
            .split("\r\n");
    assertEquals(3, rows.length);
    assertTrue(rows[0].startsWith("说明,经度,纬度,found,gridCode,"));
    assertTrue(
        rows[1].startsWith(
            "\"一, \"\"二\"\"\",112.0011,27.0011,true," + TestDistricts.gridCode(0) + ","));
    assertEquals("out,1,1,false,,,,,,,", rows[2]);
  }

  @Test
  void aBadPointIsNamedByItsPlace() throws Exception {
    assertEquals("row 3, column lat", where(post("text/csv", "lon,lat\n1,1\n2,north\n")));
    assertEquals("point 1, lon", where(post("application/json", "[[1, 1], [\"a\", 2]]")));
    assertEquals("row 1", where(post("text/csv", "a,b\n1,2\n")));
    assertEquals("request body", where(post("application/json", "{\"point\": 1}")));
  }

  @Test
  void tooManyPointsAreRefused() throws Exception {
    String rows = "lon,lat\n" + "1,1\n".repeat(LocateBatch.MOST_POINTS + 1);
    assertEquals(413, post("text/csv", rows).statusCode());
  }

  @Test
  void aGridHasACard() throws Exception {
    JsonNode card = json(get("/api/v1/grids/" + TestDistricts.gridCode(5)));
    assertEquals(40, card.get("households").asInt());
    assertEquals(4, card.get("buildings").asInt());
    assertEquals(800.0, card.get("perimeterMetres").asDouble());
    assertEquals("东至纵4路中心线、南至横2路中心线、西至纵2路中心线、北至横4路中心线", card.get("boundaryText").asText());
    assertTrue(card.get("legalText").asText().startsWith("自西北角（纵2路与横4路交叉口）起，沿横4路中心线向东约200米"));
    assertEquals(4, card.get("neighbours").size());
    assertEquals(3, card.get("chain").size());
    assertEquals(200.0, card.get("streets").get(0).get("lengthMetres").asDouble());
    double expected =
        EllipsoidArea.squareMetres(
            TestDistricts.territory(database).inForce().gridShape(5).lonLat());
    assertEquals(expected, card.get("areaSquareMetres").asDouble(), 0.1);
  }

  @Test
  void theSelfCheckHolds() throws Exception {
    JsonNode check = json(get("/api/v1/selfcheck"));
    assertTrue(check.get("ok").asBoolean(), check.toString());
    assertEquals(64, named(check, "roleSlots").get("found").asInt());
  }

  @Test
  void anAnswerThatIsKnownIsNotSentAgain() throws Exception {
    String tag = get("/api/v1/district").headers().firstValue("ETag").orElseThrow();
    HttpRequest again =
        HttpRequest.newBuilder(uri("/api/v1/district")).header("If-None-Match", tag).build();
    assertEquals(304, CLIENT.send(again, BodyHandlers.ofString()).statusCode());
  }

  private static JsonNode named(JsonNode check, String name) {
    for (JsonNode line : check.get("checks")) {
      if (line.get("name").asText().equals(name)) {
        return line;
      }
    }
    throw new AssertionError(name);
  }

  private static String where(HttpResponse<String> answer) throws IOException {
    assertEquals(400, answer.statusCode(), answer.body());
    return json(answer).get("where").asText();
  }

  private static JsonNode json(HttpResponse<String> answer) throws IOException {
    return JsonOut.mapper().readTree(answer.body());
  }

  private static HttpResponse<String> get(String path) throws Exception {
    return CLIENT.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
  }

  private static HttpResponse<String> post(String type, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(uri("/api/v1/locate"))
            .header("Content-Type", type)
            .POST(BodyPublishers.ofString(body))
            .build();
    return CLIENT.send(request, BodyHandlers.ofString());
  }

  private static URI uri(String path) {
    return URI.create(server.url() + path);
  }
}
