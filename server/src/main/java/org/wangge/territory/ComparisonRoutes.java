package org.wangge.territory;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import org.wangge.web.Entity;
import org.wangge.web.Problem;
import org.wangge.web.Query;
import org.wangge.web.Routes;

/**
 * {@code GET /api/v1/compare?from=&to=}: the ground that has another grid in the second publication
 * than in the first, which is the earlier one.
 */
final class ComparisonRoutes implements Routes {
  private static final int MOST = 1_000_000;

  private final Territory territory;
  private final Recent<Entity> answers = new Recent<>();

  ComparisonRoutes(Territory territory) {
    this.territory = territory;
  }

  @Override
  public void register(RoutesConfig routes) {
    routes.get("/api/v1/compare", this::get);
  }

  private void get(Context context) {
    Query query = Query.of(context, "from", "to");
    int from = query.getInt("from", 1, MOST);
    int to = query.getInt("to", 1, MOST);
    if (from >= to) {
      throw Query.bad(
          "from", Integer.toString(from), "is not earlier than to", "Name the earlier one first.");
    }
    InForce before = publication(from);
    InForce after = publication(to);
    answers
        .get(
            before.version() + "/" + after.version(),
            () -> Entity.json(ComparisonJson.of(PlanComparison.of(before, after))))
        .send(context);
  }

  private InForce publication(int number) {
    return territory
        .findPublication(number)
        .orElseThrow(() -> Problem.notFound("publication", Integer.toString(number)).raise());
  }
}
