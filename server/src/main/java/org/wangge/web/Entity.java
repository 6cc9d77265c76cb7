package org.wangge.web;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/**
 * A body made once and sent many times: its bytes, the same gzipped (made on first demand, once),
 * its entity tag. Tags are weak, because the same tag stands for the plain and the compressed form.
 *
 * <p>{@link #isNotModified} does the conditional part alone, for answers that are streamed: ask it
 * before any work.
 */
public final class Entity {
  /**
   * Kept by the visitor's own cache, since others may see less, and asked again each time: the
   * answer is then 304 in most cases.
   */
  public static final String REVALIDATE = "private, no-cache";

  private static final int SMALLEST_GZIPPED = 1400;

  private final byte[] body;
  private final String contentType;
  private final String tag;
  private volatile byte[] gzipped = new byte[0];

  private Entity(byte[] body, String contentType, String tag) {
    this.body = body;
    this.contentType = contentType;
    this.tag = tag;
  }

  /** An entity tagged by its content. */
  public static Entity of(byte[] body, String contentType) {
    return new Entity(body, contentType, tagOf(body));
  }

  public static Entity json(Object value) {
    return of(JsonOut.bytes(value), "application/json");
  }

  public String tag() {
    return tag;
  }

  public int size() {
    return body.length;
  }

  /** Makes the compressed form now, so that no request waits for it. */
  public void compress() {
    gzipped();
  }

  /** Answers with 304, or with the body in the encoding the client takes. */
  public void send(Context context) {
    send(context, REVALIDATE);
  }

  void send(Context context, String cacheControl) {
    if (!isNotModified(context, tag, cacheControl)) {
      sendBody(context);
    }
  }

  /** Answers with the body, whatever the condition. */
  private void sendBody(Context context) {
    context.contentType(contentType).disableCompression();
    if (body.length >= SMALLEST_GZIPPED && takesGzip(context)) {
      context.header("Content-Encoding", "gzip").result(gzipped());
    } else {
      context.result(body);
    }
  }

  /**
   * Sets ETag, Cache-Control and Vary, and answers 304 when the client has this already.
   *
   * @return true when the answer is complete
   */
  public static boolean isNotModified(Context context, String tag, String cacheControl) {
    context.header("ETag", tag).header("Cache-Control", cacheControl);
    context.header("Vary", "Accept, Accept-Encoding");
    boolean known =
        Optional.ofNullable(context.header("If-None-Match"))
            .filter(given -> matches(given, tag))
            .isPresent();
    if (known) {
      context.status(304);
    }
    return known;
  }

  /**
   * A weak tag from texts that together determine the answer (version of the data, path, query,
   * media type).
   */
  public static String tag(String... seeds) {
    return tagOf(String.join("\u0000", seeds).getBytes(StandardCharsets.UTF_8));
  }

  static boolean matches(String ifNoneMatch, String tag) {
    if (ifNoneMatch.strip().equals("*")) {
      return true;
    }
    for (String given : ifNoneMatch.split(",")) {
      if (opaque(given.strip()).equals(opaque(tag))) {
        return true;
      }
    }
    return false;
  }

  /** Weak comparison: the W/ does not count. */
  private static String opaque(String tag) {
    return tag.startsWith("W/") ? tag.substring(2) : tag;
  }

  private static String tagOf(byte[] bytes) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return "W/\""
          + Base64.getUrlEncoder().withoutPadding().encodeToString(hash).substring(0, 22)
          + "\"";
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  static boolean takesGzip(Context context) {
    String accepted = context.header("Accept-Encoding");
    return accepted != null
        && accepted.matches("(?i).*\\b(gzip|\\*)(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$)).*");
  }

  private byte[] gzipped() {
    byte[] made = gzipped;
    if (made.length == 0) {
      made = gzip(body);
      gzipped = made;
    }
    return made;
  }

  private static byte[] gzip(byte[] plain) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(plain.length / 3 + 64);
    try (GZIPOutputStream gzip = new GZIPOutputStream(out, 1 << 13)) {
      gzip.write(plain);
    } catch (IOException cannotHappen) {
      throw new UncheckedIOException(cannotHappen);
    }
    return out.toByteArray();
  }
}
