package org.wangge.features;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wangge.web.TestClient;
import org.wangge.web.WebConfig;
import org.wangge.web.WebServer;

/** The standard and the traps of its clients, over HTTP. */
class OgcApiTest {
  private static final String CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";
  private static final String EPSG = "http://www.opengis.net/def/crs/EPSG/0/";
  private static final String OPENAPI = "application/vnd.oai.openapi+json;version=3.0";

  private static WebServer server;
  private static TestClient client;

  @BeforeAll
  static void start() {
    TestDistrict district = new TestDistrict();
    OgcRoutes routes =
        new OgcRoutes(
            district.catalogue(),
            district.crs(),
            ZoneId.of("Asia/Shanghai"),
            "1.0",
            Clock.systemUTC());
    server = WebServer.start(WebConfig.anyPort(), List.of(routes));
    client = new TestClient(server.url());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void theLandingPageAnswersWithAndWithoutASlash() {
    assertEquals(client.get("/ogc").body(), client.get("/ogc/").body());
    JsonNode links = client.json("/ogc").get("links");
    assertEquals(OPENAPI, link(links, "service-desc").get("type").asText());
    assertEquals("application/json", link(links, "conformance").get("type").asText());
    assertEquals("application/json", link(links, "data").get("type").asText());
    assertEquals("text/html", link(links, "service-doc").get("type").asText());
    links.forEach(
        link ->
            assertEquals(200, client.get(link.get("href").asText()).statusCode(), link.toString()));
  }

  @Test
  void everyLinkOfEveryDocumentLeadsSomewhereOfTheTypeItSays() {
    for (String path :
        List.of(
            "/ogc",
            "/ogc/collections",
            "/ogc/collections/plots",
            "/ogc/collections/plots/items?limit=3&offset=3",
            "/ogc/collections/places/items/nowhere%2Felse")) {
      for (JsonNode link : client.json(path).get("links")) {
        HttpResponse<String> target = client.get(link.get("href").asText());
        assertEquals(200, target.statusCode(), link.toString());
        assertTrue(link.has("rel") && link.has("type"), link.toString());
        if (!link.get("rel").asText().equals("queryables")) {
          assertEquals(
              link.get("type").asText(),
              type(target).replace("; charset=utf-8", "").replace(";charset=utf-8", ""),
              link.toString());
        }
      }
    }
  }

  @Test
  void openApiIsServedByItsExactTypeAndStandsAlone() {
    HttpResponse<String> response = client.get("/ogc/api", "Accept", OPENAPI);
    assertEquals(OPENAPI, type(response));
    JsonNode api = TestClient.tree(response);
    assertTrue(api.get("openapi").asText().startsWith("3.0"));
    assertEquals(server.url() + "/ogc", api.at("/servers/0/url").asText());
    assertFalse(api.toString().matches("(?s).*\"\\$ref\":\"(?!#).*"));
    assertFalse(api.get("info").has("contact"));
    JsonNode limit = api.at("/components/parameters/limit/schema");
    assertEquals(
        List.of(1, 10_000, 10),
        List.of(
            limit.get("minimum").asInt(),
            limit.get("maximum").asInt(),
            limit.get("default").asInt()));
    JsonNode bbox = api.at("/components/parameters/bbox");
    assertEquals(
        List.of(4, 6),
        List.of(bbox.at("/schema/minItems").asInt(), bbox.at("/schema/maxItems").asInt()));
    assertEquals("number", bbox.at("/schema/items/type").asText());
    assertEquals("form", bbox.get("style").asText());
    assertFalse(bbox.get("explode").asBoolean());
    assertEquals("string", api.at("/components/parameters/datetime/schema/type").asText());
  }

  @Test
  void everyPathOfOpenApiHasAGetWithAnAnswer() {
    JsonNode api = client.json("/ogc/api");
    Set<String> paths = new HashSet<>();
    api.get("paths")
        .properties()
        .forEach(
            path -> {
              paths.add(path.getKey());
              assertTrue(path.getValue().has("get"), path.getKey());
              assertTrue(
                  path.getValue().at("/get/responses/200").has("description"), path.getKey());
              path.getValue()
                  .at("/get/parameters")
                  .forEach(
                      parameter ->
                          assertTrue(
                              !parameter.has("$ref")
                                  || api.at(parameter.get("$ref").asText().substring(1)).isObject(),
                              parameter.toString()));
            });
    assertTrue(
        paths.containsAll(
            Set.of(
                "/",
                "/conformance",
                "/collections",
                "/collections/plots",
                "/collections/plots/items",
                "/collections/plots/items/{featureId}")),
        paths.toString());
  }

  @Test
  void aCollectionIsDescribedInTheSameWordsEverywhere() {
    JsonNode collections = client.json("/ogc/collections");
    for (JsonNode collection : collections.get("collections")) {
      assertEquals(collection, client.json("/ogc/collections/" + collection.get("id").asText()));
    }
    JsonNode plots = collections.get("collections").get(0);
    assertEquals(CRS84, plots.get("crs").get(0).asText());
    List<String> served = texts(plots.get("crs"));
    assertTrue(served.containsAll(List.of(EPSG + 4490, EPSG + 4547, EPSG + 3857)));
    assertTrue(served.contains(plots.get("storageCrs").asText()));
    assertEquals("application/geo+json", link(plots.get("links"), "items").get("type").asText());
    for (String rel :
        List.of(
            "describedby",
            "describedBy",
            "http://www.opengis.net/def/rel/ogc/1.0/schema",
            "http://www.opengis.net/def/rel/ogc/1.0/queryables")) {
      assertEquals(
          "application/schema+json", link(plots.get("links"), rel).get("type").asText(), rel);
    }
    assertEquals("2025-01-01T00:00:00Z", plots.at("/extent/temporal/interval/0/0").asText());
    assertTrue(plots.at("/extent/temporal/interval/0/1").isNull());
  }

  @Test
  void theExtentHasSevenDecimalsRoundedOutwards() {
    JsonNode box = client.json("/ogc/collections/plots").at("/extent/spatial/bbox/0");
    box.forEach(number -> assertTrue(number.decimalValue().scale() <= 7, number.toString()));
    String bbox = String.join(",", texts(box));
    assertEquals(
        500, client.json("/ogc/collections/plots/items?bbox=" + bbox).get("numberMatched").asInt());
  }

  @Test
  void queryablesAndSchemaFollowTheirStandard() {
    JsonNode queryables = client.json("/ogc/collections/plots/queryables");
    assertEquals(
        "https://json-schema.org/draft/2020-12/schema", queryables.get("$schema").asText());
    assertEquals(
        server.url() + "/ogc/collections/plots/queryables", queryables.get("$id").asText());
    assertEquals(
        "geometry-polygon-or-multipolygon", queryables.at("/properties/geometry/format").asText());
    assertFalse(queryables.at("/properties/geometry").has("type"));
    assertEquals("integer", queryables.at("/properties/households/type").asText());
    assertFalse(queryables.get("properties").has("from"));
    assertFalse(queryables.get("additionalProperties").asBoolean(true));
    JsonNode schema = client.json("/ogc/collections/plots/schema");
    assertEquals("date", schema.at("/properties/from/format").asText());
    assertEquals("primary-geometry", schema.at("/properties/geometry/x-ogc-role").asText());
    assertEquals("application/schema+json", type(client.get("/ogc/collections/plots/schema")));
  }

  @Test
  void pagingVisitsEveryItemOnce() {
    List<String> seen = new ArrayList<>();
    String url = "/ogc/collections/plots/items?limit=37";
    for (int pages = 0; url != null && pages < 100; pages++) {
      JsonNode page = client.json(url);
      assertEquals(500, page.get("numberMatched").asInt());
      assertEquals(page.get("features").size(), page.get("numberReturned").asInt());
      page.get("features").forEach(feature -> seen.add(feature.get("id").asText()));
      JsonNode next = link(page.get("links"), "next");
      url = next == null ? null : next.get("href").asText();
      assertTrue(
          url == null
              || url.contains("offset=")
                  && !url.contains("?&")
                  && !url.contains("&&")
                  && !url.endsWith("&"),
          url);
    }
    assertEquals(500, seen.size());
    assertEquals(500, new HashSet<>(seen).size());
    JsonNode second = client.json("/ogc/collections/plots/items?limit=10&offset=20");
    JsonNode before = client.json(link(second.get("links"), "prev").get("href").asText());
    assertEquals("p10", before.at("/features/0/id").asText());
  }

  @Test
  void theNextLinkKeepsWhatWasAsked() {
    JsonNode page =
        client.json(
            "/ogc/collections/plots/items?limit=5&kind=rural&bbox=112,27,113,28&crs="
                + EPSG
                + "4547");
    String next = link(page.get("links"), "next").get("href").asText();
    assertTrue(
        next.contains("kind=rural")
            && next.contains("bbox=112,27,113,28")
            && next.contains("offset=5")
            && next.contains("crs=http"),
        next);
    assertEquals(page.get("numberMatched"), client.json(next).get("numberMatched"));
  }

  @Test
  void anItemPageHasItsMembersAndTheDefaultLimit() {
    JsonNode page = client.json("/ogc/collections/plots/items");
    assertEquals(10, page.get("features").size());
    assertTrue(
        page.get("timeStamp").asText().matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ"));
    assertEquals("text/html", link(page.get("links"), "alternate").get("type").asText());
    assertEquals(
        500, client.json("/ogc/collections/plots/items?limit=10000").get("features").size());
    assertEquals(
        500, client.json("/ogc/collections/plots/items?limit=99999999999").get("features").size());
    assertEquals(0, client.json("/ogc/collections/plots/items?offset=1000").get("features").size());
  }

  @Test
  void aSingleItemNamesItsCollection() {
    HttpResponse<String> response = client.get("/ogc/collections/plots/items/p7");
    JsonNode item = TestClient.tree(response);
    assertEquals("application/geo+json", type(response));
    assertEquals("p7", item.get("id").asText());
    assertEquals(
        server.url() + "/ogc/collections/plots",
        link(item.get("links"), "collection").get("href").asText());
    assertTrue(
        link(item.get("links"), "self") != null && link(item.get("links"), "alternate") != null);
    assertEquals(
        item.get("geometry"),
        client.json("/ogc/collections/plots/items?limit=1&offset=7").at("/features/0/geometry"));
    assertTrue(
        client.json("/ogc/collections/places/items/nowhere%2Felse").get("geometry").isNull());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "limit=0",
        "limit=-1",
        "limit=unlimited",
        "limit=",
        "offset=-1",
        "nonsense=1",
        "bbox=1,2,3",
        "bbox=1,2,3,x",
        "bbox=1,2,3,NaN",
        "bbox=1,9,2,3",
        "bbox=1,2,3,4,5",
        "datetime=x",
        "datetime=2025-13-01",
        "datetime=../..",
        "datetime=2026-01-01/2025-01-01",
        "crs=http://www.opengis.net/def/crs/0/unsupported",
        "bbox-crs=http://www.opengis.net/def/crs/0/unsupported",
        "f=xml",
        "households=many",
        "kind=other",
        "limit=1&limit=2",
        "from=2025-01-01"
      })
  void whatCannotBeUsedIsRefused(String query) {
    HttpResponse<String> response = client.get("/ogc/collections/plots/items?" + query);
    assertEquals(400, response.statusCode(), response.body());
    assertEquals("application/problem+json", type(response));
    assertTrue(
        TestClient.tree(response)
            .get("detail")
            .asText()
            .contains(query.substring(0, query.indexOf('='))),
        response.body());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/ogc?x=1",
        "/ogc/conformance?x=1",
        "/ogc/api?x=1",
        "/ogc/collections?x=1",
        "/ogc/collections/plots?x=1",
        "/ogc/collections/plots/schema?x=1",
        "/ogc/collections/plots/items/p1?limit=1"
      })
  void everyPathRefusesUnknownParameters(String path) {
    assertEquals(400, client.get(path).statusCode());
  }

