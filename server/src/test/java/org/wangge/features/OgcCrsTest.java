package org.wangge.features;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wangge.web.TestClient;

/** Coordinates in every CRS served, and boxes, against cs2cs. */
class OgcCrsTest extends OgcServer {
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
}
