package org.wangge.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Requests that last: slow ones while the server stops, and open event streams. */
class LongRequestsTest {

  @Test
  void requestsUnderWayFinishBeforeTheServerStops() throws Exception {
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    WebServer stopping =
        WebServer.start(
            WebConfig.anyPort(),
            List.of(
                routes ->
                    routes.get(
                        "/slow",
                        context -> {
                          inside.countDown();
                          awaitQuietly(go);
                          context.result("done");
                        })));
    CompletableFuture<HttpResponse<String>> answer =
        CompletableFuture.supplyAsync(() -> new TestClient(stopping.url()).get("/slow"));
    assertTrue(inside.await(10, TimeUnit.SECONDS));
    CompletableFuture<Void> stop = CompletableFuture.runAsync(stopping::close);
    go.countDown();
    assertEquals("done", answer.get(10, TimeUnit.SECONDS).body());
    stop.get(10, TimeUnit.SECONDS);
  }

  @Test
  void eventsReachEveryOpenPage() throws Exception {
    LiveStream live = new LiveStream();
    try (WebServer events = WebServer.start(WebConfig.anyPort(), List.of(live))) {
      var lines = new java.util.concurrent.LinkedBlockingQueue<String>();
      CompletableFuture<Void> page =
          CompletableFuture.runAsync(() -> readLines(events.url() + "/api/v1/events", lines));
      assertEquals("retry: 2000", lines.poll(10, TimeUnit.SECONDS));
      live.publish("check-progress", Map.of("share", 0.5));
      List<String> got = new java.util.ArrayList<>();
      while (!got.contains("data: {\"share\":0.5}")) {
        String line = lines.poll(10, TimeUnit.SECONDS);
        assertTrue(line != null, () -> "only " + got);
        got.add(line);
      }
      assertTrue(got.contains("event: check-progress"));
      live.close();
      page.get(10, TimeUnit.SECONDS);
      assertEquals(0, live.listeners());
    }
  }

  private static void readLines(String url, java.util.Queue<String> lines) {
    try (var reader =
        new java.io.BufferedReader(
            new java.io.InputStreamReader(
                java.net.URI.create(url).toURL().openStream(),
                java.nio.charset.StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        lines.add(line);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      assertTrue(latch.await(10, TimeUnit.SECONDS));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
