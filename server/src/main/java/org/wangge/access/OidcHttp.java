package org.wangge.access;

import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPRequestSender;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPRequest;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * HTTP with the identity provider: no redirect is followed, an answer must be complete within five
 * seconds, and few requests are under way at once, so that a provider that hangs does not hold all
 * threads of this server.
 */
final class OidcHttp implements HTTPRequestSender, ResourceRetriever {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int MOST_AT_ONCE = 8;

  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(PATIENCE)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final Semaphore free = new Semaphore(MOST_AT_ONCE);

  @Override
  public HTTPResponse send(ReadOnlyHTTPRequest request) throws IOException {
    if (!free.tryAcquire()) {
      throw new IOException("too many requests to the identity provider are under way");
    }
    try {
      return answer(exchange(plain(request)));
    } finally {
      free.release();
    }
  }

  private static HttpRequest plain(ReadOnlyHTTPRequest request) {
    String body = request.getBody();
    BodyPublisher publisher =
        body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(request.getURI()).method(request.getMethod().name(), publisher);
    request
        .getHeaderMap()
        .forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
    return builder.build();
  }

  private HttpResponse<String> exchange(HttpRequest request) throws IOException {
    CompletableFuture<HttpResponse<String>> coming =
        client.sendAsync(request, BodyHandlers.ofString());
    try {
      return coming.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException slow) {
      coming.cancel(true);
      throw new IOException(request.uri() + " does not answer in time", slow);
    } catch (ExecutionException failed) {
      throw new IOException(request.uri() + " cannot be reached", failed.getCause());
    } catch (InterruptedException interrupted) {
      coming.cancel(true);
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", interrupted);
    }
  }

  private static HTTPResponse answer(HttpResponse<String> response) {
    HTTPResponse answer = new HTTPResponse(response.statusCode());
    response
        .headers()
        .firstValue("Content-Type")
        .ifPresent(type -> answer.setHeader("Content-Type", type));
    answer.setBody(response.body());
    return answer;
  }

  /** The keys of the provider. */
  @Override
  public Resource retrieveResource(URL url) throws IOException {
    HTTPResponse answer = send(new HTTPRequest(HTTPRequest.Method.GET, URI.create(url.toString())));
    if (answer.getStatusCode() != HTTPResponse.SC_OK) {
      throw new IOException(url + " answers with status " + answer.getStatusCode());
    }
    return new Resource(answer.getBody(), answer.getHeaderValue("Content-Type"));
  }
}
