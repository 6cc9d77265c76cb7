package org.wangge.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.locationtech.jts.geom.Coordinate;
import org.wangge.fabric.Fabric;
import org.wangge.territory.Grid;
import org.wangge.territory.InForce;
import org.wangge.territory.Publication;
import org.wangge.territory.SelfCheck;
import org.wangge.territory.Territory;
import org.wangge.territory.TestDistricts;
import org.wangge.web.JsonOut;

/**
 * Clients on two servers of one store that draw, hand in, approve, publish and settle conflicts as
 * fast as they can, each in drafts of its own and all of them in one draft that they share. What
 * they were told is held against what is stored.
 */
final class PlannersAtOnce {
  /** Publications the server has before the clients begin. */
  private static final int FIRST = 2;

  private static final int LOOKED_AT = 100;
  private static final String DAY = "2030-01-01";

  private final AttackedServer server;
  private final List<RawHttp> servers;
  private final List<Territory> territories;
  private final String planner;
  private final String approver;
  private final long shared;
  private final BooleanSupplier goOn;
  final Set<Long> sharedVersions = ConcurrentHashMap.newKeySet();
  final AtomicInteger sharedDone = new AtomicInteger();
  final Map<Integer, String> published = new ConcurrentHashMap<>();
  private final Map<Integer, Long> handedIn = new ConcurrentHashMap<>();
  final Map<String, AtomicInteger> counts = new ConcurrentHashMap<>();

  /**
   * @param second another server on the same store
   * @param goOn asked before each draft
   */
  PlannersAtOnce(AttackedServer server, App second, BooleanSupplier goOn) {
    this.server = server;
    this.servers =
        List.of(
            server.http, new RawHttp(second.serve(AttackedServer.config(false, Set.of())).port()));
    this.territories = List.of(server.app.territory(), second.territory());
    this.goOn = goOn;
    this.planner = server.makeToken("planner", TestDistricts.CODE);
    this.approver = server.makeToken("approver", TestDistricts.CODE);
    server
        .database()
        .inTransaction(handle -> handle.execute("update review_setting set notice_days = 0"));
    this.shared = new Client(0, new SplittableRandom(0)).create();
  }

  private void count(String what) {
    counts.computeIfAbsent(what, of -> new AtomicInteger()).incrementAndGet();
  }

  /** One client until it shall stop. */
  void run(int number, long seed) {
    Client client = new Client(number, new SplittableRandom(seed));
    while (goOn.getAsBoolean()) {
      long version = client.version(shared);
      client.touchShared(version);
      client.publishDraft();
      client.meddle();
      client.touchShared(client.random.nextBoolean() ? version : client.version(shared));
    }
  }

  /** What the log of the shared draft says: operations in effect. */
  int sharedInEffect() {
    return new Client(0, new SplittableRandom(0)).read(shared).path("done").asInt();
  }

  private final class Client {
    private final int number;
    private final RawHttp http;
    private final Territory territory;
    private final SplittableRandom random;

    Client(int number, SplittableRandom random) {
      this.number = number;
      this.http = servers.get(number % servers.size());
      this.territory = territories.get(number % servers.size());
      this.random = random;
    }

    private RawHttp.Answer send(String who, String method, String path, String body, long version) {
      RawHttp.Answer answer =
          http.send(method, "/api/v1/drafts" + path, body, who, "If-Match: \"" + version + "\"");
      if (answer.status() >= 500 || answer.status() < 200) {
        throw new AssertionError(method + " " + path + " " + body + ": " + answer.all());
      }
      return answer;
    }

    JsonNode read(long draft) {
      return AttackedServer.json(
          AttackedServer.require(send(planner, "GET", "/" + draft, "", 0), 200));
    }

    private long version(long draft) {
      return read(draft).path("version").asLong();
    }

    long create() {
      RawHttp.Answer made = http.send("POST", "/api/v1/drafts", "{\"title\":\"同画\"}", planner);
      return AttackedServer.json(AttackedServer.require(made, 201)).path("id").asLong();
    }