  @ParameterizedTest
  @CsvSource({
    "/ogc/collections/none,404",
    "/ogc/collections/none/items,404",
    "/ogc/collections/plots/items/none,404",
    "/ogc/nothing,404"
  })
  void whatIsNotThereIs404(String path, int status) {
    HttpResponse<String> response = client.get(path);
    assertEquals(status, response.statusCode());
    assertEquals("application/problem+json", type(response));
  }

  @Test
  void theFormIsNegotiated() {
    assertEquals(
        406, client.get("/ogc/collections/plots/items", "Accept", "application/xml").statusCode());
    assertEquals(406, client.get("/ogc", "Accept", "application/xml").statusCode());
    assertEquals(
        "application/geo+json",
        type(
            client.get(
                "/ogc/collections/plots/items",
                "Accept",
                "application/geo+json, application/json")));
    assertEquals(
        "application/geo+json",
        type(
            client.get(
                "/ogc/collections/plots/items",
                "Accept",
                "application/json, application/javascript, text/javascript, text/json")));
    assertTrue(
        type(client.get(
                "/ogc/collections/plots/items",
                "Accept",
                "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"))
            .startsWith("text/html"));
    assertEquals(
        "application/geo+json",
        type(client.get("/ogc/collections/plots/items?f=geojson", "Accept", "text/html")));
    assertEquals(
        "application/geo+json",
        type(client.get("/ogc/collections/plots/items?f=json", "Accept", "text/html")));
    assertEquals("application/json", type(client.get("/ogc", "Accept", "*/*")));
    assertEquals(405, client.send("POST", "/ogc/collections/plots/items", "{}").statusCode());
    assertEquals(
        "GET, HEAD, OPTIONS",
        client
            .send("OPTIONS", "/ogc/collections/plots/items", "")
            .headers()
            .firstValue("Allow")
            .orElseThrow());
  }

