package org.wangge.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.wangge.app.Main;
import org.wangge.web.JsonOut;

/**
 * What a planner waits for: a server of its own with the demo district and all its layers, one
 * client on a kept connection; wall time of a whole request. Arguments go to {@code serve}: {@code
 * --db URL} for PostGIS.
 */
public final class DraftBench {
  private static final int OPERATIONS = 300;
  private static final int CUTS = 40;
  private static final Pattern PASSWORD = Pattern.compile("^ {2}([a-z-]+) +([a-z0-9]+)$");
  private static final Pattern ADDRESS = Pattern.compile("Wangge is at (\\S+)");

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final SplittableRandom random = new SplittableRandom(3);
  private final Map<String, String> passwords = new HashMap<>();
  private String base = "";

  private record Who(String cookie, String csrf) {}

  /** A block with its grid and community, a place inside it and its households. */
  private record Block(int face, String grid, String community, double lon, double lat, int hh) {
    double to(Block other) {
      return Math.hypot(other.lon - lon, other.lat - lat);
    }
  }

  private DraftBench() {}

  public static void main(String[] arguments) throws Exception {
    Path data = Files.createTempDirectory("wangge-bench");
    Process server = start(data, arguments);
    try {
      new DraftBench().measure(server);
    } finally {
      server.destroy();
      server.waitFor();
      try (Stream<Path> files = Files.walk(data)) {
        files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
      }
    }
  }

