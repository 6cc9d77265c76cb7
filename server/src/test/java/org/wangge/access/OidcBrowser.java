package org.wangge.access;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.wangge.web.TestClient;

/** Keeps cookies, and goes where it is sent one step at a time. */
final class OidcBrowser {
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .cookieHandler(new CookieManager())
          .build();
  private final URI home;

  OidcBrowser(URI home) {
    this.home = home;
  }

  HttpResponse<String> get(String place, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(home.resolve(place));
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  HttpResponse<String> post(String place, String json) {
    return send(
        HttpRequest.newBuilder(home.resolve(place))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json)));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException failed) {
      throw new AssertionError(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interrupted);
    }
  }

  /** Where the provider sends it back to, after it was sent there. */
  String wayBack() {
    return wayBack("/api/v1/oidc/start");
  }

  private String wayBack(String start) {
    return location(get(location(get(start))));
  }

  /** The whole way from start to the answer of the callback. */
  HttpResponse<String> signIn() {
    return get(wayBack());
  }

  /** The same with another start. */
  HttpResponse<String> signIn(String start, String... headers) {
    return get(wayBack(start), headers);
  }

  static String location(HttpResponse<String> response) {
    return response
        .headers()
        .firstValue("Location")
        .orElseThrow(() -> new AssertionError(response.statusCode() + " " + response.body()));
  }

  /** What the server says of this visitor. */
  JsonNode session() {
    return TestClient.tree(get("/api/v1/session"));
  }

  String name() {
    return session().get("viewer").get("name").asText();
  }
}