  @ParameterizedTest
  @CsvSource({
    "'-1.5,50,1.5,53',1",
    "'-80,-5,-70,5',1",
    "'177,65,-177,70',2",
    "'-180,85,180,90',1",
    "'-180,-90,180,-85',1",
    "'112,27,0,113,28,100',2",
    "'112.9049,27.86,112.9051,27.87',1"
  })
  void theBoxesOfTheConformanceSuiteFindTheirItems(String bbox, int found) {
    assertEquals(
        found,
        client.json("/ogc/collections/places/items?bbox=" + bbox).get("numberMatched").asInt());
  }

  @ParameterizedTest
  @CsvSource({
    "CRS84,centre,112.905,27.861,1e-9",
    "4490,centre,27.861,112.905,1e-9",
    "4326,centre,27.861,112.905,1e-9",
    "4547,centre,3083519.6467,392152.1395,0.0011",
    "3857,centre,12568527.1080,3231460.3458,0.0011",
    "4547,west,3071414.4894,371829.4034,0.0011",
    "3857,west,12545706.6124,3217490.9158,0.0011"
  })
  void coordinatesAreThoseOfCs2csInTheOrderOfTheAuthority(
      String code, String id, double first, double second, double tolerance) {
    String uri = code.equals("CRS84") ? CRS84 : EPSG + code;
    for (String path : List.of("/items/" + id + "?", "/items?name=" + id + "&")) {
      HttpResponse<String> response = client.get("/ogc/collections/places" + path + "crs=" + uri);
      assertEquals("<" + uri + ">", response.headers().firstValue("Content-Crs").orElseThrow());
      JsonNode body = TestClient.tree(response);
      JsonNode at =
          (body.has("features") ? body.at("/features/0") : body).at("/geometry/coordinates");
      assertEquals(first, at.get(0).asDouble(), tolerance);
      assertEquals(second, at.get(1).asDouble(), tolerance);
    }
  }

