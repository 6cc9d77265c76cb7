package org.wangge.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.wangge.web.JsonOut;

/** For each route a request about something in the first township, and one in the last. */
final class ScopeRequests {
  private final AttackedServer server;
  private final AtomicInteger number = new AtomicInteger();
  private final DraftRequests drafts;

  ScopeRequests(AttackedServer server) {
    this.server = server;
    this.drafts = new DraftRequests(server);
    server.makeAccount("planner-out", "planner", AttackedServer.OUTSIDE);
  }

  /**
   * What is sent.
   *
   * @param mark what an answer has in it, as a pattern, when it shows something; empty when that
   *     does not matter
   */
  private record Request(String route, String address, String body, String mark, String... lines) {
    String method() {
      return route.substring(0, route.indexOf(' '));
    }
  }

  /** The two requests; they may be sent often. */
  final class Pair {
    private final String route;
    private final String collection;

    private Pair(String route, String collection) {
      this.route = route;
      this.collection = collection;
    }

    RawHttp.Answer inside(String who) {
      return send(who, request(route, collection, true));
    }

    RawHttp.Answer outside(String who) {
      return send(who, request(route, collection, false));
    }

    boolean tells() {
      return !request(route, collection, true).mark().isEmpty();
    }

    /** {@code l} when the one answer shows the thing inside and the other not the thing outside. */
    String shownOf(RawHttp.Answer inside, RawHttp.Answer outside) {
      boolean in = shows(request(route, collection, true).mark(), inside);
      boolean out = shows(request(route, collection, false).mark(), outside);
      return in && !out ? "l" : in ? "e" : "shows nothing: " + inside.body();
    }
  }

  private static boolean shows(String mark, RawHttp.Answer answer) {
    return Pattern.compile(mark).matcher(answer.body()).find();
  }

  Pair of(String route, String collection) {
    return new Pair(route, collection);
  }

  private RawHttp.Answer send(String who, Request request) {
    if (request.address().equals("/api/v1/events")) {
      String[] lines = server.lines(who).toArray(String[]::new);
      return new RawHttp.Answer(server.http.status("GET", request.address(), "", lines), "", "");
    }
    return server.as(who, request.method(), request.address(), request.body(), request.lines());
  }

  private Request request(String route, String collection, boolean in) {
    String path = route.substring(route.indexOf(' ') + 1);
    if (route.contains("{collection}")) {
      return collection(route, path.replace("{collection}", collection), collection, in);
    }
    if (path.endsWith("/import")) {
      return imported(route, path, in);
    }
    if (path.startsWith("/api/v1/drafts/{id}")) {
      DraftRequests.Ready ready = drafts.ready(path, in);
      return route.startsWith("GET")
          ? new Request(route, ready.path(), "", "")
          : new Request(route, ready.path(), ready.body(), "", ready.line());
    }
    return path.contains("{") ? one(route, path, in) : all(route, path, in);
  }

  private Request collection(String route, String path, String collection, boolean in) {
    String mark =
        !path.endsWith("/items")
            ? ""
            : switch (collection) {
              case "cases" -> in ? "\"IN-1\"" : "\"OUT-1\"";
              case "party-assignments" -> in ? "\"王" : "\"李";
              default -> "";
            };
    return new Request(route, path.replace("{item}", item(collection, path, in)), "", mark);
  }

  private String item(String collection, String path, boolean in) {
    if (!path.contains("{item}")) {
      return "";
    }
    return switch (collection) {
      case "cases" -> Long.toString(server.caseId(in ? "IN-1" : "OUT-1"));
      case "party-assignments" -> in ? "1" : "2";
      default -> {
        String first = "/ogc/collections/" + collection + "/items?limit=1";
        JsonNode found = AttackedServer.json(server.as("admin", "GET", first, ""));
        yield found.path("features").path(0).path("id").asText();
      }
    };
  }

  private Request imported(String route, String path, boolean in) {
    int zone = in ? 0 : 63;
    String file =
        switch (path) {
          case "/api/v1/cases/import" -> "小类,上报时间,经度,纬度\n0102,2026-03-01," + server.place(zone);
          case "/api/v1/services/import" -> "类型,名称,经度,纬度\n综合窗口,甲," + server.place(zone);
          default -> "姓名,楼栋,进楼栋日期\n王," + server.building(zone) + ",2025-01-01";
        };
    String query = "?coordinates=wgs84&allOrNothing=true&dryRun=true";
    return new Request(route, path + query, file + "\n", "", "Content-Type: text/csv");
  }

