package org.wangge.atlas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.wangge.db.Database;
import org.wangge.db.TestDatabases;
import org.wangge.territory.InForce;
import org.wangge.territory.Territory;
import org.wangge.territory.TestDistricts;
import org.wangge.web.TestClient;
import org.wangge.web.WebConfig;
import org.wangge.web.WebServer;

/** Draws the bundle as the page would and compares with the plan it came from. */
class AtlasTest {
  private static final int SIZE = 16;

  private static Database database;
  private static Territory territory;
  private static WebServer server;
  private static TestClient client;
  private static JsonNode map;

  @BeforeAll
  static void start() {
    database = TestDatabases.h2();
    territory = TestDistricts.published(database, SIZE);
    server = WebServer.start(WebConfig.anyPort(), List.of(new AtlasRoutes(territory)));
    client = new TestClient(server.url());
    map = client.json("/api/v1/map");
  }

  @AfterAll
  static void stop() {
    server.close();
    database.close();
  }

  @Test
  void everyThingFilledByItsRingsIsTheThing() {
    InForce inForce = territory.inForce();
    List<List<Coordinate>> arcs = arcs(map.get("arcs"));
    for (int z = 0; z < map.get("grids").size(); z++) {
      assertSame(inForce.gridShape(z).lonLat(), filled(map.at("/grids/" + z + "/rings"), arcs));
    }
    for (String level : List.of("communities", "townships")) {
      map.get(level)
          .forEach(
              unit ->
                  assertSame(
                      inForce.unitShape(unit.get("code").asText()).lonLat(),
                      filled(unit.get("rings"), arcs)));
    }
    assertSame(inForce.domainShape().lonLat(), filled(map.at("/district/rings"), arcs));
    for (int f = 0; f < inForce.fabric().faceCount(); f++) {
      assertSame(inForce.blockShape(f).lonLat(), filled(map.at("/faces/rings/" + f), arcs));
    }
  }

  @Test
  void columnsHaveOneEntryForEachLine() {
    int arcs = territory.inForce().fabric().arcCount();
    for (String column : List.of("count", "class", "name", "level", "left", "right")) {
      assertEquals(arcs, map.at("/arcs/" + column).size(), column);
    }
    assertEquals(1, map.at("/lanes/count").size());
    assertEquals("短巷", map.get("names").get(map.at("/lanes/name/0").asInt()).asText());
    assertEquals("", map.at("/names/0").asText());
    assertEquals(
        "PATH", map.get("classes").get(map.at("/lanes/class/0").asInt()).get("name").asText());
  }

  @Test
  void levelsAreTheHighestThatDiffer() {
    for (int a = 0; a < map.at("/arcs/level").size(); a++) {
      int left = map.at("/arcs/left/" + a).asInt();
      int right = map.at("/arcs/right/" + a).asInt();
      assertEquals(level(left, right), map.at("/arcs/level/" + a).asInt(), "arc " + a);
    }
  }

  private static int level(int left, int right) {
    if (left < 0 || right < 0) {
      return 4;
    } else if (left == right) {
      return 0;
    }
    int leftCommunity = map.at("/grids/" + left + "/community").asInt();
    int rightCommunity = map.at("/grids/" + right + "/community").asInt();
    return leftCommunity == rightCommunity
        ? 1
        : township(leftCommunity) == township(rightCommunity) ? 2 : 3;
  }

  private static int township(int community) {
    return map.at("/communities/" + community + "/township").asInt();
  }

  @Test
  void labelsLieInsideWithTheirCircle() {
    InForce inForce = territory.inForce();
    for (int z = 0; z < map.get("grids").size(); z++) {
      JsonNode grid = map.at("/grids/" + z);
      Coordinate at =
          new Coordinate(grid.at("/at/0").asInt() / 1e6, grid.at("/at/1").asInt() / 1e6);
      assertTrue(inForce.gridShape(z).lonLat().contains(new GeometryFactory().createPoint(at)));
      assertEquals(100, grid.get("radius").asInt(), 3);
    }
  }

  @Test
  void numbersAddUpFromGridToDistrict() {
    for (String number : List.of("households", "people")) {
      long district = map.at("/district/" + number).asLong();
      for (String level : List.of("grids", "communities", "townships")) {
        assertEquals(district, sum(map.get(level), number), level + " " + number);
      }
    }
    assertEquals(SIZE * SIZE * 10, map.at("/district/households").asInt());
    assertEquals(64, sum(map.get("townships"), "grids"));
    assertEquals("示意数据", map.at("/district/label").asText());
    assertEquals(1, map.at("/grids/0/streets").asDouble());
  }

  @Test
  void theBundleIsCompressedAndNotSentTwice() {
    HttpResponse<byte[]> response = client.bytes("/api/v1/map", "Accept-Encoding", "gzip");
    assertEquals("gzip", response.headers().firstValue("Content-Encoding").orElseThrow());
    String tag = response.headers().firstValue("ETag").orElseThrow();
    assertEquals(304, client.get("/api/v1/map", "If-None-Match", tag).statusCode());
    assertEquals(400, client.get("/api/v1/map?x=1").statusCode());
  }

