package org.wangge.features;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.wangge.web.TestClient;
import org.wangge.web.WebConfig;
import org.wangge.web.WebServer;

/** A real server over {@link TestDistrict}, for the tests of one class. */
abstract class OgcServer {
  static final String CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";
  static final String EPSG = "http://www.opengis.net/def/crs/EPSG/0/";
  static final String OPENAPI = "application/vnd.oai.openapi+json;version=3.0";

  static WebServer server;
  static TestClient client;

  @BeforeAll
  static void start() {
    TestDistrict district = new TestDistrict();
    OgcRoutes routes =
        new OgcRoutes(
            district.catalogue(),
            district.crs(),
            () -> ZoneId.of("Asia/Shanghai"),
            "1.0",
            Clock.systemUTC());
    server = WebServer.start(WebConfig.anyPort(), List.of(routes));
    client = new TestClient(server.url());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  static JsonNode link(JsonNode links, String rel) {
    return StreamSupport.stream(links.spliterator(), false)
        .filter(link -> link.get("rel").asText().equals(rel))
        .findFirst()
        .orElse(null);
  }

  static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }

  static String type(HttpResponse<String> response) {
    return response.headers().firstValue("Content-Type").orElse("");
  }
}
