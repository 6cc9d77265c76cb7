package org.wangge.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.wangge.exchange.SampleFiles;

/** Bodies that are too large, too slow, too deep or no text at all. */
class AttackBodyTest extends AttackRun {

  /** Where a small JSON object is read. */
  private static final List<String> JSON_ROUTES =
      List.of("/api/v1/login", "/api/v1/accounts", "/api/v1/tokens", "/api/v1/password");

  @Override
  List<Attack> attacks() {
    return all();
  }

  static List<Attack> all() {
    List<Attack> all = new ArrayList<>();
    bodies().forEach((what, body) -> all.add(Attack.of("as JSON: " + what, s -> json(s, body))));
    files()
        .forEach((what, body) -> all.add(Attack.writing("as a file: " + what, s -> file(s, body))));
    all.add(Attack.of("a body announced too large", AttackBodyTest::announced));
    all.add(Attack.of("a body too large in chunks", AttackBodyTest::chunked));
    all.add(Attack.of("chunks that are none", AttackBodyTest::badChunks));
    all.add(Attack.of("a negative or monstrous length", AttackBodyTest::lengths));
    all.add(Attack.of("a body that does not come", AttackBodyTest::missing));
    all.add(Attack.of("a thousand headers", AttackBodyTest::manyHeaders));
    all.add(Attack.of("an address beyond all bounds", AttackBodyTest::longAddress));
    all.add(Attack.of("heads and bodies that drip", AttackBodyTest::drips));
    all.add(Attack.of("a body that drips", AttackBodyTest::slowBody));
    all.add(
        Attack.of("more bodies that do not come than there are threads", AttackBodyTest::stalled));
    all.add(Attack.of("no HTTP at all", AttackBodyTest::noHttp));
    all.add(Attack.of("media types that are not read", AttackBodyTest::mediaTypes));
    all.add(Attack.of("a packed body of a request", AttackBodyTest::packed));
    all.add(Attack.of("memory that is not given back", AttackBodyTest::memory));
    return all;
  }

  private static Map<String, byte[]> bodies() {
    Map<String, byte[]> bodies = new TreeMap<>();
    bodies.put("nothing", new byte[0]);
    bodies.put("depth 100 000", text("[".repeat(100_000)));
    bodies.put("objects of depth 20 000", text("{\"a\":".repeat(20_000)));
    bodies.put("depth within an object", text("{\"name\":" + "[".repeat(5_000)));
    bodies.put("a number of 100 000 digits", text("{\"days\":" + "9".repeat(100_000) + "}"));
    bodies.put("1e1000000000", text("{\"days\":1e1000000000}"));
    bodies.put("NaN", text("{\"days\":NaN}"));
    bodies.put("200 000 members", text(members(200_000)));
    bodies.put("five thousand members", text(members(500)));
    bodies.put("members twice", text("{\"name\":\"guest-a\",\"name\":\"guest-b\",\"grants\":[]}"));
    bodies.put(
        "bytes that are no UTF-8", new byte[] {'{', '"', (byte) 0xff, (byte) 0xc0, '"', ':'});
    bodies.put("an overlong slash", new byte[] {'"', (byte) 0xc0, (byte) 0xaf, '"'});
    bodies.put("a byte order mark", text("\ufeff{\"name\":1}"));
    bodies.put("UTF-16", "{\"name\":1}".getBytes(StandardCharsets.UTF_16));
    bodies.put("an array", text("[{}]"));
    bodies.put("null", text("null"));
    bodies.put("two objects", text("{\"name\":\"guest-a\",\"grants\":[]}{\"name\":\"guest-b\"}"));
    bodies.put("a text of 50 000", text("{\"name\":\"" + "x".repeat(50_000) + "\"}"));
    bodies.put(
        "ten thousand grants",
        text("{\"name\":\"guest-a\",\"grants\":[" + "{},".repeat(9_999) + "{}]}"));
    bodies.put("a grant that is a number", text("{\"name\":\"guest-a\",\"grants\":[1]}"));
    bodies.put("grants that are an object", text("{\"name\":\"guest-a\",\"grants\":{}}"));
    bodies.put(
        "a name that is an object", text("{\"name\":{\"$ne\":null},\"password\":{\"$ne\":null}}"));
    bodies.put("a comment", text("{/*x*/\"name\":\"guest-a\",\"grants\":[]}"));
    return bodies;
  }