  @Test
  void buildingsComeAsColumns() {
    JsonNode buildings = client.json("/api/v1/map/buildings");
    InForce inForce = territory.inForce();
    assertEquals(SIZE * SIZE, buildings.get("count").asInt());
    long lon = 0;
    long lat = 0;
    for (int i = 0; i < inForce.buildings().count(); i++) {
      lon += buildings.at("/lon/" + i).asLong();
      lat += buildings.at("/lat/" + i).asLong();
      assertEquals(inForce.buildings().lonLat(i).x, lon / 1e6, 6e-7);
      assertEquals(inForce.buildings().lonLat(i).y, lat / 1e6, 6e-7);
      assertEquals(
          inForce.plan().zone(inForce.buildings().face(i)), buildings.at("/grid/" + i).asInt());
    }
    assertEquals("b0", buildings.at("/id/0").asText());
    assertEquals(10, buildings.at("/households/0").asInt());
  }

  @Test
  void exactHitsComeBeforePrefixesBeforeTheRest() {
    JsonNode results = client.json("/api/v1/search?q=%E7%BD%91%E6%A0%BC1&limit=50").get("results");
    assertEquals("网格1", results.at("/0/name").asText());
    assertEquals("exact", results.at("/0/match").asText());
    assertEquals("prefix", results.at("/1/match").asText());
    assertEquals(11, results.size());
    assertEquals("街道0 · 社区", results.at("/0/context").asText());
    JsonNode codes = client.json("/api/v1/search?q=" + TestDistricts.gridCode(3)).get("results");
    assertEquals(List.of(1, "grid"), List.of(codes.size(), codes.at("/0/kind").asText()));
    assertEquals("短巷", client.json("/api/v1/search?q=%E7%9F%AD").at("/results/0/name").asText());
    assertEquals(
        "street",
        client.json("/api/v1/search?q=%E7%BA%B53%E8%B7%AF").at("/results/0/kind").asText());
    assertEquals(
        "building", client.json("/api/v1/search?q=%E6%A5%BC12").at("/results/0/kind").asText());
    assertEquals(0, client.json("/api/v1/search?q=zzz").get("results").size());
  }

  @Test
  void aHitSaysWhereToLook() {
    JsonNode hit = client.json("/api/v1/search?q=%E7%BD%91%E6%A0%BC5").at("/results/0");
    Geometry shape = territory.inForce().gridShape(5).lonLat();
    assertTrue(
        shape.covers(
            new GeometryFactory()
                .createPoint(
                    new Coordinate(hit.at("/place/0").asDouble(), hit.at("/place/1").asDouble()))));
    assertEquals(shape.getEnvelopeInternal().getMaxX(), hit.at("/bbox/2").asDouble(), 1e-6);
  }

  @Test
  void nothingToSearchForIsRefused() {
    for (String query :
        List.of("", "?q=", "?q=%20", "?q=a&limit=0", "?q=a&limit=51", "?q=" + "a".repeat(101))) {
      assertEquals(400, client.get("/api/v1/search" + query).statusCode(), query);
    }
  }

  @Test
  void withoutAPlanThereIsNothingYet() {
    try (Database empty = TestDatabases.h2();
        WebServer waiting =
            WebServer.start(
                WebConfig.anyPort(), List.of(new AtlasRoutes(TestDistricts.territory(empty))))) {
      assertEquals(503, new TestClient(waiting.url()).get("/api/v1/map").statusCode());
    }
  }

  private static long sum(JsonNode things, String number) {
    long sum = 0;
    for (JsonNode thing : things) {
      sum += thing.get(number).asLong();
    }
    return sum;
  }

  private static List<List<Coordinate>> arcs(JsonNode columns) {
    List<List<Coordinate>> arcs = new ArrayList<>();
    long x = 0;
    long y = 0;
    int next = 0;
    for (JsonNode count : columns.get("count")) {
      List<Coordinate> points = new ArrayList<>();
      for (int i = 0; i < count.asInt(); i++) {
        x += columns.get("coords").get(next++).asInt();
        y += columns.get("coords").get(next++).asInt();
        points.add(new Coordinate(x / 1e6, y / 1e6));
      }
      arcs.add(points);
    }
    assertEquals(columns.get("coords").size(), next);
    return arcs;
  }

  /** Even-odd: the symmetric difference of the rings. */
  private static Geometry filled(JsonNode rings, List<List<Coordinate>> arcs) {
    Geometry sum = new GeometryFactory().createPolygon();
    for (JsonNode ring : rings) {
      sum = sum.symDifference(new GeometryFactory().createPolygon(points(ring, arcs)));
    }
    return sum;
  }

  private static Coordinate[] points(JsonNode ring, List<List<Coordinate>> arcs) {
    List<Coordinate> points = new ArrayList<>();
    for (JsonNode ref : ring) {
      List<Coordinate> arc =
          new ArrayList<>(arcs.get(ref.asInt() >= 0 ? ref.asInt() : ~ref.asInt()));
      if (ref.asInt() < 0) {
        java.util.Collections.reverse(arc);
      }
      assertTrue(
          points.isEmpty() || points.get(points.size() - 1).equals2D(arc.get(0)), "refs join");
      points.addAll(points.isEmpty() ? arc : arc.subList(1, arc.size()));
    }
    return points.toArray(Coordinate[]::new);
  }

  private static void assertSame(Geometry expected, Geometry drawn) {
    assertEquals(expected.getArea(), drawn.getArea(), expected.getArea() * 0.02);
    assertTrue(expected.symDifference(drawn).getArea() < expected.getArea() * 0.02);
  }

  @Test
  void theFormIsTheOneWrittenDown() {
    Map<String, Integer> sizes = new TreeMap<>();
    map.properties().forEach(member -> sizes.put(member.getKey(), 1));
    assertEquals(
        "[arcs, bbox, classes, communities, district, faces, grids, lanes, names, publication,"
            + " scale, townships, version]",
        sizes.keySet().toString());
  }
}