  private static Process start(Path data, String[] arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(System.getProperty("java.home") + "/bin/java");
    command.addAll(List.of("-Xmx1g", "-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(Main.class.getName(), "serve", "--port", "8977"));
    command.addAll(List.of("--data", data.toString()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  private void measure(Process server) throws Exception {
    BufferedReader out =
        new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8));
    for (String line = out.readLine(); base.isEmpty() && line != null; line = out.readLine()) {
      Matcher password = PASSWORD.matcher(line);
      Matcher address = ADDRESS.matcher(line);
      if (password.matches()) {
        passwords.put(password.group(1), password.group(2));
      } else if (address.find()) {
        base = address.group(1);
        break;
      }
    }
    Thread drain = new Thread(() -> out.lines().forEach(line -> {}));
    drain.setDaemon(true);
    drain.start();
    Who planner = login("planner");
    System.out.println("| request | p50 ms | p95 ms | times |");
    System.out.println("|---|---|---|---|");
    operations(planner);
    cuts(planner);
    publish(planner, login("approver"), false);
    publish(planner, login("approver"), true);
  }

  private Who login(String name) throws Exception {
    String body = JsonOut.text(Map.of("name", name, "password", passwords.get(name)));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(base + "/api/v1/login"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
    String cookie = answer.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
    return new Who(cookie, JsonOut.mapper().readTree(answer.body()).path("csrf").asText());
  }

  private HttpResponse<String> send(Who who, String method, String path, String body, long version)
      throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(base + "/api/v1/drafts" + path))
            .header("Content-Type", "application/json")
            .header("Cookie", who.cookie())
            .header("X-CSRF-Token", who.csrf())
            .header("If-Match", "\"" + version + "\"")
            .method(method, BodyPublishers.ofString(body))
            .build();
    return client.send(request, BodyHandlers.ofString());
  }

  private static JsonNode json(HttpResponse<String> answer) throws IOException {
    return JsonOut.mapper().readTree(answer.body());
  }

  private long create(Who planner) throws Exception {
    return json(send(planner, "POST", "", "{\"title\":\"时延\"}", 0)).path("id").asLong();
  }

  private List<Block> blocks(Who planner, long draft) throws Exception {
    String csv = send(planner, "GET", "/" + draft + "/documents/blocks.csv", "", 0).body();
    return csv.lines()
        .skip(1)
        .map(line -> line.replace("\"", "").split(","))
        .filter(row -> row[1].equals("LAND"))
        .map(DraftBench::block)
        .toList();
  }

  private static Block block(String[] row) {
    return new Block(
        Integer.parseInt(row[0].replaceFirst(".*-", "")),
        row[2],
        row[4],
        Double.parseDouble(row[12]),
        Double.parseDouble(row[13]),
        Integer.parseInt(row[8]));
  }

  /** A block to the grid of its nearest neighbour in the community that lies in another. */
  private String assign(List<Block> blocks, Block block) {
    return blocks.stream()
        .filter(other -> other.community().equals(block.community()))
        .filter(other -> !other.grid().equals(block.grid()))
        .min(Comparator.comparingDouble(block::to))
        .map(
            to ->
                JsonOut.text(
                    Map.of("op", "assign", "blocks", List.of(block.face()), "to", to.grid())))
        .orElse("{\"op\":\"assign\"}");
  }

  private static String cut(Block block) {
    double[] west = {block.lon() - 0.003, block.lat()};
    double[] east = {block.lon() + 0.003, block.lat()};
    return JsonOut.text(
        Map.of("op", "splitBlock", "block", block.face(), "line", List.of(west, east)));
  }

  private Block some(List<Block> blocks) {
    return blocks.get(random.nextInt(blocks.size()));
  }

  private void operations(Who planner) throws Exception {
    long draft = create(planner);
    List<Block> blocks = blocks(planner, draft);
    List<Double> previews = new ArrayList<>();
    List<Double> done = new ArrayList<>();
    List<Double> undone = new ArrayList<>();
    long version = 1;
    for (int tries = 0; done.size() < OPERATIONS && tries < 20 * OPERATIONS; tries++) {
      String op = assign(blocks, some(blocks));
      double preview = timed(() -> send(planner, "POST", "/" + draft + "/preview", op, 0));
      long now = version;
      double time = timed(() -> send(planner, "POST", "/" + draft + "/ops", op, now));
      if (last.statusCode() == 200) {
        previews.add(preview);
        done.add(time);
        undone.add(timed(() -> send(planner, "POST", "/" + draft + "/undo", "", now + 1)));
        version = json(last).path("version").asLong();
      }
    }
    print("preview of a move", previews);
    print("a move", done);
    print("undo", undone);
  }

  private void cuts(Who planner) throws Exception {
    long draft = create(planner);
    List<Block> blocks = blocks(planner, draft).stream().filter(it -> it.hh() > 20).toList();
    List<Double> done = new ArrayList<>();
    long version = 1;
    for (int tries = 0; done.size() < CUTS && tries < 10 * CUTS; tries++) {
      String op = cut(some(blocks));
      long now = version;
      double time = timed(() -> send(planner, "POST", "/" + draft + "/ops", op, now));
      if (last.statusCode() == 200) {
        done.add(time);
        send(planner, "POST", "/" + draft + "/undo", "", now + 1);
        version = now + 2;
      }
    }
    print("a block cut in two", done);
  }

  private void publish(Who planner, Who approver, boolean cut) throws Exception {
    List<Double> times = new ArrayList<>();
    for (int round = 0; round < 5; round++) {
      long draft = create(planner);
      List<Block> blocks = blocks(planner, draft).stream().filter(it -> it.hh() > 20).toList();
      long version = 1;
      while (version == 1) {
        String op = cut ? cut(some(blocks)) : assign(blocks, some(blocks));
        version = send(planner, "POST", "/" + draft + "/ops", op, 1).statusCode() == 200 ? 2 : 1;
      }
      send(planner, "POST", "/" + draft + "/submit", "{}", 2);
      send(approver, "POST", "/" + draft + "/approve", "{}", 3);
      String decree = JsonOut.text(Map.of("effective", LocalDate.now().toString()));
      double time = timed(() -> send(approver, "POST", "/" + draft + "/publish", decree, 4));
      if (last.statusCode() != 200) {
        throw new IllegalStateException(last.body());
      }
      times.add(time);
    }
    print(cut ? "publish with a block cut in two" : "publish", times);
  }

  private HttpResponse<String> last;

  private interface Request {
    HttpResponse<String> send() throws Exception;
  }

  private double timed(Request request) throws Exception {
    long start = System.nanoTime();
    last = request.send();
    return (System.nanoTime() - start) / 1e6;
  }

  private static void print(String what, List<Double> times) {
    List<Double> sorted = times.stream().sorted().toList();
    System.out.printf(
        Locale.ROOT,
        "| %s | %.1f | %.1f | %d |%n",
        what,
        sorted.get(sorted.size() / 2),
        sorted.get((int) (sorted.size() * 0.95)),
        sorted.size());
  }
}
