package org.wangge.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A client that sends its body byte by byte is told that this takes too long. */
class SlowBodyTest {
  private static final int LENGTH = 4_000;
  private static final Routes TAKING =
      routes ->
          routes.post(
              "/take", context -> context.result("" + RequestBody.bytes(context, LENGTH).length));

  @Test
  void aBodyThatDripsIsATimeoutAndNoFailureOfTheServer() throws IOException {
    try (WebServer server = WebServer.start(WebConfig.anyPort(), List.of(TAKING));
        Socket socket = new Socket("127.0.0.1", server.port())) {
      OutputStream out = socket.getOutputStream();
      out.write(text("POST /take HTTP/1.1\r\nHost: x\r\nContent-Length: " + LENGTH + "\r\n\r\n"));
      socket.setSoTimeout(20);
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      Optional<String> answer = Optional.empty();
      int sent = 0;
      while (sent < LENGTH && answer.isEmpty()) {
        out.write(' ');
        sent++;
        answer = findLine(in);
      }
      assertTrue(sent < LENGTH, "the server waited for all of it");
      assertEquals("HTTP/1.1 408 Request Timeout", answer.orElseThrow());
    }
  }

  /** What the server says, when it says something before the socket's patience ends. */
  private static Optional<String> findLine(BufferedReader in) throws IOException {
    try {
      return Optional.ofNullable(in.readLine());
    } catch (SocketTimeoutException silent) {
      return Optional.empty();
    }
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
