package org.wangge.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/**
 * Builds an HTML page; everything given is escaped, there is no way to put markup in as text. Links
 * go to http, https or a place on this server, anything else becomes {@code #}. Styles and scripts
 * come by address only, as the content security policy wants.
 */
public final class Html {
  private static final Set<String> VOID = Set.of("meta", "link", "br", "img", "input", "hr");

  private final StringBuilder text = new StringBuilder(1 << 12);
  private final Deque<String> open = new ArrayDeque<>();

  /** A page begun, its body open; {@link #bytes()} closes what is open. */
  public static Html page(String title, String... styles) {
    Html html = new Html();
    html.text.append("<!doctype html>\n");
    html.open("html", "lang", "zh-CN").open("head").empty("meta", "charset", "utf-8");
    html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    html.element("title", title);
    for (String style : styles) {
      html.empty("link", "rel", "stylesheet", "href", style);
    }
    return html.close().open("body");
  }

  /**
   * @param attributes name, value, name, value …
   */
  public Html open(String element, String... attributes) {
    begin(element, attributes);
    open.push(element);
    return this;
  }

  public Html close() {
    text.append("</").append(open.pop()).append(">\n");
    return this;
  }

  /** An element with text inside. */
  public Html element(String element, String content, String... attributes) {
    begin(element, attributes);
    text(content);
    text.append("</").append(element).append(">\n");
    return this;
  }

  /** An element without content. */
  public Html empty(String element, String... attributes) {
    begin(element, attributes);
    if (!VOID.contains(element)) {
      text.append("</").append(element).append(">");
    }
    text.append('\n');
    return this;
  }

  public Html link(String href, String content) {
    return element("a", content, "href", href);
  }

  public Html text(String content) {
    escape(content);
    return this;
  }

  /** Closes everything open. */
  public byte[] bytes() {
    while (!open.isEmpty()) {
      close();
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void begin(String element, String... attributes) {
    text.append('<').append(element);
    for (int i = 0; i < attributes.length; i += 2) {
      text.append(' ').append(attributes[i]).append("=\"");
      escape(isAddress(attributes[i]) ? safe(attributes[i + 1]) : attributes[i + 1]);
      text.append('"');
    }
    text.append('>');
  }

  private static boolean isAddress(String attribute) {
    return attribute.equals("href") || attribute.equals("src");
  }

  private static String safe(String address) {
    return address.startsWith("http://")
            || address.startsWith("https://")
            || address.startsWith("/")
            || address.startsWith("#")
            || address.startsWith("?")
        ? address
        : "#";
  }

  private void escape(String content) {
    for (int i = 0; i < content.length(); i++) {
      char c = content.charAt(i);
      switch (c) {
        case '<' -> text.append("&lt;");
        case '>' -> text.append("&gt;");
        case '&' -> text.append("&amp;");
        case '"' -> text.append("&quot;");
        case '\'' -> text.append("&#39;");
        default -> text.append(c);
      }
    }
  }
}
