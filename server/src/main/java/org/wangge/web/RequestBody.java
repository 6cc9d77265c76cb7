package org.wangge.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.javalin.http.Context;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/** Reads request bodies up to a limit, whether or not their length was announced. */
public final class RequestBody {
  /**
   * What says a thing twice, or goes on behind its end, means one thing here and another elsewhere.
   */
  private static final ObjectReader STRICT =
      JsonOut.mapper()
          .reader()
          .with(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private RequestBody() {}

  /**
   * The body as a stream that ends in a 413 problem when more than {@code limitBytes} arrive.
   *
   * @throws ProblemException 413 at once when a larger length is announced
   */
  public static InputStream stream(Context context, long limitBytes) {
    if (context.req().getContentLengthLong() > limitBytes) {
      throw tooLarge(limitBytes);
    }
    return new Limited(context.req(), limitBytes);
  }

  public static byte[] bytes(Context context, long limitBytes) {
    try (InputStream in = stream(context, limitBytes)) {
      return in.readAllBytes();
    } catch (IOException broken) {
      throw Problem.of(ProblemKind.BAD_BODY, "The request body broke off.").raise();
    }
  }

  /**
   * The body as a JSON tree; a missing node when there is none.
   *
   * @throws ProblemException 415 when the media type is not JSON, 400 with line and column when it
   *     is not JSON inside
   */
  public static JsonNode json(Context context, long limitBytes) {
    byte[] body = bytes(context, limitBytes);
    if (body.length == 0) {
      return MissingNode.getInstance();
    }
    requireMediaType(context, "application/json", "application/geo+json", "text/json");
    try {
      return STRICT.readTree(body);
    } catch (JsonProcessingException notJson) {
      throw notJson(notJson);
    } catch (IOException cannotHappen) {
      throw Problem.of(ProblemKind.BAD_BODY, "The request body broke off.").raise();
    }
  }

  /** The media type of the body without parameters, lower case; "" when none is given. */
  public static String mediaType(Context context) {
    // Not Javalin's contentType(): Jetty fails there on a charset that it does not know.
    String type = context.header("Content-Type");
    return type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws ProblemException 415 when the body's media type is none of these; no type at all passes
   */
  public static void requireMediaType(Context context, String... types) {
    String given = mediaType(context);
    if (!given.isEmpty() && !java.util.List.of(types).contains(given)) {
      throw Problem.of(
              ProblemKind.UNSUPPORTED_MEDIA_TYPE, "A body of type " + given + " is not read here.")
          .withValue(given)
          .withWhere("header Content-Type")
          .withRemedy("Send " + String.join(" or ", types) + ".")
          .raise();
    }
  }

  private static ProblemException notJson(JsonProcessingException failure) {
    var at = failure.getLocation();
    return Problem.of(
            ProblemKind.BAD_BODY, "The request body is not JSON: " + failure.getOriginalMessage())
        .withAttempted("read the request body as JSON")
        .withWhere(
            at == null ? "request body" : "line " + at.getLineNr() + ", column " + at.getColumnNr())
        .raise();
  }

  private static ProblemException tooLarge(long limitBytes) {
    return Problem.of(
            ProblemKind.TOO_LARGE, "The request body is larger than " + limitBytes + " bytes.")
        .withRemedy("Send it in parts, or import the file on the server with the command line.")
        .raise();
  }

  /** Opens the servlet stream on first use and counts. */
  private static final class Limited extends FilterInputStream {
    private final long limit;
    private long count;

    Limited(jakarta.servlet.http.HttpServletRequest request, long limit) {
      super(open(request));
      this.limit = limit;
    }

    private static InputStream open(jakarta.servlet.http.HttpServletRequest request) {
      try {
        return request.getInputStream();
      } catch (IOException broken) {
        throw Problem.of(ProblemKind.BAD_BODY, "The request body broke off.").raise();
      }
    }

    @Override
    public int read() throws IOException {
      int read = in.read();
      counted(read < 0 ? 0 : 1);
      return read;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int read = in.read(bytes, offset, length);
      counted(Math.max(read, 0));
      return read;
    }

    private void counted(int more) {
      count += more;
      if (count > limit) {
        throw tooLarge(limit);
      }
    }
  }
}
