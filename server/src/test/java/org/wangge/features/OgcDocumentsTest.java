package org.wangge.features;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wangge.web.TestClient;

/** The documents around the items: landing page, OpenAPI, collections, schemas, over HTTP. */
class OgcDocumentsTest extends OgcServer {
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
}
