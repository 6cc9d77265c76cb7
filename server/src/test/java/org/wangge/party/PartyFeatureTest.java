package org.wangge.party;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.geom.Coordinate;
import org.wangge.catalogue.Catalogue;
import org.wangge.catalogue.FeatureQuery;
import org.wangge.catalogue.FeatureSource;
import org.wangge.catalogue.Item;
import org.wangge.db.Database;
import org.wangge.policy.Grant;
import org.wangge.policy.Role;
import org.wangge.policy.Viewer;
import org.wangge.territory.InForce;
import org.wangge.territory.Territory;
import org.wangge.territory.TestDistricts;
import org.wangge.web.JsonOut;
import org.wangge.web.WebConfig;
import org.wangge.web.WebServer;

class PartyFeatureTest {
  private static final String COMMUNITY = TestDistricts.CODE + "900001";
  private static final String ANOTHER_COMMUNITY = TestDistricts.CODE + "900002";

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final Catalogue catalogue = new Catalogue();

  /** The building of the south-west block. */
  private static String corner(InForce inForce) {
    return inForce.buildings().get(inForce.faceAt(112.0005, 27.0005)).id();
  }

  /** Two rows by building, one by place beside another building, and four that cannot be taken. */
  private static String table(InForce inForce) {
    String corner = corner(inForce);
    return """
    姓名,党支部,楼栋,进楼栋日期,亮身份日期,做承诺日期,当先锋日期,结束日期,承诺内容,经度,纬度
    王小明,一支部,%1$s,2025-01-01,2025-02-01,2025-03-01,,,每周巡楼一次,,
    李四,一支部,%1$s,2025-01-01,,,,2025-06-01,,,
    张三丰,二支部,,2025-05-01,2025-05-02,,,,,112.0046,27.0005
    赵六,二支部,没有的楼,2025-05-01,,,,,,,
    钱七,二支部,%1$s,,,,,,,,
    孙八,二支部,%1$s,2025-05-01,,2025-05-02,,,,,
    ,二支部,%1$s,2025-05-01,,,,,,,
    """
        .formatted(corner);
  }

  @ParameterizedTest
  @MethodSource("org.wangge.db.TestDatabases#both")
  void importsServesAndShowsHowFarBuildingsHaveCome(Database database) throws Exception {
    Territory territory = TestDistricts.published(database, 8);
    PartyFeature feature =
        new PartyFeature(database, territory, catalogue, (lon, lat) -> new Coordinate(lon, lat));
    try (WebServer server = WebServer.start(WebConfig.anyPort(), feature.routes())) {
      imports(server, table(territory.inForce()));
      serves();
    }
    try (WebServer server = serverFor(feature, Role.PLANNER, TestDistricts.CODE)) {
      showsBuildings(server);
    }
    try (WebServer server = serverFor(feature, Role.BRANCH_SECRETARY, COMMUNITY)) {
      namesMembersToTheirSecretary(server, corner(territory.inForce()));
    }
    try (WebServer server = serverFor(feature, Role.BRANCH_SECRETARY, ANOTHER_COMMUNITY)) {
      assertEquals(
          403,
          send(request(server, "/api/v1/party/buildings/" + corner(territory.inForce())))
              .statusCode());
    }
  }

  private static WebServer serverFor(PartyFeature feature, Role role, String scope) {
    return WebServer.start(WebConfig.anyPort(), visit -> viewer(role, scope), feature.routes());
  }

  private static Viewer viewer(Role role, String scope) {
    return new Viewer(Viewer.Kind.ACCOUNT, "somebody", List.of(new Grant(role, scope)), false);
  }

  private void imports(WebServer server, String table) throws Exception {
    JsonNode report = JsonOut.mapper().readTree(send(post(server, table)).body());
    assertEquals(3, report.path("accepted").asInt(), report::toString);
    assertEquals(
        "[5,6,7,8]", report.path("problems").findValues("row").toString().replace(" ", ""));
  }

  private void serves() {
    FeatureSource source = catalogue.find("party-assignments").orElseThrow();
    assertEquals(3, source.count(FeatureQuery.all()));
    assertEquals(1, count(source, Map.of("step", "3")));
    assertEquals(1, count(source, Map.of("stepLabel", "亮身份")));
    assertEquals(0, count(source, Map.of("step", "9")));
    assertEquals(2, count(source, Map.of("grid", TestDistricts.gridCode(0))));
    assertEquals(2, count(source, Map.of("branch", "一支部")));
    Instant summer = Instant.parse("2025-07-01T00:00:00Z");
    assertEquals(2, source.count(new FeatureQuery(List.of(), summer, summer, Map.of(), 10, 0)));
    Instant winter = Instant.parse("2025-01-15T00:00:00Z");
    assertEquals(2, source.count(new FeatureQuery(List.of(), winter, winter, Map.of(), 10, 0)));
    assertEquals("王小明", firstMember(source, viewer(Role.BRANCH_SECRETARY, COMMUNITY)));
    assertEquals("王**", firstMember(source, viewer(Role.PLANNER, TestDistricts.CODE)));
    FeatureQuery elsewhere = asked(viewer(Role.BRANCH_SECRETARY, ANOTHER_COMMUNITY));
    assertEquals(1, source.count(elsewhere));
    assertEquals(
        List.of("张三丰"),
        source.list(elsewhere).map(item -> item.properties().get("member")).toList());
    assertTrue(source.find("1", elsewhere).isEmpty());
  }

  private static FeatureQuery asked(Viewer viewer) {
    return new FeatureQuery(List.of(), null, null, Map.of(), 10, 0, viewer);
  }

  private static Object firstMember(FeatureSource source, Viewer viewer) {
    Item first = source.list(asked(viewer)).findFirst().orElseThrow();
    assertEquals(first, source.find(first.id(), asked(viewer)).orElseThrow());
    return first.properties().get("member");
  }

  private void namesMembersToTheirSecretary(WebServer server, String corner) throws Exception {
    JsonNode card = get(server, "/api/v1/party/buildings/" + corner + "?date=2025-05-15");
    assertTrue(card.toString().contains("王小明"), card::toString);
  }

  private void showsBuildings(WebServer server) throws Exception {
    JsonNode columns = get(server, "/api/v1/party/buildings?date=2025-05-15");
    assertEquals(64, columns.path("ids").size());
    assertEquals(2, columns.path("covered").asInt());
    assertEquals(3, columns.path("members").asInt());
    assertEquals(5, columns.path("labels").size());
    String id = "";
    for (int i = 0; i < 64; i++) {
      id = columns.path("steps").path(i).asInt() == 3 ? columns.path("ids").path(i).asText() : id;
    }
    JsonNode card = get(server, "/api/v1/party/buildings/" + id + "?date=2025-05-15");
    assertEquals(2, card.path("assignments").size());
    assertEquals("做承诺", card.path("stepLabel").asText());
    assertFalse(card.toString().contains("王小明"), "names are masked");
    assertEquals(404, send(request(server, "/api/v1/party/buildings/none")).statusCode());
  }

  private static long count(FeatureSource source, Map<String, String> filters) {
    return source.count(new FeatureQuery(List.of(), null, null, filters, 10, 0));
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
    return HttpRequest.newBuilder(URI.create(server.url() + "/api/v1/party/import"))
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
  }

  private static HttpResponse<String> send(HttpRequest request) throws Exception {
    return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
  }
}
