package org.wangge.web;

import io.javalin.compression.CompressionStrategy;
import io.javalin.http.Context;
import io.javalin.http.staticfiles.ResourceHandler;
import io.javalin.http.staticfiles.StaticFileConfig;
import io.javalin.security.RouteRole;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Files of the page from the class path: {@code /} from the folder {@code web}, {@code /assets}
 * from {@code assets}, {@code /webjars} from the webjars. Only plain names with a known ending are
 * looked for; {@code /} and names ending in a slash mean their {@code index.html}. Files in jars
 * are read once; files on disk (while developing) each time.
 */
public final class StaticPages implements ResourceHandler {
  private static final Pattern PLAIN = Pattern.compile("(/[A-Za-z0-9_@+-][A-Za-z0-9_@+.-]*)*/?");
  private static final String FOREVER = "public, max-age=31536000, immutable";

  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("html", "text/html; charset=utf-8"),
          Map.entry("js", "text/javascript; charset=utf-8"),
          Map.entry("mjs", "text/javascript; charset=utf-8"),
          Map.entry("css", "text/css; charset=utf-8"),
          Map.entry("json", "application/json"),
          Map.entry("map", "application/json"),
          Map.entry("webmanifest", "application/manifest+json"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("png", "image/png"),
          Map.entry("jpg", "image/jpeg"),
          Map.entry("ico", "image/x-icon"),
          Map.entry("woff2", "font/woff2"),
          Map.entry("txt", "text/plain; charset=utf-8"));

  private final SecurityPolicy policy;
  private final Map<String, Page> pages = new ConcurrentHashMap<>();

  public StaticPages(SecurityPolicy policy) {
    this.policy = policy;
  }

  /** A file ready to send, with its policy when it is a page. */
  private record Page(Entity entity, String policy, String cacheControl) {}

  @Override
  public void init(CompressionStrategy strategy) {
    // Entities compress themselves, once.
  }

  @Override
  public boolean canHandle(Context context) {
    return find(context.path()).isPresent();
  }

  @Override
  public boolean handle(Context context) {
    Optional<Page> found = find(context.path());
    found.ifPresent(page -> send(context, page));
    return found.isPresent();
  }

  @Override
  public boolean addStaticFileConfig(StaticFileConfig config) {
    return false;
  }

  @Override
  public Set<RouteRole> resourceRouteRoles(Context context) {
    return Set.of();
  }

  private static void send(Context context, Page page) {
    context.header("Content-Security-Policy", page.policy());
    page.entity().send(context, page.cacheControl());
  }

  boolean has(String path) {
    return find(path).isPresent();
  }

  private Optional<Page> find(String path) {
    Page known = pages.get(path);
    return known != null
        ? Optional.of(known)
        : PLAIN.matcher(path).matches() ? load(path) : Optional.empty();
  }

  private Optional<Page> load(String path) {
    String name = path.endsWith("/") ? path + "index.html" : path;
    String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    URL url = type == null ? null : getClass().getResource(folder(name));
    if (url == null || type == null) {
      return Optional.empty();
    }
    Page page = page(read(url), type, name);
    if (!url.getProtocol().equals("file")) {
      pages.put(path, page);
    }
    return Optional.of(page);
  }

  private static String folder(String name) {
    if (name.startsWith("/webjars/")) {
      return "/META-INF/resources" + name;
    }
    return name.startsWith("/assets/") ? name : "/web" + name;
  }

  private Page page(byte[] bytes, String type, String name) {
    String csp =
        type.startsWith("text/html")
            ? policy.of(new String(bytes, StandardCharsets.UTF_8))
            : SecurityPolicy.NOTHING;
    return new Page(
        Entity.of(bytes, type), csp, name.startsWith("/webjars/") ? FOREVER : Entity.REVALIDATE);
  }

  private static byte[] read(URL url) {
    try (InputStream in = url.openStream()) {
      return in.readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
