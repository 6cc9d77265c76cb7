package org.wangge.cases;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import org.wangge.policy.Right;
import org.wangge.territory.InForce;
import org.wangge.territory.Jurisdiction;
import org.wangge.territory.Sight;
import org.wangge.territory.Territory;
import org.wangge.web.JsonOut;
import org.wangge.web.Problem;
import org.wangge.web.Query;
import org.wangge.web.Routes;
import org.wangge.web.Visitor;

/**
 * What was put into a report box (举报箱), for the one role that may read it: {@code GET
 * /api/v1/reports[?limit]}, the newest first, and {@code GET /api/v1/reports/{id}}. Reports are in
 * no other list, count, map or export.
 */
final class ReportRoutes implements Routes {
  private final CaseSource source;
  private final CaseStore store;
  private final CaseAnswers answers;
  private final Territory territory;

  ReportRoutes(CaseSource source, CaseStore store, Territory territory) {
    this.source = source;
    this.store = store;
    this.territory = territory;
    this.answers = new CaseAnswers(source, territory);
  }

  @Override
  public void register(RoutesConfig routes) {
    routes.get("/api/v1/reports", this::list);
    routes.get("/api/v1/reports/{id}", this::one);
  }

  private void list(Context context) {
    Query query = Query.of(context, "limit");
    int limit = query.findInt("limit", 1, 1_000).orElse(50);
    Sight sight = sight(context);
    CaseConditions conditions = new CaseConditions().in(sight);
    List<Case> reports = store.listReports(conditions.where(), limit);
    send(context, answers.list(store.countReports(conditions.where()), reports, sight));
  }

  private void one(Context context) {
    Query.of(context);
    String id = context.pathParam("id");
    Case found =
        (id.matches("\\d{1,18}")
                ? store.findReport(Long.parseLong(id))
                : java.util.Optional.<Case>empty())
            .orElseThrow(() -> Problem.notFound("report", id).raise());
    InForce now = territory.inForce();
    Visitor.requireWithin(
        context, Right.REPORT_READ, Jurisdiction.chain(now, now.grid(source.zone(found))));
    send(context, answers.one(found, sight(context)));
  }

  /** Who may read reports reads all of them. */
  private Sight sight(Context context) {
    return Sight.of(territory, Visitor.of(context), Right.REPORT_READ, Right.REPORT_READ);
  }

  private static void send(Context context, Map<String, ?> body) {
    context.contentType("application/json").header("Cache-Control", "no-store");
    context.result(JsonOut.bytes(body));
  }
}
