package org.wangge.web;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.compression.Gzip;
import io.javalin.config.JavalinConfig;
import io.javalin.config.JettyConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.router.Endpoint;
import io.javalin.router.InternalRouter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The HTTP server: routes of all features and the files of the page behind one {@link Front}. Start
 * it once; {@link #close} lets requests under way finish for {@link WebConfig#stopSeconds()} while
 * new ones are refused.
 *
 * <p>Limits: 64 threads, half of them for bodies of one address, 30 s without a byte either way, 16
 * KiB of headers, bodies of {@value #LARGEST_BODY} bytes unless a handler reads more with {@link
 * RequestBody}.
 */
public final class WebServer implements AutoCloseable {
  static final long LARGEST_BODY = 1L << 26;

  private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);
  static final int THREADS = 64;
  private static final String LOCAL_HOST = "127.0.0.1";
  private static final int IDLE_MILLIS = 30_000;

  /** Slower than this for a body means a client that only holds a thread. */
  private static final long LEAST_BYTES_PER_SECOND = 200;

  private static final int HEADER_BYTES = 1 << 14;
  private static final int GZIP_LEVEL = 4;
  private static final int SMALLEST_GZIPPED = 1400;

  private final Javalin javalin;
  private final WebConfig config;

  private WebServer(Javalin javalin, WebConfig config) {
    this.javalin = javalin;
    this.config = config;
  }

  /** Wires and starts with {@link Gate#OPEN}: for tests of single features. */
  public static WebServer start(WebConfig config, List<? extends Routes> routes) {
    return start(config, Gate.OPEN, routes);
  }

  /**
   * Wires and starts.
   *
   * @throws io.javalin.util.JavalinBindException when the port is taken
   * @throws IllegalStateException when the gate does not know one of the routes
   * @throws IllegalArgumentException when the certificate cannot be used
   */
  public static WebServer start(WebConfig config, Gate gate, List<? extends Routes> routes) {
    Javalin javalin =
        Javalin.create(
            javalinConfig -> new Wiring(config, new Metrics(), javalinConfig, gate).wire(routes));
    gate.expect(templates(javalin));
    javalin.start();
    return new WebServer(javalin, config);
  }

  /** All routes as method and template. */
  private static List<String> templates(Javalin javalin) {
    return javalin.unsafe.internalRouter.allHttpHandlers().stream()
        .map(each -> each.endpoint)
        .filter(each -> each.method.isHttpMethod())
        .map(each -> each.method.name() + " " + each.path)
        .toList();
  }

  /** Every route as method and template: {@code GET /api/v1/cases/{id}}. */
  public List<String> routes() {
    return templates(javalin);
  }

  /** The port it listens on, also when 0 was asked for. */
  public int port() {
    return javalin.port();
  }

  /** Where a browser on this machine finds it. */
  public String url() {
    String host = config.host().equals("0.0.0.0") ? "localhost" : config.host();
    String scheme = config.certificate().isPresent() ? "https" : "http";
    return scheme + "://" + host + ":" + port();
  }

  /**
   * Where the command line of this machine finds it: also when the server listens elsewhere, or
   * proves itself with a certificate that says nothing of this machine's inner address.
   */
  public String localUrl() {
    if (isPlainlyLocal(config)) {
      return url();
    }
    Connector[] connectors = javalin.jettyServer().server().getConnectors();
    int local = ((ServerConnector) connectors[connectors.length - 1]).getLocalPort();
    return "http://" + LOCAL_HOST + ":" + local;
  }

  private static boolean isPlainlyLocal(WebConfig config) {
    return config.certificate().isEmpty() && config.host().equals(LOCAL_HOST);
  }

  @Override
  public void close() {
    javalin.stop();
  }

  /** Everything said to Javalin and Jetty, once. */
  private record Wiring(
      WebConfig config, Metrics metrics, JavalinConfig javalin, Gate gate, StaticPages pages) {

    Wiring(WebConfig config, Metrics metrics, JavalinConfig javalin, Gate gate) {
      this(config, metrics, javalin, gate, new StaticPages(config.policy()));
    }

    void wire(List<? extends Routes> routes) {
      javalin.startup.showJavalinBanner = false;
      javalin.startup.showOldJavalinVersionWarning = false;
      javalin.startup.startupWatcherEnabled = false;
      wireHttp();
      wireJetty(javalin.jetty);
      wireAnswers();
      wireGate();
      metrics.register(javalin.routes);
      new ProblemRoutes(config.policy()).register(javalin.routes);
      routes.forEach(each -> each.register(javalin.routes));
    }

    private void wireGate() {
      javalin.routes.beforeMatched(
          context -> {
            @Nullable Endpoint matched = context.endpoints().matchedHttpEndpoint();
            if (matched != null) {
              Visit visit = new Visit(context, matched.path);
              context.attribute(Visit.ATTRIBUTE, visit);
              Visitor.remember(context, gate.admit(visit));
            }
          });
      javalin.routes.after(
          context -> {
            @Nullable Visit visit = context.attribute(Visit.ATTRIBUTE);
            if (visit != null && Visitor.isKnown(context)) {
              gate.left(visit, Visitor.of(context), context.statusCode());
            }
          });
    }

    private void wireHttp() {
      javalin.http.prefer405over404 = true;
      javalin.http.maxRequestSize = LARGEST_BODY;
      javalin.concurrency.useVirtualThreads = false;
      CompressionStrategy gzip = new CompressionStrategy(null, new Gzip(GZIP_LEVEL));
      gzip.setDefaultMinSizeForCompression(SMALLEST_GZIPPED);
      javalin.http.compressionStrategy = gzip;
      javalin.jsonMapper(new JacksonJson());
      javalin.resourceHandler(pages);
      javalin.requestLogger.http(
          (context, millis) -> context.req().setAttribute(RequestJournal.ROUTE, route(context)));
    }

    private void wireJetty(JettyConfig jetty) {
      jetty.threadPool = new QueuedThreadPool(THREADS, 4);
      jetty.modifyHttpConfiguration(
          http -> {
            http.setRequestHeaderSize(HEADER_BYTES);
            http.setSendServerVersion(false);
            http.setSendDateHeader(true);
            http.setMinRequestDataRate(LEAST_BYTES_PER_SECOND);
          });
      jetty.addConnector(
          (server, http) -> bound(connector(server, http), config.host(), config.port()));
      if (!isPlainlyLocal(config)) {
        jetty.addConnector((server, http) -> bound(plain(server, http), LOCAL_HOST, 0));
      }
      jetty.modifyServer(
          server -> {
            server.setHandler(new GracefulHandler());
            server.setStopTimeout(config.stopSeconds() * 1000L);
            server.setRequestLog(new RequestJournal(metrics));
            server.setErrorHandler(new BareErrors());
          });
      FilterHolder front = new FilterHolder(new Front(config, this::methodsOf));
      front.setAsyncSupported(true);
      jetty.modifyServletContextHandler(
          context -> context.addFilter(front, "/*", EnumSet.of(DispatcherType.REQUEST)));
    }

    private static ServerConnector bound(ServerConnector connector, String host, int port) {
      connector.setHost(host);
      connector.setPort(port);
      connector.setIdleTimeout(IDLE_MILLIS);
      return connector;
    }

    private static ServerConnector plain(Server server, HttpConfiguration http) {
      return new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
    }

    private ServerConnector connector(Server server, HttpConfiguration http) {
      if (config.certificate().isEmpty()) {
        return plain(server, http);
      }
      HttpConfiguration secure = new HttpConfiguration(http);
      secure.addCustomizer(new SecureRequestCustomizer(false));
      HttpConnectionFactory inside = new HttpConnectionFactory(secure);
      return new ServerConnector(
          server,
          1,
          1,
          new SslConnectionFactory(Encryption.of(config.certificate().get()), inside.getProtocol()),
          inside);
    }

    private void wireAnswers() {
      javalin.routes.exception(
          ProblemException.class,
          (problem, context) -> refuse(context, problem.problem(), config.policy()));
      javalin.routes.exception(HttpResponseException.class, this::ofJavalin);
      javalin.routes.exception(Exception.class, WebServer::unexpected);
      javalin.router.javaLangErrorHandler(WebServer::outOfBounds);
    }

    private void ofJavalin(HttpResponseException failure, Context context) {
      ProblemKind kind = ProblemKind.ofStatus(failure.getStatus());
      Set<String> methods = methodsOf(context.path());
      if (kind == ProblemKind.METHOD_NOT_ALLOWED) {
        context.header("Allow", Front.allow(methods));
      }
      refuse(context, Problem.of(kind, sentence(kind, context, methods)), config.policy());
    }

    private static String sentence(ProblemKind kind, Context context, Set<String> methods) {
      return switch (kind) {
        case NOT_FOUND -> "There is nothing at " + context.path() + ".";
        case METHOD_NOT_ALLOWED ->
            context.method()
                + " is not possible at "
                + context.path()
                + ", but "
                + Front.allow(methods)
                + ".";
        default -> kind.title() + ".";
      };
    }

    private Set<String> methodsOf(String path) {
      InternalRouter router = javalin.unsafe.internalRouter;
      Set<String> methods = new TreeSet<>();
      for (HandlerType method : HandlerType.commonHttp()) {
        if (router.hasHttpHandlerEntry(method, path)) {
          methods.add(method.name());
        }
      }
      if (pages.has(path)) {
        methods.add("GET");
      }
      return methods;
    }
  }

  private static String route(Context context) {
    Endpoint endpoint = context.endpoints().lastHttpEndpoint();
    return endpoint == null ? "static" : endpoint.path;
  }

  private static void unexpected(Exception failure, Context context) {
    if (isGone(failure)) {
      LOG.debug("the client of {} left", context.path());
      return;
    }
    if (failure instanceof HttpException unreadable) {
      ProblemKind kind = ProblemKind.ofStatus(unreadable.getCode());
      answer(context, Problem.of(kind, kind.title() + "."));
      return;
    }
    LOG.error("{} {} failed", context.method(), ReadableAddress.of(context.path()), failure);
    answer(
        context,
        Problem.of(ProblemKind.INTERNAL, "The server failed on this request; its log says why."));
  }

  /**
   * Errors of the virtual machine: a stack overflow on one request must not look like anything
   * else.
   */
  private static void outOfBounds(HttpServletResponse response, Error failure) {
    LOG.error("the virtual machine failed on a request", failure);
    response.setStatus(ProblemKind.INTERNAL.status());
  }

  private static boolean isGone(Throwable failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof IOException
          && each.getClass().getName().startsWith("org.eclipse.jetty.")) {
        return true;
      }
    }
    return false;
  }

  /** A page for people who navigated here, problem details for everything else. */
  private static void refuse(Context context, Problem problem, SecurityPolicy policy) {
    answer(context, problem);
    if (ProblemPage.isWanted(context, problem)) {
      ProblemPage.send(context, problem, policy);
    }
  }

  private static void answer(Context context, Problem problem) {
    context.status(problem.kind().status());
    context.contentType("application/problem+json").header("Cache-Control", "no-store");
    context.removeHeader("ETag");
    context.result(JsonOut.bytes(problem.members(context.path())));
  }
}
