package org.wangge.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Speaks to a test server as any client would. */
public final class TestClient {
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String base;

  public TestClient(String base) {
    this.base = base;
  }

  /** GET with headers name, value, name, value … */
  public HttpResponse<String> get(String path, String... headers) {
    return send("GET", path, "", headers);
  }

  public HttpResponse<String> send(String method, String path, String body, String... headers) {
    HttpRequest.Builder request = builder(path, headers);
    return exchange(
        request.method(method, HttpRequest.BodyPublishers.ofString(body)).build(),
        BodyHandlers.ofString());
  }

  public HttpResponse<byte[]> bytes(String path, String... headers) {
    return exchange(builder(path, headers).GET().build(), BodyHandlers.ofByteArray());
  }

  public JsonNode json(String path, String... headers) {
    return tree(get(path, headers));
  }

  public static JsonNode tree(HttpResponse<String> response) {
    try {
      return JsonOut.mapper().readTree(response.body());
    } catch (IOException notJson) {
      throw new AssertionError("not JSON: " + response.body(), notJson);
    }
  }

  private HttpRequest.Builder builder(String path, String... headers) {
    URI uri = URI.create(path.startsWith("http") ? path : base + path);
    HttpRequest.Builder request = HttpRequest.newBuilder(uri);
    return headers.length == 0 ? request : request.headers(headers);
  }

  private <T> HttpResponse<T> exchange(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
    try {
      return client.send(request, handler);
    } catch (IOException failed) {
      throw new AssertionError(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interrupted);
    }
  }
}
