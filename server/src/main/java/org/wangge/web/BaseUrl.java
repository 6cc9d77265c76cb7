package org.wangge.web;

import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What absolute links begin with, without a slash at the end: the configured address; else what a
 * proxy tells ({@code Forwarded}, {@code X-Forwarded-Proto/-Host/-Port/-Prefix}); else the
 * request's own scheme and Host. Values that are no host names, schemes or paths are passed over,
 * so that a header cannot put anything else into a link.
 */
public final class BaseUrl {
  private static final String ATTRIBUTE = BaseUrl.class.getName();
  private static final Pattern HOST =
      Pattern.compile("[A-Za-z0-9._-]+(:\\d{1,5})?|\\[[0-9A-Fa-f:.]+](:\\d{1,5})?");
  private static final Pattern PREFIX = Pattern.compile("(/(?!\\.{1,2}(/|$))[A-Za-z0-9._~-]+)+");

  private BaseUrl() {}

  /** The base of links in the answer to this request. */
  public static String of(Context context) {
    return of(context.req());
  }

  static String of(HttpServletRequest request) {
    Object found = request.getAttribute(ATTRIBUTE);
    return found == null ? find(null, request.getScheme(), request::getHeader) : found.toString();
  }

  /** Works the base out once for a request. */
  static void remember(HttpServletRequest request, WebConfig config) {
    boolean proxied = ClientAddress.isBehindTrustedProxy(request, config.trustedProxies());
    UnaryOperator<@Nullable String> header =
        name -> proxied || "Host".equals(name) ? request.getHeader(name) : null;
    request.setAttribute(ATTRIBUTE, find(config.baseUrl(), request.getScheme(), header));
  }

  /** Whether the visitor's own connection is encrypted, up to here or up to the proxy. */
  public static boolean isSecure(Context context) {
    return of(context).startsWith("https:");
  }

  static String find(
      @Nullable String configured, String scheme, UnaryOperator<@Nullable String> header) {
    if (configured != null && !configured.isEmpty()) {
      return configured.endsWith("/")
          ? configured.substring(0, configured.length() - 1)
          : configured;
    }
    String proto =
        forwarded(header, "proto")
            .or(() -> first(header, "X-Forwarded-Proto"))
            .filter(BaseUrl::isScheme)
            .orElse(scheme);
    String host =
        forwarded(header, "host")
            .filter(BaseUrl::isHost)
            .or(() -> forwardedHost(proto, header))
            .or(() -> first(header, "Host").filter(BaseUrl::isHost))
            .orElse("localhost");
    String prefix =
        first(header, "X-Forwarded-Prefix")
            .filter(path -> PREFIX.matcher(path).matches())
            .orElse("");
    return proto.toLowerCase(Locale.ROOT) + "://" + host + prefix;
  }

  private static Optional<String> forwardedHost(
      String proto, UnaryOperator<@Nullable String> header) {
    return first(header, "X-Forwarded-Host")
        .filter(BaseUrl::isHost)
        .map(name -> withPort(name, proto, header));
  }

  private static boolean isHost(String text) {
    return HOST.matcher(text).matches();
  }

  private static String withPort(
      String host, String proto, UnaryOperator<@Nullable String> header) {
    String usual = proto.equalsIgnoreCase("https") ? "443" : "80";
    boolean hasPort = host.indexOf(':', host.lastIndexOf(']') + 1) >= 0;
    return first(header, "X-Forwarded-Port")
        .filter(port -> !hasPort && !port.equals(usual) && port.matches("\\d{1,5}"))
        .map(port -> host + ":" + port)
        .orElse(host);
  }

  private static boolean isScheme(String text) {
    return text.equalsIgnoreCase("http") || text.equalsIgnoreCase("https");
  }

  /** The first value of a header that proxies append to. */
  private static Optional<String> first(UnaryOperator<@Nullable String> header, String name) {
    return Optional.ofNullable(header.apply(name))
        .map(value -> value.split(",", 2)[0].strip())
        .filter(value -> !value.isEmpty());
  }

  /** A parameter of the first element of RFC 7239 Forwarded. */
  private static Optional<String> forwarded(
      UnaryOperator<@Nullable String> header, String parameter) {
    Pattern pattern = Pattern.compile("(?i)(?:^|;)\\s*" + parameter + "=\"?([^\";]+)\"?");
    return first(header, "Forwarded")
        .map(pattern::matcher)
        .filter(Matcher::find)
        .map(found -> found.group(1).strip());
  }
}
