package org.wangge.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What every request passes before its handler: a limit of requests by address, security headers,
 * CORS (anyone may read, nobody else's page may write), OPTIONS with Allow, HEAD as GET without its
 * body, and the base of links.
 */
final class Front implements Filter {
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  /** Of one address at a time: half the threads of the server. */
  private static final int MOST_BODIES = WebServer.THREADS / 2;

  private static final String EXPOSED = "Content-Crs, ETag, Link, Location";
  private static final String TAKEN =
      "Accept, Accept-Crs, Accept-Language, Content-Type, If-Match, If-None-Match,"
          + " If-Modified-Since";

  private final WebConfig config;
  private final Function<String, Set<String>> methodsOf;
  private final RequestRate rate;
  private final OpenBodies bodies = new OpenBodies(MOST_BODIES);

  /**
   * @param methodsOf the methods a path has handlers for, empty when there is no such path
   */
  Front(WebConfig config, Function<String, Set<String>> methodsOf) {
    this.config = config;
    this.methodsOf = methodsOf;
    this.rate = new RequestRate(config.requestsPerSecond());
  }

  @Override
  public void doFilter(ServletRequest in, ServletResponse out, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest request = (HttpServletRequest) in;
    HttpServletResponse response = (HttpServletResponse) out;
    BaseUrl.remember(request, config);
    ClientAddress.remember(request, config.trustedProxies());
    addHeaders(request, response);
    OptionalLong wait = rate.take(ClientAddress.of(request));
    if (wait.isPresent()) {
      response.setHeader("Retry-After", Long.toString(wait.getAsLong()));
      write(tooMany(), request, response);
    } else if (isForeignWrite(request)) {
      refuse(request, response);
    } else if (request.getMethod().equals("OPTIONS")) {
      options(request, response);
    } else {
      handle(request, response, chain);
    }
  }

  private void handle(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (!hasBody(request)) {
      chain.doFilter(new AsSent(request), response);
      return;
    }
    String client = ClientAddress.of(request);
    if (!bodies.enter(client)) {
      response.setHeader("Retry-After", "1");
      write(tooMany(), request, response);
      return;
    }
    try {
      chain.doFilter(new AsSent(request), response);
    } finally {
      bodies.leave(client);
    }
  }

  private static boolean hasBody(HttpServletRequest request) {
    return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
  }

  private static Problem tooMany() {
    return Problem.of(ProblemKind.TOO_MANY_REQUESTS, "Too many requests came from your address.")
        .withRemedy("Wait the seconds of Retry-After.");
  }

  private static void addHeaders(HttpServletRequest request, HttpServletResponse response) {
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "same-origin");
    response.setHeader("Content-Security-Policy", SecurityPolicy.NOTHING);
    response.setHeader("X-Frame-Options", "SAMEORIGIN");
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Permissions-Policy", "camera=(), microphone=(), payment=(), usb=()");
    if (BaseUrl.of(request).startsWith("https:")) {
      response.setHeader("Strict-Transport-Security", "max-age=31536000");
    }
    response.setHeader("Access-Control-Allow-Origin", "*");
    response.setHeader("Access-Control-Expose-Headers", EXPOSED);
  }

  /**
   * Browsers say where a request comes from; a page of another site must not write in the name of
   * its visitor.
   */
  private static boolean isForeignWrite(HttpServletRequest request) {
    if (READING.contains(request.getMethod())) {
      return false;
    }
    String site = request.getHeader("Sec-Fetch-Site");
    String origin = request.getHeader("Origin");
    return site != null ? site.equals("cross-site") : origin != null && !isOwn(origin, request);
  }

  private static boolean isOwn(String origin, HttpServletRequest request) {
    try {
      String own = URI.create(BaseUrl.of(request)).getAuthority();
      return own != null && own.equals(URI.create(origin).getAuthority());
    } catch (IllegalArgumentException notAnAddress) {
      return false;
    }
  }

  private static void refuse(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Problem problem =
        Problem.of(ProblemKind.CROSS_SITE, "A page of another site may read here but not write.")
            .withRemedy("Write from the page of this server, or without a browser.");
    write(problem, request, response);
  }

  private void options(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Set<String> methods = methodsOf.apply(request.getRequestURI());
    if (methods.isEmpty()) {
      writeNotFound(request, response);
      return;
    }
    response.setStatus(204);
    response.setHeader("Allow", allow(methods));
    if (request.getHeader("Access-Control-Request-Method") != null) {
      preflight(methods, response);
    }
  }

  private static void preflight(Set<String> methods, HttpServletResponse response) {
    Set<String> reading = new TreeSet<>(READING);
    reading.retainAll(Set.of(allow(methods).split(", ")));
    response.setHeader("Access-Control-Allow-Methods", String.join(", ", reading));
    response.setHeader("Access-Control-Allow-Headers", TAKEN);
    response.setHeader("Access-Control-Max-Age", "86400");
  }

  private static void writeNotFound(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Problem problem =
        Problem.of(ProblemKind.NOT_FOUND, "There is nothing at " + request.getRequestURI() + ".");
    write(problem, request, response);
  }

  private static void write(
      Problem problem, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setStatus(problem.kind().status());
    response.setContentType("application/problem+json");
    response.getOutputStream().write(JsonOut.bytes(problem.members(request.getRequestURI())));
  }

  /** The Allow header for these handlers: HEAD goes with GET, OPTIONS with everything. */
  static String allow(Set<String> methods) {
    Set<String> all = new TreeSet<>(methods);
    all.add("OPTIONS");
    if (all.contains("GET")) {
      all.add("HEAD");
    }
    return String.join(", ", all);
  }

  /**
   * The request by the method it was sent with, HEAD as GET: Jetty still knows that it was HEAD and
   * sends no body. A header that names another method would be believed by the router and not by
   * whatever looked at the request before it.
   */
  private static final class AsSent extends HttpServletRequestWrapper {
    private static final String ANOTHER_METHOD = "X-HTTP-Method-Override";

    AsSent(HttpServletRequest request) {
      super(request);
    }

    @Override
    public String getMethod() {
      return super.getMethod().equals("HEAD") ? "GET" : super.getMethod();
    }

    @Override
    public @Nullable String getHeader(String name) {
      return name.equalsIgnoreCase(ANOTHER_METHOD) ? null : super.getHeader(name);
    }
  }
}
