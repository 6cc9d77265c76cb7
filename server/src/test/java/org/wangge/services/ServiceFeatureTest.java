package org.wangge.services;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.wangge.catalogue.Catalogue;
import org.wangge.catalogue.FeatureQuery;
import org.wangge.catalogue.FeatureSource;
import org.wangge.db.Database;
import org.wangge.db.TestDatabases;
import org.wangge.territory.Territory;
import org.wangge.territory.TestDistricts;
import org.wangge.web.JsonOut;
import org.wangge.web.WebConfig;
import org.wangge.web.WebServer;

class ServiceFeatureTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private static final String TABLE =
      """
      编号,类型,名称,开放时间,单位代码,经度,纬度
      S1,党群服务中心,甲中心,"Mo-Fr 09:00-12:00,13:30-17:00",430399900001,112.0005,27.0005
      S2,举报箱,乙箱,24/7,,112.0035,27.0005
      S3,食堂,丙,,,112.0035,27.0005
      S4,窗口,丁,,,112.0035,27.0005
      S5,综合窗口,戊,天天,,112.0035,27.0005
      S6,综合窗口,己,,430000,112.0035,27.0005
      S7,综合窗口,庚,,,112.0071,27.0071
      """;

  private final Catalogue catalogue = new Catalogue();

  @ParameterizedTest
  @MethodSource("org.wangge.db.TestDatabases#both")
  void importsServesAndFindsTheNearest(Database database) throws Exception {
    try (WebServer server = serve(database, TestDistricts.published(database, 8))) {
      imports(server);
      serves();
      findsTheNearest(server);
    }
  }

  /**
   * It is Sunday noon in Greenwich: eight in the evening in Shanghai, in the morning in New York.
   */
  @ParameterizedTest
  @CsvSource({"Asia/Shanghai,false", "America/New_York,true"})
  void doorsOpenByTheClocksOfTheDistrict(ZoneId zone, boolean open) throws Exception {
    try (Database database = TestDatabases.h2();
        WebServer server = serve(database, TestDistricts.published(database, 8, zone))) {
      send(post(server, "编号,类型,名称,开放时间,经度,纬度\nS1,综合窗口,甲,Su 07:00-09:00,112.0005,27.0005\n"));
      assertEquals(open, get(server, "/api/v1/services/points/1").path("openNow").booleanValue());
    }
  }

  private WebServer serve(Database database, Territory territory) {
    ServiceFeature feature =
        new ServiceFeature(database, territory, catalogue, (lon, lat) -> new Coordinate(lon, lat));
    return WebServer.start(WebConfig.anyPort(), feature.routes());
  }

  private void imports(WebServer server) throws Exception {
    JsonNode report = JsonOut.mapper().readTree(send(post(server, TABLE)).body());
    assertEquals(3, report.path("accepted").asInt());
    assertEquals(
        "[4,5,6,7]", report.path("problems").findValues("row").toString().replace(" ", ""));
  }

  private void serves() {
    FeatureSource source = catalogue.find("service-points").orElseThrow();
    assertEquals(3, source.count(FeatureQuery.all()));
    assertEquals(1, source.count(query(List.of(), Map.of("kind", "举报箱"))));
    assertEquals(1, source.count(query(List.of(), Map.of("grid", TestDistricts.gridCode(0)))));
    assertEquals(
        1, source.count(query(List.of(), Map.of("unit", "430399900001", "kind", "党群服务中心"))));
    assertEquals(2, source.count(query(List.of(new Envelope(112, 112.004, 27, 27.001)), Map.of())));
    assertEquals(
        "乙箱",
        source
            .list(new FeatureQuery(List.of(), null, null, Map.of(), 1, 1))
            .findFirst()
            .orElseThrow()
            .properties()
            .get("name"));
    assertTrue(source.find("3", FeatureQuery.all()).isPresent());
  }

  private void findsTheNearest(WebServer server) throws Exception {
    JsonNode points =
        get(server, "/api/v1/services/nearest?lon=112.003&lat=27.0005&at=2026-05-04T10:00")
            .path("points");
    assertEquals("[\"S2\",\"S1\",\"S7\"]", points.findValues("code").toString().replace(" ", ""));
    assertEquals("[50,250,777]", points.findValues("metres").toString().replace(" ", ""));
    assertEquals("[true,true,null]", points.findValues("openNow").toString().replace(" ", ""));
    String kind = URLEncoder.encode("党群服务中心", StandardCharsets.UTF_8);
    JsonNode one = get(server, "/api/v1/services/nearest?lon=112.003&lat=27.0005&kind=" + kind);
    assertEquals(1, one.path("points").size());
    assertEquals(3, get(server, "/api/v1/services/points").path("points").size());
    assertEquals("甲中心", get(server, "/api/v1/services/points/1").path("name").asText());
    assertEquals(400, send(request(server, "/api/v1/services/nearest?lon=112.003")).statusCode());
    assertEquals(404, send(request(server, "/api/v1/services/points/99")).statusCode());
  }

  private static FeatureQuery query(List<Envelope> boxes, Map<String, String> filters) {
    return new FeatureQuery(boxes, null, null, filters, 10, 0);
  }

  private static JsonNode get(WebServer server, String path) throws Exception {
    HttpResponse<String> response = send(request(server, path));
    assertEquals(200, response.statusCode(), response::body);
    return JsonOut.mapper().readTree(response.body());
  }

  private static HttpRequest request(WebServer server, String path) {
    return HttpRequest.newBuilder(URI.create(server.url() + path)).build();
  }

  private static HttpRequest post(WebServer server, String body) {
    return HttpRequest.newBuilder(URI.create(server.url() + "/api/v1/services/import"))
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
  }

  private static HttpResponse<String> send(HttpRequest request) throws Exception {
    return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
  }
}