    void publishDraft() {
      long draft = create();
      int wanted = random.nextInt(1, 6);
      for (int tries = 0; tries < 40 && wanted > 0; tries++) {
        wanted -= operate(draft, version(draft)).status() == 200 ? 1 : 0;
      }
      if (read(draft).path("done").asInt() > 0) {
        publish(draft);
      }
    }

    /** One more operation or one less, with a version that may be old by then. */
    void touchShared(long version) {
      boolean undo = random.nextInt(4) == 0;
      RawHttp.Answer answer =
          undo
              ? send(planner, "POST", "/" + shared + "/undo", "", version)
              : operate(shared, version);
      count("shared " + answer.status());
      if (answer.status() == 200) {
        long next = AttackedServer.json(answer).path("version").asLong();
        if (next != version + 1 || !sharedVersions.add(next)) {
          throw new AssertionError("two were told that they made version " + next);
        }
        sharedDone.addAndGet(undo ? -1 : 1);
      }
    }

    private RawHttp.Answer operate(long draft, long version) {
      return send(planner, "POST", "/" + draft + "/ops", operation(), version);
    }

    private String operation() {
      InForce now = territory.latest();
      Grid grid = now.grid(random.nextInt(now.grids().size()));
      int[] faces = now.plan().faces(grid.zone());
      int face = faces[random.nextInt(faces.length)];
      int[] near = now.fabric().neighbours(face);
      Grid other = now.grid(now.plan().zone(near[random.nextInt(near.length)]));
      return switch (random.nextInt(8)) {
        case 0 ->
            JsonOut.text(
                Map.of("op", "rename", "grid", grid.code(), "name", "名" + random.nextInt(9)));
        case 1 ->
            JsonOut.text(
                Map.of("op", "merge", "grids", List.of(grid.code()), "into", other.code()));
        case 2, 3 -> split(now, grid, face);
        default ->
            JsonOut.text(Map.of("op", "assign", "blocks", List.of(face), "to", other.code()));
      };
    }

    /** Along the streets from one corner of a block to that across. */
    private String split(InForce now, Grid grid, int face) {
      Fabric fabric = now.fabric();
      int[] around = fabric.cycle(fabric.firstHalfEdge(face));
      int from = fabric.from(around[0]);
      int to = fabric.from(around[around.length / 2]);
      List<double[]> points = List.of(place(now, from), place(now, to));
      return JsonOut.text(
          Map.of("op", "split", "grid", grid.code(), "path", Map.of("points", points)));
    }

    private double[] place(InForce now, int node) {
      Fabric fabric = now.fabric();
      Coordinate place =
          now.projection().toLonLat(fabric.nodeX(node) / 1000.0, fabric.nodeY(node) / 1000.0);
      return new double[] {place.x, place.y};
    }

    /**
     * Brings a draft into force, unless it is against what came before it; somebody else may be
     * quicker.
     */
    private void publish(long draft) {
      handedIn.put(number, draft);
      for (int tries = 0; tries < 20; tries++) {
        bringToApproval(draft);
        long version = version(draft);
        Map<Integer, String> before = PlannersAtOnce.blocks(base(draft));
        Map<Integer, String> drawn = blocks(draft);
        if (version(draft) != version) {
          continue;
        }
        RawHttp.Answer answer = publishOnce(draft);
        JsonNode now = read(draft);
        if (now.path("state").asText().equals("published")) {
          count(answer.status() == 200 ? "published" : "published by another");
          int publication = now.path("publication").asInt();
          published.put(publication, difference(territory, publication, before, drawn));
          return;
        }
        JsonNode told = AttackedServer.json(answer);
        if (told.has("conflicts")) {
          count("conflict");
          settle(draft, told.path("conflicts"));
        } else if (told.path("detail").asText().contains("未通过检查")) {
          count("refused");
          return;
        }
      }
      count("given up");
    }

    private RawHttp.Answer publishOnce(long draft) {
      String body = JsonOut.text(Map.of("effective", DAY, "document", "文号"));
      return send(approver, "POST", "/" + draft + "/publish", body, version(draft));
    }