  @Test
  void theDefaultCrsIsNamedToo() {
    for (String path : List.of("/ogc/collections/plots/items", "/ogc/collections/plots/items/p1")) {
      assertEquals(
          "<" + CRS84 + ">", client.get(path).headers().firstValue("Content-Crs").orElseThrow());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "4490,'27.85,112.9,27.87,112.91'",
    "4547,'3083500,392100,3083600,392200'",
    "3857,'12568500,3231400,12568600,3231500'",
    "4326,'27.85,112.9,27.87,112.91'"
  })
  void aBoxIsReadInItsOwnCrs(String code, String bbox) {
    JsonNode found =
        client.json("/ogc/collections/places/items?bbox=" + bbox + "&bbox-crs=" + EPSG + code);
    assertEquals(1, found.get("numberMatched").asInt());
    assertEquals("centre", found.at("/features/0/id").asText());
  }

  @ParameterizedTest
  @CsvSource({
    "2025-01-03,1",
    "2025-01-03T00:00:00Z,1",
    "2025-01-03T08:00:00%2B08:00,1",
    "2025-01-03/2025-01-05,3",
    "../2025-01-03,3",
    "/2025-01-03,3",
    "2026-05-14/..,2",
    "2026-05-14/,2",
    "1999-01-01,0"
  })
  void datetimeSelectsInstantsAndIntervals(String datetime, int found) {
    assertEquals(
        found,
        client
            .json("/ogc/collections/plots/items?datetime=" + datetime)
            .get("numberMatched")
            .asInt());
  }

