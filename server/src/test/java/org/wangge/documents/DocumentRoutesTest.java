package org.wangge.documents;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.db.Database;
import org.wangge.db.TestDatabases;
import org.wangge.territory.Territory;
import org.wangge.territory.TestDistricts;
import org.wangge.web.JsonOut;
import org.wangge.web.WebConfig;
import org.wangge.web.WebServer;

class DocumentRoutesTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  @TempDir static Path data;
  private static Database database;
  private static WebServer server;

  @BeforeAll
  static void start() {
    database = TestDatabases.h2();
    Territory territory = TestDistricts.published(database, 8);
    DocumentRoutes routes =
        new DocumentRoutes(territory, new Documents(List.of()), () -> SigningKey.in(data));
    server = WebServer.start(WebConfig.anyPort(), List.of(routes));
  }

  @AfterAll
  static void stop() {
    server.close();
    database.close();
  }

  private static HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(server.url() + path)).build();
    return CLIENT.send(request, BodyHandlers.ofByteArray());
  }

  private static JsonNode json(HttpResponse<byte[]> answer) throws IOException {
    return JsonOut.mapper().readTree(answer.body());
  }

  @Test
  void everyDocumentIsServed() throws Exception {
    for (String name : Documents.names()) {
      HttpResponse<byte[]> answer = get("/api/v1/publications/1/documents/" + name);
      assertEquals(200, answer.statusCode(), name);
      assertTrue(answer.body().length > 50, name);
    }
  }

  @Test
  void aFileHasAChineseNameAndAPlainOne() throws Exception {
    String header =
        get("/api/v1/publications/1/documents/boundaries.xlsx")
            .headers()
            .firstValue("Content-Disposition")
            .orElseThrow();
    assertTrue(
        header.startsWith(
            "attachment; filename=\"430399-boundaries.xlsx\"; filename*=UTF-8''%E7%A4%BA"));
    String name = header.substring(header.indexOf("''") + 2);
    assertEquals("示意区网格四至表（第1版）.xlsx", java.net.URLDecoder.decode(name, StandardCharsets.UTF_8));
  }

  @Test
  void theSameDocumentIsTheSameBytes() throws Exception {
    byte[] one = get("/api/v1/publications/1/documents/wall-map.pdf").body();
    assertArrayEquals(one, get("/api/v1/publications/1/documents/wall-map.pdf").body());
  }

  @Test
  void whatThereIsNotIsRefusedByName() throws Exception {
    assertEquals(404, get("/api/v1/publications/7/documents/boundaries.xlsx").statusCode());
    assertEquals(404, get("/api/v1/publications/x/certificate.json").statusCode());
    HttpResponse<byte[]> unknown = get("/api/v1/publications/1/documents/plan.doc");
    assertEquals(404, unknown.statusCode());
    assertTrue(json(unknown).get("remedy").asText().contains("notice.docx"));
    assertEquals(400, get("/api/v1/publications/1/documents/wall-map.pdf?unit=9").statusCode());
    assertEquals(400, get("/api/v1/publications/1/documents/wall-map.pdf?town=9").statusCode());
  }

  @Test
  void aNoticePeriodCanBeGiven() throws Exception {
    String path =
        "/api/v1/publications/1/documents/notice.docx?noticeFrom=2026-06-01&noticeUntil=2026-06-07";
    assertEquals(200, get(path).statusCode());
    assertEquals(400, get(path.replace("06-07", "06-77")).statusCode());
  }

  @Test
  void theCertificateIsSignedWithTheKeyThatIsTold() throws Exception {
    JsonNode certificate = json(get("/api/v1/publications/1/certificate.json"));
    JsonNode key = json(get("/api/v1/certificate-key"));
    assertEquals(key.get("keyId"), certificate.get("signature").get("keyId"));
    assertTrue(key.get("publicKey").asText().startsWith("-----BEGIN PUBLIC KEY-----"));
    HttpResponse<byte[]> sheet = get("/api/v1/publications/1/certificate.pdf");
    assertEquals("application/pdf", sheet.headers().firstValue("Content-Type").orElseThrow());
    assertTrue(new String(sheet.body(), 0, 5, StandardCharsets.US_ASCII).startsWith("%PDF-"));
  }
}
