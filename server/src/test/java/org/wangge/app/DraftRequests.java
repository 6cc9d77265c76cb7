package org.wangge.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.wangge.web.JsonOut;

/** Drafts of one township, brought as far as a request about them needs. */
final class DraftRequests {
  private static final List<String> JUDGING = List.of("approve", "reject", "publish");

  private final AttackedServer server;

  DraftRequests(AttackedServer server) {
    this.server = server;
    server
        .database()
        .inTransaction(handle -> handle.execute("update review_setting set notice_days = 0"));
  }

  /**
   * A request that can be carried out once.
   *
   * @param line with the version of the draft
   */
  record Ready(String path, String body, String line) {}

  /**
   * @param path with {@code {id}} in it
   */
  Ready ready(String path, boolean in) {
    String who = in ? "planner-in" : "planner-out";
    JsonNode draft = AttackedServer.json(create(who, in));
    long id = draft.path("id").asLong();
    String action = path.substring(path.lastIndexOf('/') + 1);
    if (List.of("undo", "redo", "submit").contains(action) || JUDGING.contains(action)) {
      send(who, id, "ops", rename(in));
    }
    if (action.equals("redo")) {
      send(who, id, "undo", "");
    }
    if (JUDGING.contains(action)) {
      send(who, id, "submit", "{}");
    }
    if (action.equals("archive")) {
      send(who, id, "withdraw", "{}");
    }
    if (action.equals("publish")) {
      send(in ? "approver-in" : "approver-out", id, "approve", "{}");
    }
    String address = path.replace("{id}", Long.toString(id)).replace("{name}", "changes.txt");
    return new Ready(address, body(action, in), "If-Match: \"" + version(id) + "\"");
  }

  private RawHttp.Answer create(String who, boolean in) {
    return server.as(who, "POST", "/api/v1/drafts", created(in));
  }

  static String created(boolean in) {
    String unit = in ? AttackedServer.INSIDE : AttackedServer.OUTSIDE;
    return "{\"title\":\"试画\",\"scope\":\"" + unit + "\"}";
  }

  private void send(String who, long id, String action, String body) {
    RawHttp.Answer answer =
        server.as(
            who,
            "POST",
            "/api/v1/drafts/" + id + "/" + action,
            body,
            "If-Match: \"" + version(id) + "\"");
    if (answer.status() != 200) {
      throw new AssertionError(action + ": " + answer.status() + " " + answer.body());
    }
  }

  private String version(long id) {
    RawHttp.Answer answer = server.as("planner-in", "GET", "/api/v1/drafts/" + id, "");
    return AttackedServer.json(answer).path("version").asText();
  }

  private static String rename(boolean in) {
    String grid = in ? AttackedServer.GRID_INSIDE : AttackedServer.GRID_OUTSIDE;
    return "{\"op\":\"rename\",\"grid\":\"" + grid + "\",\"name\":\"名" + System.nanoTime() + "\"}";
  }

  private String body(String action, boolean in) {
    return switch (action) {
      case "ops", "preview" -> rename(in);
      case "reject" -> "{\"why\":\"理由\"}";
      case "publish" -> "{\"effective\":\"2030-01-01\",\"document\":\"文号\"}";
      case "comments" -> "{\"text\":\"意见\",\"grid\":\"" + AttackedServer.GRID_INSIDE + "\"}";
      case "adopt" -> layer();
      case "approve", "submit", "withdraw", "archive", "rebase" -> "{}";
      default -> "";
    };
  }

  /** The grids as they are. */
  private String layer() {
    RawHttp.Answer grids =
        server.as("planner-in", "GET", "/ogc/collections/grids/items?limit=1000", "");
    return JsonOut.text(AttackedServer.json(grids));
  }
}