  private static String members(int count) {
    StringBuilder all = new StringBuilder("{");
    for (int i = 0; i < count; i++) {
      all.append(i == 0 ? "\"" : ",\"").append(i).append("\":1");
    }
    return all.append('}').toString();
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void json(AttackedServer server, byte[] body) {
    for (String path : JSON_ROUTES) {
      Attack.answered(post(server, path, body, "application/json"), 400, 413, 415, 422);
    }
  }

  private static RawHttp.Answer post(
      AttackedServer server, String path, byte[] body, String type, String... lines) {
    String head =
        "POST "
            + path
            + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Type: "
            + type
            + "\r\n"
            + String.join("\r\n", server.lines("admin"))
            + "\r\n"
            + String.join("", java.util.Arrays.stream(lines).map(line -> line + "\r\n").toList())
            + "Content-Length: "
            + body.length
            + "\r\n\r\n";
    return server.http.bytes(RawHttp.joined(text(head), body));
  }

  private static Map<String, byte[]> files() {
    Map<String, byte[]> files = new TreeMap<>(bodies());
    files.remove("nothing");
    files.put("a gzip bomb", SampleFiles.gzip(new byte[60_000_000]));
    files.put("a zip bomb", SampleFiles.zip(Map.of("a.shp", new byte[60_000_000])));
    files.put("a zip that climbs", SampleFiles.zip(Map.of("../../a.shp", new byte[9])));
    files.put(
        "an outside entity",
        text(
            "<!DOCTYPE k [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><kml><Placemark><name>&e;</name></Placemark></kml>"));
    files.put(
        "a laugh of entities",
        text("<!DOCTYPE k [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\">]><kml>&b;</kml>"));
    files.put("one line of 200 000 columns", text(",".repeat(200_000)));
    files.put("an open quote", text("小类,上报时间,经度,纬度\n\"" + "x".repeat(1_000_000)));
    files.put("a million empty lines", text("\n".repeat(1_000_000)));
    files.put("noise", SampleFiles.gzip(text("x".repeat(99))));
    return files;
  }

  private static void file(AttackedServer server, byte[] body) {
    for (String path :
        List.of("/api/v1/checks", "/api/v1/cases/import", "/api/v1/services/import")) {
      RawHttp.Answer answer = post(server, path, body, "application/octet-stream");
      Attack.answered(answer, 200, 201, 400, 413, 415, 422);
      Attack.hides(answer, "root:", "\"accepted\":1");
    }
  }

  private static String login(String more) {
    return "POST /api/v1/login HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n" + more;
  }

  private static void announced(AttackedServer server) {
    for (String path : List.of("login", "locate", "cases/import", "checks")) {
      String head =
          "POST /api/v1/"
              + path
              + " HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
              + String.join("\r\n", server.lines("admin"))
              + "\r\nContent-Length: 5000000000\r\nConnection: close\r\n\r\n{";
      Attack.answered(server.http.bytes(text(head)), 413);
    }
  }

  private static void chunked(AttackedServer server) {
    String chunk = "1000\r\n" + "x".repeat(4096) + "\r\n";
    String request = login("Transfer-Encoding: chunked\r\n\r\n") + chunk.repeat(20) + "0\r\n\r\n";
    Attack.answered(server.http.bytes(text(request)), 413);
  }

  private static void badChunks(AttackedServer server) {
    for (String chunks :
        List.of("zz\r\nxx\r\n", "-1\r\n", "FFFFFFFFFFFFFFFFF\r\nx", "5;a=\"\r\n")) {
      String request = login("Transfer-Encoding: chunked\r\n\r\n") + chunks + "0\r\n\r\n";
      Attack.answered(half(server, request), 0, 400, 413);
    }
  }

  /** Says all it has to say and closes its side, so that the server need not wait for more. */
  private static RawHttp.Answer half(AttackedServer server, String request) {
    try (Socket socket = server.http.open()) {
      socket.getOutputStream().write(text(request));
      socket.shutdownOutput();
      return RawHttp.answer(RawHttp.read(socket.getInputStream()));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static void lengths(AttackedServer server) {
    for (String length : List.of("-1", "99999999999999999999", "0x10", "1e3", "+5", "5 5", "")) {
      Attack.answered(half(server, login("Content-Length: " + length + "\r\n\r\n{}")), 400, 415);
    }
  }

  private static void missing(AttackedServer server) {
    Attack.answered(half(server, login("Content-Length: 50\r\n\r\n{\"name\":")), 0, 400);
  }

  private static void manyHeaders(AttackedServer server) {
    String request = "GET /health HTTP/1.1\r\nHost: a\r\n" + "X-A: b\r\n".repeat(10_000) + "\r\n";
    Attack.answered(server.http.bytes(text(request)), 431);
  }

  private static void longAddress(AttackedServer server) {
    Attack.answered(server.http.send("GET", "/" + "x".repeat(100_000), ""), 414);
    Attack.answered(
        server.http.send("GET", "/api/v1/search?q=" + "x".repeat(10_000), ""), 400, 401);
  }

  /**
   * More than there are threads hold their connections with a byte now and then; others are
   * answered all the while.
   */
  private static void drips(AttackedServer server) {
    List<Socket> held = new ArrayList<>();
    try {
      for (int i = 0; i < 80; i++) {
        Socket socket = server.http.open();
        held.add(socket);
        socket
            .getOutputStream()
            .write(text(i % 2 == 0 ? "GET /health HT" : "POST /api/v1/login H"));
      }
      for (Socket socket : held) {
        drip(socket.getOutputStream());
        assertEquals(200, server.http.send("GET", "/health/live", "").status());
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } finally {
      held.forEach(AttackBodyTest::close);
    }
    assertEquals(200, server.as("admin", "GET", "/api/v1/cases", "").status());
  }

  /**
   * A byte whenever the server has been silent for a while: it says that this takes too long, or
   * closes, and long before the body is whole.
   */
  private static void slowBody(AttackedServer server) {
    int length = 4_000;
    try (Socket socket = server.http.open()) {
      OutputStream out = socket.getOutputStream();
      out.write(text(login("Content-Length: " + length + "\r\n\r\n{")));
      socket.setSoTimeout(20);
      int sent = 1;
      while (sent < length && !hears(socket)) {
        out.write(' ');
        sent++;
      }
      assertTrue(sent < length, "the server waited for all of it");
    } catch (IOException closed) {
      assertEquals(200, server.http.send("GET", "/health/live", "").status());
    }
  }

  /** Whether the server says something or closes before the socket's patience ends. */
  private static boolean hears(Socket socket) throws IOException {
    try {
      socket.getInputStream().read();
      return true;
    } catch (SocketTimeoutException silent) {
      return false;
    }
  }

  /** A thread waits for each; the others must not be asked to wait with it. */
  private static void stalled(AttackedServer server) {
    List<Socket> held = new ArrayList<>();
    try {
      for (int i = 0; i < 80; i++) {
        Socket socket = server.http.open();
        held.add(socket);
        socket.getOutputStream().write(text(login("Content-Length: 4000\r\n\r\n{")));
      }
      assertEquals(200, server.http.send("GET", "/health/live", "").status());
      assertEquals(200, server.as("admin", "GET", "/api/v1/cases", "").status());
      String elsewhere = "X-Forwarded-For: 203.0.113.60";
      Attack.answered(server.tryLogin("admin", server.passwords.get("admin"), elsewhere), 200);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } finally {
      held.forEach(AttackBodyTest::close);
    }
  }

  private static void drip(OutputStream out) throws IOException {
    out.write('T');
    out.flush();
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  private static void noHttp(AttackedServer server) {
    for (String request :
        List.of(
            "hello\r\n\r\n",
            "\u0016\u0003\u0001\u0002\u0000\u0001\r\n\r\n",
            "GET / HTTP/9.9\r\nHost: a\r\n\r\n",
            "GET /\r\n\r\n",
            "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
            "GET / HTTP/1.1\r\nHost : a\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: a\r\n: b\r\n\r\n")) {
      RawHttp.Answer answer = half(server, request);
      assertTrue(answer.status() != 200 && answer.status() != 500, request + answer.all());
    }
  }

  private static void mediaTypes(AttackedServer server) {
    byte[] body = text("{\"name\":\"guest-a\",\"grants\":[]}");
    for (String type :
        List.of(
            "text/html",
            "application/xml",
            "image/png",
            "application/json-patch+json",
            "*/*",
            "x")) {
      for (String path : JSON_ROUTES) {
        Attack.answered(post(server, path, body, type), 415);
      }
    }
  }

  /** Requests are not unpacked, so that a small one cannot become a large one. */
  private static void packed(AttackedServer server) {
    byte[] body = SampleFiles.gzip(text("{\"name\":\"guest-a\",\"grants\":[]}"));
    Attack.answered(
        post(server, "/api/v1/accounts", body, "application/json", "Content-Encoding: gzip"),
        400,
        415);
  }

  /** The second round of the same may leave what the first left, and not much more. */
  private static void memory(AttackedServer server) {
    round(server);
    long before = used();
    round(server);
    long after = used();
    assertTrue(after < before + (64L << 20), before + " bytes before, " + after + " after");
  }

  private static void round(AttackedServer server) {
    byte[] large = text(members(100_000));
    for (int i = 0; i < 5; i++) {
      post(server, "/api/v1/cases/import", large, "text/csv");
      server.http.send(
          "GET", "/api/v1/cases/" + "x".repeat(6_000), "", "X-Forwarded-For: 192.0.2." + i);
    }
  }

  private static long used() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
