package org.wangge.web;

import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One log line and one measurement for every request, also those refused before any handler:
 * method, path without its query and without numbers of persons, status, milliseconds, bytes of the
 * body. No addresses of visitors, no query (it may carry names and places).
 */
final class RequestJournal implements RequestLog {
  static final String ROUTE = RequestJournal.class.getName();

  private static final Logger LOG = LoggerFactory.getLogger("request");
  private static final double NANOS = 1e9;

  private final Metrics metrics;

  RequestJournal(Metrics metrics) {
    this.metrics = metrics;
  }

  @Override
  public void log(Request request, Response response) {
    double seconds = (System.nanoTime() - request.getBeginNanoTime()) / NANOS;
    metrics.observe(request.getMethod(), route(request), response.getStatus(), seconds);
    if (LOG.isInfoEnabled()) {
      LOG.info(
          "{} {} {} {} ms {} bytes",
          request.getMethod(),
          ReadableAddress.of(Request.getPathInContext(request)),
          response.getStatus(),
          Math.round(seconds * 1e4) / 10.0,
          Response.getContentBytesWritten(response));
    }
  }

  private static String route(Request request) {
    Object route = request.getAttribute(ROUTE);
    return route == null ? "other" : route.toString();
  }
}
