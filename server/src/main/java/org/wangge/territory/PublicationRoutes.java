package org.wangge.territory;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wangge.policy.Viewer;
import org.wangge.web.Entity;
import org.wangge.web.Problem;
import org.wangge.web.Query;
import org.wangge.web.Routes;
import org.wangge.web.Visitor;

/**
 * {@code GET /api/v1/publications} and {@code GET /api/v1/publications/{number}}: what was
 * published and on what it rests, oldest first; which of them is in force today.
 */
final class PublicationRoutes implements Routes {
  private final Territory territory;

  PublicationRoutes(Territory territory) {
    this.territory = territory;
  }

  @Override
  public void register(RoutesConfig routes) {
    routes.get("/api/v1/publications", this::list);
    routes.get("/api/v1/publications/{number}", this::get);
  }

  private void list(Context context) {
    Query.of(context);
    Viewer viewer = Visitor.of(context);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("today", territory.today());
    answer.put(
        "publications",
        territory.publications().stream().map(each -> members(each, viewer)).toList());
    Entity.json(answer).send(context);
  }

  private void get(Context context) {
    Query.of(context);
    String number = context.pathParam("number");
    Publication publication =
        territory.publications().stream()
            .filter(each -> Integer.toString(each.number()).equals(number))
            .findFirst()
            .orElseThrow(() -> Problem.notFound("publication", number).raise());
    Viewer viewer = Visitor.of(context);
    Map<String, Object> answer = members(publication, viewer);
    answer.put("previousHash", publication.decision().previousHash());
    answer.put("base", publication.decision().base());
    answer.put("fabric", publication.fabric());
    answer.put("events", HistoryRoutes.events(territory.listEvents(publication.number()), viewer));
    Entity.json(answer).send(context);
  }

  private Map<String, Object> members(Publication publication, Viewer viewer) {
    Decision decision = publication.decision();
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("number", publication.number());
    members.put("effective", publication.effective());
    members.put("recorded", publication.recorded());
    members.put("hash", publication.hash());
    members.put("kind", decision.kind());
    members.put("document", decision.document());
    members.put("author", Answers.name(decision.author(), viewer));
    members.put("note", decision.note());
    members.put("grids", territory.countGrids(publication.number()));
    members.put("state", state(publication));
    return members;
  }

  /** {@code inForce}, {@code future}, {@code past}; {@code superseded} when it never holds. */
  private String state(Publication publication) {
    List<Publication> all = territory.publications();
    int now = territory.findInForce().map(it -> it.publication().number()).orElse(0);
    if (publication.number() == now) {
      return "inForce";
    }
    boolean replaced =
        all.stream()
            .anyMatch(
                later ->
                    later.number() > publication.number()
                        && later.effective().equals(publication.effective()));
    if (replaced) {
      return "superseded";
    }
    return publication.number() > now ? "future" : "past";
  }
}
