package org.wangge.web;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** An answer to be saved as a file, with a name in any script (RFC 6266). */
public final class Download {
  private static final String UNRESERVED = "!#$&+-.^_`|~";

  private Download() {}

  /**
   * Answers with a file.
   *
   * @param fileName what it should be saved as
   * @param plainName the same for clients that know ASCII only
   */
  public static void send(
      Context context, Entity file, String fileName, String plainName, boolean inline) {
    String how = inline ? "inline" : "attachment";
    context.header(
        "Content-Disposition",
        "%s; filename=\"%s\"; filename*=UTF-8''%s"
            .formatted(how, plain(plainName), encoded(fileName)));
    file.send(context);
  }

  private static String plain(String name) {
    return name.replaceAll("[^A-Za-z0-9._-]", "_");
  }

  /** RFC 8187: what may not stand in a header is written by its bytes. */
  static String encoded(String name) {
    StringBuilder text = new StringBuilder();
    for (byte each : name.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (each & 0xFF);
      boolean plain =
          (c < 128 && Character.isLetterOrDigit(c)) || (c < 128 && UNRESERVED.indexOf(c) >= 0);
      text.append(plain ? String.valueOf(c) : String.format(Locale.ROOT, "%%%02X", (int) c));
    }
    return text.toString();
  }
}
