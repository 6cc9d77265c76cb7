package org.wangge.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The address a request comes from. What a proxy says ({@code X-Forwarded-For}) is believed only
 * when the connection itself comes from a proxy that is trusted ({@link WebConfig#trustedProxies});
 * the last address in the header that is not trusted is then the client's.
 */
final class ClientAddress {
  private static final String ATTRIBUTE = ClientAddress.class.getName();

  private ClientAddress() {}

  static String of(HttpServletRequest request) {
    Object found = request.getAttribute(ATTRIBUTE);
    return found == null ? request.getRemoteAddr() : found.toString();
  }

  /** Works the address out once for a request. */
  static void remember(HttpServletRequest request, Set<String> trusted) {
    String peer = request.getRemoteAddr();
    request.setAttribute(
        ATTRIBUTE, isTrusted(peer, trusted) ? client(said(request), peer, trusted) : peer);
  }

  /** All lines of the header: a proxy may add its word in a line of its own, after the client's. */
  private static String said(HttpServletRequest request) {
    return String.join(",", Collections.list(request.getHeaders("X-Forwarded-For")));
  }

  /** Whether what this request says of proxies may be believed. */
  static boolean isBehindTrustedProxy(HttpServletRequest request, Set<String> trusted) {
    return isTrusted(request.getRemoteAddr(), trusted);
  }

  private static String client(String said, String peer, Set<String> trusted) {
    List<String> hops = List.of(said.split(",", -1));
    for (int i = hops.size() - 1; i >= 0; i--) {
      String hop = hops.get(i).strip();
      if (!isTrusted(hop, trusted)) {
        return findAddress(hop).map(InetAddress::getHostAddress).orElse(peer);
      }
    }
    return peer;
  }

  private static boolean isTrusted(String address, Set<String> trusted) {
    return trusted.contains(address);
  }

  /** A numeric address; names are never looked up. */
  private static Optional<InetAddress> findAddress(String text) {
    try {
      boolean numeric = text.matches("[0-9a-fA-F:.]{2,45}") && text.matches(".*[.:].*");
      return numeric ? Optional.of(InetAddress.getByName(text)) : Optional.empty();
    } catch (UnknownHostException notAnAddress) {
      return Optional.empty();
    }
  }
}
