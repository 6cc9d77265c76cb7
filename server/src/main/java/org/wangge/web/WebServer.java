package org.wangge.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The HTTP server: routes of all features behind one front. Start it once; stopping lets requests
 * under way finish for {@link WebConfig#stopSeconds()}.
 */
public final class WebServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);

  private final Javalin javalin;
  private final WebConfig config;

  private WebServer(Javalin javalin, WebConfig config) {
    this.javalin = javalin;
    this.config = config;
  }

  /** Wires and starts. */
  public static WebServer start(WebConfig config, List<? extends Routes> routes) {
    Javalin javalin = Javalin.create(javalinConfig -> configure(javalinConfig, routes));
    javalin.start(config.host(), config.port());
    return new WebServer(javalin, config);
  }

  /** The port it listens on, also when 0 was asked for. */
  public int port() {
    return javalin.port();
  }

  /** Where a browser on this machine finds it. */
  public String url() {
    String host = config.host().equals("0.0.0.0") ? "localhost" : config.host();
    return "http://" + host + ":" + port();
  }

  @Override
  public void close() {
    javalin.stop();
  }

  private static void configure(JavalinConfig config, List<? extends Routes> routes) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.http.prefer405over404 = true;
    routes.forEach(each -> each.register(config.routes));
    config.routes.exception(
        ProblemException.class, (problem, context) -> answer(context, problem.problem()));
    config.routes.exception(HttpResponseException.class, WebServer::ofJavalin);
    config.routes.exception(Exception.class, WebServer::unexpected);
  }

  private static void ofJavalin(HttpResponseException failure, Context context) {
    ProblemKind kind = ProblemKind.ofStatus(failure.getStatus());
    answer(context, Problem.of(kind, kind.title() + ": " + context.path()));
  }

  private static void unexpected(Exception failure, Context context) {
    LOG.error("{} {} failed", context.method(), context.path(), failure);
    answer(
        context,
        Problem.of(ProblemKind.INTERNAL, "The server failed on this request; its log says why."));
  }

  static void answer(Context context, Problem problem) {
    context.status(problem.kind().status());
    context.contentType("application/problem+json").header("Cache-Control", "no-store");
    context.result(JsonOut.bytes(problem.members(context.path())));
  }
}
