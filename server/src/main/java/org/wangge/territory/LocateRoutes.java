package org.wangge.territory;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.wangge.policy.Viewer;
import org.wangge.web.JsonOut;
import org.wangge.web.Query;
import org.wangge.web.RequestBody;
import org.wangge.web.Routes;
import org.wangge.web.Visitor;

/**
 * {@code GET /api/v1/locate?lon&lat[&date][&recorded]}: who is responsible at a point. {@code POST
 * /api/v1/locate[?date]}: the same for up to {@value LocateBatch#MOST_POINTS} points, JSON or CSV
 * in, the same out.
 *
 * <p>Ties: a point on a boundary belongs to the touching block with the lowest number, so that
 * every point inside the domain has exactly one grid and the answer never depends on chance.
 */
final class LocateRoutes implements Routes {
  private static final String RULE =
      "a point on a boundary belongs to the touching block with the lowest number";
  private static final long LARGEST_BODY = 32L << 20;

  private final Territory territory;

  LocateRoutes(Territory territory) {
    this.territory = territory;
  }

  @Override
  public void register(RoutesConfig routes) {
    routes.get("/api/v1/locate", this::get);
    routes.post("/api/v1/locate", this::post);
  }

  private void get(Context context) {
    Query query = Query.of(context, "lon", "lat", "date", "recorded");
    double lon = query.getDouble("lon", -180, 180);
    double lat = query.getDouble("lat", -90, 90);
    InForce inForce = AsOf.of(territory, query);
    context.contentType("application/json").header("Cache-Control", "no-cache");
    context.result(
        JsonOut.bytes(answer(inForce, lon, lat, query.findDate("date"), Visitor.of(context))));
  }

  private Map<String, Object> answer(
      InForce inForce, double lon, double lat, Optional<LocalDate> date, Viewer viewer) {
    Map<String, Object> answer = new LinkedHashMap<>();
    Optional<Place> place = inForce.locate(lon, lat);
    answer.put("lon", lon);
    answer.put("lat", lat);
    answer.put("date", date.orElse(territory.today()));
    answer.put("found", place.isPresent());
    place.ifPresent(found -> describe(inForce, found, viewer, answer));
    answer.put("publication", inForce.publication().number());
    answer.put("tieRule", RULE);
    answer.put("label", inForce.settings().label());
    return answer;
  }

  private static void describe(
      InForce inForce, Place place, Viewer viewer, Map<String, Object> answer) {
    Map<String, Object> grid = new LinkedHashMap<>();
    grid.put("level", "grid");
    grid.put("levelName", inForce.settings().levelNames().get(3));
    grid.put("code", place.grid().code());
    grid.put("name", place.grid().name());
    grid.put("kind", place.grid().kind());
    answer.put("grid", grid);
    answer.put("community", Answers.unit(inForce, place.community()));
    answer.put("township", Answers.unit(inForce, place.township()));
    answer.put("district", Answers.unit(inForce, place.district()));
    answer.put("block", BlockItems.id(inForce, place.face()));
    answer.put("lines", Answers.lines(inForce, place.grid(), viewer));
  }

  private void post(Context context) {
    Optional<LocalDate> date = Query.of(context, "date").findDate("date");
    LocateBatch batch = new LocateBatch(Answers.inForce(territory, date));
    if (RequestBody.mediaType(context).equals("text/csv")) {
      byte[] body = RequestBody.bytes(context, LARGEST_BODY);
      context.contentType("text/csv; charset=utf-8").result(batch.csv(body));
    } else {
      var body = RequestBody.json(context, LARGEST_BODY);
      context
          .contentType("application/json")
          .result(batch.json(body, date.orElse(territory.today())));
    }
  }
}
