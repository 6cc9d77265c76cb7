package org.wangge.features;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wangge.web.TestClient;

/** Items: paging, filters, time, errors, conditional requests, over HTTP. */
class OgcItemsTest extends OgcServer {
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
}
