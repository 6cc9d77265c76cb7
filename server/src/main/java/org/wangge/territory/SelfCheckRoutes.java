package org.wangge.territory;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import org.wangge.web.Entity;
import org.wangge.web.Query;
import org.wangge.web.Routes;

/**
 * {@code GET /api/v1/selfcheck}: what must hold and whether it does, computed anew for every
 * publication.
 */
final class SelfCheckRoutes implements Routes {
  private final Territory territory;
  private final Recent<Entity> answers = new Recent<>();

  SelfCheckRoutes(Territory territory) {
    this.territory = territory;
  }

  @Override
  public void register(RoutesConfig routes) {
    routes.get("/api/v1/selfcheck", this::get);
  }

  private void get(Context context) {
    InForce inForce = Answers.inForce(territory, Query.of(context, "date").findDate("date"));
    answers.get(inForce.version(), () -> Entity.json(SelfCheck.of(inForce).answer())).send(context);
  }
}