    /** Approves or publishes what another client has handed in. */
    void meddle() {
      for (Map.Entry<Integer, Long> theirs : handedIn.entrySet()) {
        if (theirs.getKey() != number) {
          long draft = theirs.getValue();
          RawHttp.Answer answer =
              random.nextBoolean()
                  ? send(approver, "POST", "/" + draft + "/approve", "{}", version(draft))
                  : publishOnce(draft);
          count("meddled " + answer.status());
        }
      }
    }

    private void bringToApproval(long draft) {
      String state = read(draft).path("state").asText();
      if (state.equals("draft")) {
        RawHttp.Answer answer =
            send(planner, "POST", "/" + draft + "/submit", "{}", version(draft));
        AttackedServer.require(answer, 200);
      }
      if (!state.equals("approved") && !state.equals("published")) {
        send(approver, "POST", "/" + draft + "/approve", "{}", version(draft));
      }
    }

    private void settle(long draft, JsonNode conflicts) {
      ArrayNode take = JsonOut.mapper().createArrayNode();
      for (JsonNode conflict : conflicts) {
        boolean mine = !conflict.path("mineIsGone").asBoolean() && random.nextBoolean();
        ObjectNode one = take.addObject();
        one.put("face", conflict.path("face").asInt());
        one.put("side", mine ? "mine" : "theirs");
      }
      send(planner, "POST", "/" + draft + "/rebase", "{\"take\":" + take + "}", version(draft));
    }

    private InForce base(long draft) {
      int number = read(draft).path("base").path("number").asInt();
      return territory.findPublication(number).orElseThrow();
    }

    private Map<Integer, String> blocks(long draft) {
      RawHttp.Answer csv = send(planner, "GET", "/" + draft + "/documents/blocks.csv", "", 0);
      Map<Integer, String> blocks = new TreeMap<>();
      csv.body().lines().skip(1).map(line -> line.split(",")).forEach(row -> put(blocks, row));
      return blocks;
    }
  }

  private static void put(Map<Integer, String> blocks, String[] row) {
    String face = row[0].replaceAll("\"", "").replaceFirst(".*-", "");
    blocks.put(Integer.parseInt(face), row[2].replaceAll("\"", ""));
  }

  private static Map<Integer, String> blocks(InForce inForce) {
    Map<Integer, String> blocks = new TreeMap<>();
    for (int f = 0; f < inForce.fabric().faceCount(); f++) {
      blocks.put(f, inForce.grid(inForce.plan().zone(f)).code());
    }
    return blocks;
  }

  /**
   * A publication is the one before it with what the draft changed; new grids may have got another
   * code.
   *
   * @return empty when it is
   */
  private static String difference(
      Territory territory, int number, Map<Integer, String> base, Map<Integer, String> drawn) {
    Map<Integer, String> before = blocks(territory.findPublication(number - 1).orElseThrow());
    Map<Integer, String> after = blocks(territory.findPublication(number).orElseThrow());
    Map<String, String> recoded = new TreeMap<>();
    List<String> wrong = new ArrayList<>();
    for (int face : after.keySet()) {
      String mine = drawn.get(face);
      String is = after.get(face);
      boolean changed = !mine.equals(base.get(face));
      boolean isNew = changed && !base.containsValue(mine);
      String expected =
          !changed ? before.get(face) : isNew ? recoded.computeIfAbsent(mine, of -> is) : mine;
      if (!is.equals(expected)) {
        wrong.add(face + ": " + is + " instead of " + expected);
      }
    }
    recoded.values().removeIf(code -> !before.containsValue(code));
    return wrong + (recoded.isEmpty() ? "" : " given twice: " + recoded);
  }

  /** Everything that was told is so: asked on both servers when all clients have stopped. */
  void assertNothingLost() {
    published.forEach((number, wrong) -> assertEquals("[]", wrong, () -> "publication " + number));
    assertEquals(sharedDone.get(), sharedInEffect());
    for (Territory territory : territories) {
      assertEquals(List.of(), territory.brokenLinks());
      List<Publication> all = territory.publications();
      assertEquals(FIRST + published.size(), all.size());
      for (Publication each : all.subList(Math.max(0, all.size() - LOOKED_AT), all.size())) {
        SelfCheck check = SelfCheck.of(territory.findPublication(each.number()).orElseThrow());
        assertTrue(check.holds(), () -> "publication " + each.number());
      }
    }
  }
}
