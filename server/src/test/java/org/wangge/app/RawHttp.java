package org.wangge.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Speaks HTTP as no well-behaved client would: whatever bytes it is given, one connection for each
 * request.
 */
final class RawHttp {
  /** Far longer than any answer takes: a server that is silent so long fails the test. */
  private static final int SILENCE_MILLIS = 60_000;

  private final int port;

  RawHttp(int port) {
    this.port = port;
  }

  /**
   * What came back.
   *
   * @param status 0 when the server closed without a word
   * @param head status line and headers
   */
  record Answer(int status, String head, String body) {

    /** Values of a header, as often as it stands there. */
    List<String> headers(String name) {
      String start = name.toLowerCase(Locale.ROOT) + ":";
      return head.lines()
          .skip(1)
          .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
          .map(line -> line.substring(start.length()).strip())
          .toList();
    }

    String header(String name) {
      return headers(name).stream().findFirst().orElse("");
    }

    String all() {
      return head + "\n" + body;
    }
  }

  /**
   * One request; {@code Host}, the length of a body and its type are added when no line says them.
   */
  Answer send(String method, String target, String body, String... lines) {
    return bytes(request(method, target, body, lines));
  }

  private byte[] request(String method, String target, String body, String... lines) {
    byte[] content = body.getBytes(StandardCharsets.UTF_8);
    StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\n");
    Stream.of(lines).forEach(line -> head.append(line).append("\r\n"));
    add(head, "Host", "127.0.0.1:" + port);
    add(head, "Connection", "close");
    if (content.length > 0) {
      add(head, "Content-Type", "application/json");
    }
    if (!method.equals("GET") || content.length > 0) {
      add(head, "Content-Length", Integer.toString(content.length));
    }
    return joined(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8), content);
  }

  private static void add(StringBuilder head, String name, String value) {
    String given = head.toString().toLowerCase(Locale.ROOT);
    if (!given.contains("\n" + name.toLowerCase(Locale.ROOT) + ":")) {
      head.append(name).append(": ").append(value).append("\r\n");
    }
  }

  static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  /** These very bytes, and everything that comes back until the server closes. */
  Answer bytes(byte[] request) {
    try (Socket socket = open()) {
      write(socket, request);
      return answer(read(socket.getInputStream()));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** A server that has heard enough may close while it is still being spoken to. */
  private static void write(Socket socket, byte[] request) {
    try {
      socket.getOutputStream().write(request);
      socket.getOutputStream().flush();
    } catch (IOException closed) {
      // What it said before closing is read next.
    }
  }

  /** The status alone, for answers that never end. */
  int status(String method, String target, String body, String... lines) {
    try (Socket socket = open()) {
      write(socket, request(method, target, body, lines));
      byte[] start = socket.getInputStream().readNBytes(12);
      return Integer.parseInt(new String(start, 9, 3, StandardCharsets.ISO_8859_1));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** A connection for tests that want to be slow. */
  Socket open() throws IOException {
    Socket socket = new Socket("127.0.0.1", port);
    socket.setSoTimeout(SILENCE_MILLIS);
    return socket;
  }

  static byte[] read(InputStream in) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    byte[] some = new byte[8192];
    try {
      for (int n = in.read(some); n >= 0; n = in.read(some)) {
        all.write(some, 0, n);
      }
    } catch (SocketTimeoutException silent) {
      throw new UncheckedIOException("the server neither answers nor closes", silent);
    } catch (IOException reset) {
      return all.toByteArray();
    }
    return all.toByteArray();
  }

  static Answer answer(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    int end = text.indexOf("\r\n\r\n");
    if (end < 0) {
      return new Answer(0, text, "");
    }
    String head = text.substring(0, end);
    String body = text.substring(end + 4);
    boolean chunked = head.toLowerCase(Locale.ROOT).contains("transfer-encoding: chunked");
    String plain = chunked ? dechunked(body) : body;
    return new Answer(
        Integer.parseInt(head.substring(9, 12)),
        head,
        new String(plain.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
  }

  private static String dechunked(String body) {
    StringBuilder all = new StringBuilder();
    int at = 0;
    int line = body.indexOf("\r\n", at);
    while (line >= 0) {
      int size = Integer.parseInt(body.substring(at, line).split(";", 2)[0].strip(), 16);
      if (size == 0) {
        break;
      }
      all.append(body, line + 2, Math.min(line + 2 + size, body.length()));
      at = line + 2 + size + 2;
      line = body.indexOf("\r\n", Math.min(at, body.length()));
    }
    return all.toString();
  }
}
