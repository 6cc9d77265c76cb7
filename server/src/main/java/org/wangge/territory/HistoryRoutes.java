package org.wangge.territory;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wangge.policy.Viewer;
import org.wangge.web.Entity;
import org.wangge.web.Problem;
import org.wangge.web.Query;
import org.wangge.web.Routes;
import org.wangge.web.Visitor;

/**
 * {@code GET /api/v1/grids/{code}/history[?recorded=]}: what became of a grid and where its
 * households came from and went, also of one that is abolished. With {@code recorded}, an instant,
 * as it was known then; without, as it is known today.
 */
final class HistoryRoutes implements Routes {
  private final Territory territory;

  HistoryRoutes(Territory territory) {
    this.territory = territory;
  }

  @Override
  public void register(RoutesConfig routes) {
    routes.get("/api/v1/grids/{code}/history", this::get);
  }

  private void get(Context context) {
    String code = context.pathParam("code");
    Optional<Instant> recorded = AsOf.findRecorded(territory, Query.of(context, "recorded"));
    GridHistory history =
        recorded
            .map(instant -> territory.history(code, instant))
            .orElseGet(() -> territory.history(code))
            .orElseThrow(() -> Problem.notFound("grid", code).raise());
    Entity.json(answer(history, Visitor.of(context))).send(context);
  }

  private static Map<String, Object> answer(GridHistory history, Viewer viewer) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("grid", history.code());
    answer.put("versions", history.versions());
    answer.put("events", events(history.events(), viewer));
    answer.put("lineage", history.lineage());
    return answer;
  }

  private static Map<String, @Nullable Object> event(GridHistory.Event event, Viewer viewer) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    members.put("kind", event.kind().code());
    members.put("label", event.kind().label());
    members.put("grid", event.grid());
    members.put("effective", event.effective());
    members.put("recorded", event.recorded());
    members.put("publication", event.publication());
    members.put("document", event.document());
    members.put("author", Answers.name(event.author(), viewer));
    members.put("note", event.note());
    return members;
  }

  static List<Map<String, @Nullable Object>> events(List<GridHistory.Event> events, Viewer viewer) {
    return events.stream().map(event -> event(event, viewer)).toList();
  }
}
