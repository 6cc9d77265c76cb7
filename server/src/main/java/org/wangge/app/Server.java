package org.wangge.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wangge.web.JsonOut;

/**
 * The server that the command line speaks to: the one running on the data directory, else one
 * opened in this process for as long as the command takes. So a command does the same, by the same
 * rules and with the same audit events, whether or not a server runs.
 */
final class Server implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final ControlFile.Server place;
  private final Optional<App> opened;

  private Server(ControlFile.Server place, Optional<App> opened) {
    this.place = place;
    this.opened = opened;
  }

  /** Finds the running server, or opens the store. */
  static Server of(Config config) {
    Optional<Server> running =
        ControlFile.below(config.data())
            .find()
            .map(place -> new Server(place, Optional.empty()))
            .filter(Server::answers);
    return running.orElseGet(() -> open(config));
  }

  private static Server open(Config config) {
    App app = App.open(config);
    String url = app.serve(config.onlyHere()).url();
    return new Server(
        new ControlFile.Server(url, app.access().localKey().text()), Optional.of(app));
  }

  /** The same server, asked by the holder of a token. */
  Server as(String token) {
    return new Server(new ControlFile.Server(place.url(), token), Optional.empty());
  }

  private boolean answers() {
    try {
      return send("GET", "/api/v1/session", null)
          .path("viewer")
          .path("kind")
          .asText()
          .equals("local");
    } catch (IllegalArgumentException stopped) {
      return false;
    }
  }

  JsonNode get(String path) {
    return send("GET", path, null);
  }

  JsonNode post(String path, Map<String, ?> body) {
    return send("POST", path, body);
  }

  JsonNode delete(String path) {
    return send("DELETE", path, null);
  }

  JsonNode patch(String path, int version, Map<String, ?> body) {
    return send("PATCH", path, body, "If-Match", "\"" + version + "\"");
  }

  /** The answer as text, for exports. */
  String text(String path) {
    return exchange("GET", path, null).body();
  }

  /**
   * @throws IllegalArgumentException with the problem in words when the server says no
   */
  private JsonNode send(
      String method, String path, @Nullable Map<String, ?> body, String... headers) {
    try {
      String answer = exchange(method, path, body, headers).body();
      return answer.isEmpty() ? MissingNode.getInstance() : JsonOut.mapper().readTree(answer);
    } catch (IOException unreadable) {
      throw new IllegalArgumentException("the server's answer is no JSON", unreadable);
    }
  }

  private HttpResponse<String> exchange(
      String method, String path, @Nullable Map<String, ?> body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(place.url() + path))
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + place.key())
            .header("Content-Type", "application/json");
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      HttpResponse<String> response =
          client.send(
              request
                  .method(
                      method,
                      body == null
                          ? BodyPublishers.noBody()
                          : BodyPublishers.ofByteArray(JsonOut.bytes(body)))
                  .build(),
              BodyHandlers.ofString());
      if (response.statusCode() >= 400) {
        throw new IllegalArgumentException(words(response.body()));
      }
      return response;
    } catch (IOException failed) {
      throw new IllegalArgumentException(
          "the server at " + place.url() + " does not answer: " + failed.getMessage(), failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalArgumentException("interrupted", interrupted);
    }
  }

  private static String words(String problem) {
    try {
      JsonNode node = JsonOut.mapper().readTree(problem);
      return (node.path("detail").asText() + " " + node.path("remedy").asText()).strip();
    } catch (IOException noProblem) {
      return problem;
    }
  }

  @Override
  public void close() {
    opened.ifPresent(App::close);
  }
}
