package org.wangge.territory;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import org.wangge.web.Entity;
import org.wangge.web.Problem;
import org.wangge.web.Query;
import org.wangge.web.Routes;
import org.wangge.web.Visitor;

/** {@code GET /api/v1/grids/{code}}: the card of a grid. */
final class GridRoutes implements Routes {
  private final Territory territory;

  GridRoutes(Territory territory) {
    this.territory = territory;
  }

  @Override
  public void register(RoutesConfig routes) {
    routes.get("/api/v1/grids/{code}", this::get);
  }

  private void get(Context context) {
    String code = context.pathParam("code");
    InForce inForce = AsOf.of(territory, Query.of(context, "date", "recorded"));
    Grid grid = inForce.findGrid(code).orElseThrow(() -> Problem.notFound("grid", code).raise());
    Entity.json(GridCard.of(inForce, grid, Visitor.of(context))).send(context);
  }
}
