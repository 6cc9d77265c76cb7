package org.wangge.territory;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Geometry;
import org.wangge.web.Entity;
import org.wangge.web.Query;
import org.wangge.web.Routes;

/** {@code GET /api/v1/district}: what the district is, in numbers. */
final class DistrictRoutes implements Routes {
  private final Territory territory;
  private final Recent<Entity> answers = new Recent<>();

  DistrictRoutes(Territory territory) {
    this.territory = territory;
  }

  @Override
  public void register(RoutesConfig routes) {
    routes.get("/api/v1/district", this::get);
  }

  private void get(Context context) {
    InForce inForce = Answers.inForce(territory, Query.of(context, "date").findDate("date"));
    answers.get(inForce.version(), () -> Entity.json(answer(inForce))).send(context);
  }

  private static Map<String, Object> answer(InForce inForce) {
    DistrictSettings settings = inForce.settings();
    Geometry domain = inForce.domainShape().lonLat();
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("code", settings.code());
    answer.put("name", settings.name());
    answer.put("synthetic", settings.synthetic());
    answer.put("label", settings.label());
    answer.put("crs", "EPSG:" + settings.metricSrid());
    answer.put("levels", settings.levelNames());
    answer.put("timeZone", settings.timeZone().getId());
    answer.put("codePattern", settings.codePattern());
    answer.put("counts", counts(inForce));
    answer.put("households", sum(inForce, inForce.plan()::households));
    answer.put("people", sum(inForce, inForce.plan()::people));
    answer.put(
        "areaSquareKilometres",
        Rounded.to(inForce.unitAreaSquareMetres(inForce.tree().district().code()) / 1e6, 4));
    answer.put("onStreetShare", Rounded.to(inForce.measures().onGroundShare(), 4));
    answer.put("bbox", Answers.box(domain.getEnvelopeInternal()));
    answer.put("centre", Answers.position(domain.getEnvelopeInternal().centre()));
    answer.put("publication", Answers.publication(inForce));
    answer.put("exclusions", inForce.exclusions().stream().map(Exclusion::name).toList());
    return answer;
  }

  private static Map<String, Object> counts(InForce inForce) {
    Map<String, Object> counts = new LinkedHashMap<>();
    counts.put("townships", inForce.tree().townships().size());
    counts.put("communities", inForce.tree().communities().size());
    counts.put("grids", inForce.grids().size());
    counts.put("blocks", inForce.fabric().faceCount());
    counts.put("streets", inForce.fabric().arcCount() + inForce.interiorLines().size());
    counts.put("buildings", inForce.buildings().count());
    return counts;
  }

  private static int sum(InForce inForce, java.util.function.IntUnaryOperator ofZone) {
    return IntStream.range(0, inForce.grids().size()).map(ofZone).sum();
  }
}
