package org.wangge.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The command line of the same machine finds the server wherever that listens. */
class LocalAddressTest {
  private static final Routes PING =
      routes -> routes.get("/ping", context -> context.result(Visit.of(context).address()));

  @Test
  void aServerOfThisMachineHasOneAddress() {
    try (WebServer server = WebServer.start(WebConfig.anyPort(), List.of(PING))) {
      assertEquals(server.url(), server.localUrl());
    }
  }

  @Test
  void aServerThatListensElsewhereIsFoundHereToo() {
    WebConfig open = new WebConfig("0.0.0.0", 0, null);
    try (WebServer server = WebServer.start(open, List.of(PING))) {
      assertNotEquals(server.url(), server.localUrl());
      assertTrue(server.localUrl().startsWith("http://127.0.0.1:"));
      assertEquals("127.0.0.1", new TestClient(server.localUrl()).get("/ping").body());
    }
  }
}