  @Test
  void whatHasNoTimeMatchesAnyTime() {
    assertEquals(
        9,
        client
            .json("/ogc/collections/places/items?datetime=1999-01-01T00:00:00Z")
            .get("numberMatched")
            .asInt());
  }

  @Test
  void propertiesFilterTogetherWithTheBox() {
    assertEquals(
        10, client.json("/ogc/collections/plots/items?households=3").get("numberMatched").asInt());
    assertEquals(
        1,
        client
            .json("/ogc/collections/plots/items?name=%E5%9C%B0%E5%9D%9712")
            .get("numberMatched")
            .asInt());
    assertEquals(
        0,
        client
            .json("/ogc/collections/plots/items?households=3&bbox=0,0,1,1")
            .get("numberMatched")
            .asInt());
  }

  @Test
  void unchangedItemsAreNotSentAgain() {
    for (String path :
        List.of(
            "/ogc",
            "/ogc/api",
            "/ogc/collections",
            "/ogc/collections/plots/items?limit=5",
            "/ogc/collections/plots/items/p1")) {
      String tag = client.get(path).headers().firstValue("ETag").orElseThrow();
      HttpResponse<String> again = client.get(path, "If-None-Match", tag);
      assertEquals(304, again.statusCode(), path);
      assertEquals("", again.body());
    }
    String json =
        client.get("/ogc/collections/plots/items").headers().firstValue("ETag").orElseThrow();
    String html =
        client
            .get("/ogc/collections/plots/items", "Accept", "text/html")
            .headers()
            .firstValue("ETag")
            .orElseThrow();
    assertFalse(json.equals(html));
  }

  @Test
  void itemsAreGzippedAndOpenToOtherSites() {
    HttpResponse<byte[]> response =
        client.bytes(
            "/ogc/collections/plots/items?limit=50",
            "Accept-Encoding",
            "gzip, deflate",
            "Origin",
            "https://qgis.example");
    assertEquals("gzip", response.headers().firstValue("Content-Encoding").orElseThrow());
    assertEquals("*", response.headers().firstValue("Access-Control-Allow-Origin").orElseThrow());
    assertTrue(
        response
            .headers()
            .firstValue("Access-Control-Expose-Headers")
            .orElseThrow()
            .contains("Content-Crs"));
  }

  @Test
  void linksFollowTheProxy() {
    JsonNode landing =
        client.json(
            "/ogc",
            "X-Forwarded-Proto",
            "https",
            "X-Forwarded-Host",
            "grid.example",
            "X-Forwarded-Prefix",
            "/yuhu");
    landing
        .get("links")
        .forEach(
            link ->
                assertTrue(
                    link.get("href").asText().startsWith("https://grid.example/yuhu/ogc"),
                    link.toString()));
  }

  @Test
  void namesCannotBecomeMarkup() {
    String page =
        client
            .get(
                "/ogc/collections/places/items?name=%E6%97%A0%E5%A4%84%20%26%20%3C%E5%88%AB%E5%A4%84%3E&f=html")
            .body();
    assertTrue(page.contains("无处 &amp; &lt;别处&gt;"), page);
    assertFalse(page.contains("<别处>"));
    for (String path :
        List.of(
            "/ogc",
            "/ogc/conformance",
            "/ogc/api",
            "/ogc/collections",
            "/ogc/collections/plots",
            "/ogc/collections/plots/schema",
            "/ogc/collections/plots/items/p1")) {
      HttpResponse<String> response = client.get(path + "?f=html");
      assertEquals(200, response.statusCode(), path);
      assertTrue(response.body().contains("<h1>"), path);
      assertTrue(
          response
              .headers()
              .firstValue("Content-Security-Policy")
              .orElseThrow()
              .contains("script-src 'self'"));
    }
  }

  private static JsonNode link(JsonNode links, String rel) {
    return StreamSupport.stream(links.spliterator(), false)
        .filter(link -> link.get("rel").asText().equals(rel))
        .findFirst()
        .orElse(null);
  }

  private static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }

  private static String type(HttpResponse<String> response) {
    return response.headers().firstValue("Content-Type").orElse("");
  }
}