  /** Routes that name one thing. */
  private Request one(String route, String path, boolean in) {
    return switch (path) {
      case "/api/v1/cases/{id}" -> plain(route, path, server.caseId(in ? "IN-1" : "OUT-1"));
      case "/api/v1/reports/{id}" -> plain(route, path, server.caseId(in ? "REP-1" : "REP-2"));
      case "/api/v1/party/buildings/{id}" -> plain(route, path, server.building(in ? 0 : 63));
      case "/api/v1/publications/{number}" -> plain(route, path, 1);
      case "/api/v1/grids/{code}", "/api/v1/grids/{code}/history" ->
          plain(route, path, in ? AttackedServer.GRID_INSIDE : AttackedServer.GRID_OUTSIDE);
      case "/api/v1/services/points/{id}" -> plain(route, path, in ? 1 : 2);
      case "/api/v1/checks/{id}",
          "/api/v1/publications/{n}/certificate.json",
          "/api/v1/publications/{n}/certificate.pdf" ->
          plain(route, path, 1);
      case "/api/v1/publications/{n}/documents/{name}" ->
          plain(route, path.replace("{name}", "boundaries.xlsx"), 1);
      case "/api/v1/tokens/{id}" -> plain(route, path, token(in));
      default -> account(route, path, server.accountIds.get(in ? "planner-in" : "planner-out"));
    };
  }

  private Request livewire(String route, String path, String[] place) {
    String at = String.join(",", place);
    String draft = drafts.ready("/api/v1/drafts/{id}", true).path().replaceFirst(".*/", "");
    return new Request(route, path + "?from=" + at + "&to=" + at + "&draft=" + draft, "", "");
  }

  private static Request plain(String route, String path, Object id) {
    return new Request(route, path.replaceFirst("\\{[^}]*}", id.toString()), "", "");
  }

  private String token(boolean in) {
    return server.makeToken("planner", unit(in)).split("_")[1];
  }

  private static String unit(boolean in) {
    return in ? AttackedServer.INSIDE : AttackedServer.OUTSIDE;
  }

  private Request account(String route, String path, long id) {
    String address = path.replace("{id}", Long.toString(id));
    if (!route.startsWith("PATCH")) {
      return new Request(route, address, route.startsWith("POST") ? "{}" : "", "");
    }
    String version = server.as("admin", "GET", address, "").header("ETag");
    return new Request(route, address, "{\"why\":\"test\"}", "", "If-Match: " + version);
  }

  /** Routes that name nothing, or name it in their query or body. */
  private Request all(String route, String path, boolean in) {
    String[] place = server.place(in ? 0 : 63).split(",");
    String at = "?lon=" + place[0] + "&lat=" + place[1];
    return switch (route) {
      case "GET /api/v1/cases" -> new Request(route, path, "", in ? "\"IN-1\"" : "\"OUT-1\"");
      case "GET /api/v1/reports" -> new Request(route, path, "", in ? "\"REP-1\"" : "\"REP-2\"");
      case "GET /api/v1/accounts" ->
          new Request(route, path, "", in ? "\"planner-in\"" : "\"planner-out\"");
      case "GET /api/v1/tokens" -> new Request(route, path, "", "\"" + unit(in) + "\"");
      case "GET /api/v1/cases/choropleth",
          "GET /api/v1/cases/histogram",
          "GET /api/v1/cases/categories" ->
          new Request(route, path, "", in ? "\"total\":1\\b" : "\"total\":2\\b");
      case "PUT /api/v1/review" -> new Request(route, path, "{\"noticeDays\":0}", "");
      case "POST /api/v1/drafts" -> new Request(route, path, DraftRequests.created(in), "");
      case "GET /api/v1/livewire" -> livewire(route, path, place);
      case "GET /api/v1/compare" -> new Request(route, path + "?from=1&to=2", "", "");
      case "GET /api/v1/cases/heat" -> heat(route, path, place);
      case "GET /api/v1/search" -> new Request(route, path + "?q=1", "", "");
      case "GET /api/v1/locate", "GET /api/v1/services/nearest" ->
          new Request(route, path + at, "", "");
      case "POST /api/v1/locate" ->
          new Request(route, path, "{\"points\":[[" + String.join(",", place) + "]]}", "");
      case "POST /api/v1/login" -> new Request(route, path, login(), "");
      case "POST /api/v1/password" ->
          new Request(route, path, "{\"current\":\"x\",\"next\":\"y\"}", "");
      case "POST /api/v1/accounts" ->
          new Request(
              route,
              path,
              JsonOut.text(
                  Map.of("name", "guest-" + number.incrementAndGet(), "grants", grant(in))),
              "");
      case "POST /api/v1/tokens" ->
          new Request(
              route,
              path,
              JsonOut.text(Map.of("name", "t", "role", "planner", "scope", unit(in), "days", 1)),
              "");
      default -> new Request(route, path, "", "");
    };
  }

  private String login() {
    return JsonOut.text(Map.of("name", "admin", "password", server.passwords.get("admin")));
  }

  private static Object grant(boolean in) {
    return java.util.List.of(Map.of("role", "planner", "scope", unit(in)));
  }

  /** A picture of two hundred metres around the place. */
  private static Request heat(String route, String path, String[] place) {
    double lon = Double.parseDouble(place[0]);
    double lat = Double.parseDouble(place[1]);
    String box = (lon - 0.001) + "," + (lat - 0.001) + "," + (lon + 0.001) + "," + (lat + 0.001);
    return new Request(
        route,
        path + "?width=16&height=16&bandwidth=50&bbox=" + box,
        "",
        "\"max\":(?!0[,.}])|\"max\":0\\.0*[1-9]");
  }
}
