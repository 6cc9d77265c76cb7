package org.wangge.web;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Problems for what Jetty refuses before any route is looked for: bad request lines, headers too
 * large.
 */
final class BareErrors extends ErrorHandler {

  @Override
  protected void generateResponse(
      Request request,
      Response response,
      int code,
      @Nullable String message,
      @Nullable Throwable cause,
      Callback callback) {
    ProblemKind kind = ProblemKind.ofStatus(code);
    Problem problem = Problem.of(kind, kind.title() + ".");
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/problem+json");
    response.write(
        true,
        ByteBuffer.wrap(JsonOut.bytes(problem.members(Request.getPathInContext(request)))),
        callback);
  }
}
