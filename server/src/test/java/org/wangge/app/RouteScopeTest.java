package org.wangge.app;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wangge.db.Database;
import org.wangge.policy.Role;
import org.wangge.policy.RouteTable;
import org.wangge.web.WebConfig;

/** Every route of the running server, asked by everybody, answers as {@code routes.txt} says. */
class RouteScopeTest {
  private static final int ROLES_FROM = 2;

  /**
   * A line of the table.
   *
   * @param collection empty when the route has none
   * @param cells one letter for each column
   */
  private record Line(String route, String collection, List<String> cells) {
    static Line of(String text) {
      String[] words = text.split("\\s+");
      boolean has = words[2].startsWith("@");
      return new Line(
          words[0] + " " + words[1],
          has ? words[2].substring(1) : "",
          List.of(words).subList(has ? 3 : 2, words.length));
    }
  }

  private static List<Line> table() {
    try (InputStream in = RouteScopeTest.class.getResourceAsStream("routes.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(Line::of)
          .toList();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @ParameterizedTest
  @MethodSource("org.wangge.db.TestDatabases#both")
  void answersWhoMay(Database database) {
    try (AttackedServer server = AttackedServer.open(database)) {
      requireWhole(server);
      ScopeRequests requests = new ScopeRequests(server);
      assertAll(table().stream().flatMap(line -> of(line, requests)));
    }
  }

  /** No route without a line, no line without a route, and a column for everybody. */
  private static void requireWhole(AttackedServer server) {
    List<Line> table = table();
    Set<String> served = new TreeSet<>(server.routes());
    assertEquals(
        served, table.stream().map(Line::route).collect(Collectors.toCollection(TreeSet::new)));
    assertEquals(new TreeSet<>(RouteTable.routes()), served);
    assertEquals(
        new TreeSet<>(RouteTable.collections()),
        table.stream()
            .filter(line -> line.route().endsWith("/items"))
            .map(Line::collection)
            .collect(Collectors.toCollection(TreeSet::new)));
    table.forEach(
        line -> assertEquals(ROLES_FROM + Role.values().length, line.cells().size(), line.route()));
  }

  private static Stream<Executable> of(Line line, ScopeRequests requests) {
    Stream<Executable> roles =
        Arrays.stream(Role.values())
            .map(
                role ->
                    () ->
                        check(
                            line,
                            requests,
                            role.code() + "-in",
                            line.cells().get(ROLES_FROM + role.ordinal())));
    return Stream.concat(
        Stream.of(() -> check(line, requests, "anonymous", line.cells().get(0))), roles);
  }

  private static void check(Line line, ScopeRequests requests, String who, String cell) {
    String expected = who + " " + line.route() + " " + line.collection() + " " + cell;
    assertEquals(
        expected,
        who + " " + line.route() + " " + line.collection() + " " + found(line, requests, who));
  }

  /** The letter for what came back for a thing inside and one outside. */
  private static String found(Line line, ScopeRequests requests, String who) {
    ScopeRequests.Pair asked = requests.of(line.route(), line.collection());
    RawHttp.Answer inside = asked.inside(who);
    RawHttp.Answer outside = asked.outside(who);
    boolean refused = Set.of(403, 404, 422).contains(outside.status());
    if (inside.status() == outside.status() && Set.of(401, 403).contains(inside.status())) {
      return inside.status() == 401 ? "." : "-";
    }
    if (inside.status() == 404 && outside.status() == 404) {
      return "0";
    }
    if (inside.status() / 100 == 2 && refused) {
      return "w";
    }
    if (inside.status() / 100 == 2 && outside.status() / 100 == 2) {
      return asked.tells() ? asked.shownOf(inside, outside) : "e";
    }
    return inside.status() + "/" + outside.status() + " " + inside.body() + outside.body();
  }

  @ParameterizedTest
  @MethodSource("org.wangge.db.TestDatabases#both")
  void whoHasNotSignedInSeesWhatIsPublic(Database database) {
    Config config = AttackedServer.config(true, WebConfig.LOOPBACK);
    try (AttackedServer server = new AttackedServer(database, config)) {
      ScopeRequests requests = new ScopeRequests(server);
      List<Line> table = table();
      assertAll(
          IntStream.range(0, table.size())
              .mapToObj(
                  i ->
                      () ->
                          check(table.get(i), requests, "anonymous", table.get(i).cells().get(1))));
    }
  }
}
