package org.wangge.services;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.wangge.territory.Territory;
import org.wangge.web.Entity;
import org.wangge.web.JsonOut;
import org.wangge.web.Problem;
import org.wangge.web.ProblemKind;
import org.wangge.web.Query;
import org.wangge.web.Routes;

/**
 * Service points for the page.
 *
 * <ul>
 *   <li>{@code GET /api/v1/services/points[?kind&unit&grid&at]}: {@code {kinds, points: [{id, lon,
 *       lat, kind, name, …, openNow}]}}
 *   <li>{@code GET /api/v1/services/points/{id}[?at]}: one
 *   <li>{@code GET /api/v1/services/nearest?lon&lat[&kind&limit&at]}: the same with {@code metres},
 *       nearest first, in a straight line
 * </ul>
 *
 * <p>{@code at} is a local time, {@code 2026-05-03T10:30}, now when left out; {@code openNow} is
 * null when the hours are unknown.
 */
final class ServiceRoutes implements Routes {
  private final ServiceBook book;
  private final Territory territory;

  ServiceRoutes(ServiceBook book, Territory territory) {
    this.book = book;
    this.territory = territory;
  }

  @Override
  public void register(RoutesConfig routes) {
    routes.get("/api/v1/services/points", this::points);
    routes.get("/api/v1/services/points/{id}", this::one);
    routes.get("/api/v1/services/nearest", this::nearest);
  }

  private void points(Context context) {
    Query query = Query.of(context, "kind", "unit", "grid", "at");
    LocalDateTime at = at(query);
    List<Map<String, @Nullable Object>> points =
        wanted(query).map(placed -> body(placed, at)).toList();
    Entity.json(Map.of("kinds", Kind.labels(), "points", points)).send(context);
  }

  private void one(Context context) {
    LocalDateTime at = at(Query.of(context, "at"));
    String id = context.pathParam("id");
    ServiceBook.Placed placed =
        book.current().find(id).orElseThrow(() -> Problem.notFound("service point", id).raise());
    Entity.json(body(placed, at)).send(context);
  }

  private void nearest(Context context) {
    Query query = Query.of(context, "lon", "lat", "kind", "unit", "grid", "limit", "at");
    double lon = query.getDouble("lon", -180, 180);
    double lat = query.getDouble("lat", -90, 90);
    int limit = query.findInt("limit", 1, 100).orElse(5);
    LocalDateTime at = at(query);
    Coordinate here = metric(lon, lat);
    List<Map<String, @Nullable Object>> points =
        wanted(query)
            .sorted(Comparator.comparingDouble(placed -> metres(placed, here)))
            .limit(limit)
            .map(placed -> withDistance(body(placed, at), metres(placed, here)))
            .toList();
    context.contentType("application/json").result(JsonOut.bytes(Map.of("points", points)));
  }

  private Coordinate metric(double lon, double lat) {
    Coordinate here = territory.inForce().projection().toMetric(lon, lat);
    if (Double.isNaN(here.x)) {
      throw Problem.of(ProblemKind.BAD_PARAMETER, "The place is on another side of the earth.")
          .withAttempted("measure distances in metres")
          .withValue("lon=" + lon + ", lat=" + lat)
          .withRemedy("Give longitude, then latitude, of a place near the district.")
          .raise();
    }
    return here;
  }

  private Stream<ServiceBook.Placed> wanted(Query query) {
    Predicate<ServiceBook.Placed> kind =
        query
            .findOneOf("kind", Kind.labels())
            .<Predicate<ServiceBook.Placed>>map(
                label -> placed -> placed.point().kind().label().equals(label))
            .orElse(placed -> true);
    return book.current().points().stream()
        .filter(kind)
        .filter(placed -> query.findText("unit").map(placed.point().unit()::equals).orElse(true))
        .filter(placed -> query.findText("grid").map(code -> isIn(placed, code)).orElse(true));
  }

  private static boolean isIn(ServiceBook.Placed placed, String gridCode) {
    return placed.grid() != null && placed.grid().code().equals(gridCode);
  }

  private static double metres(ServiceBook.Placed placed, Coordinate here) {
    double dx = placed.point().site().xMillimetres() / 1000.0 - here.x;
    double dy = placed.point().site().yMillimetres() / 1000.0 - here.y;
    return Math.hypot(dx, dy);
  }

  private LocalDateTime at(Query query) {
    return query.findText("at").map(ServiceRoutes::time).orElseGet(territory::now);
  }

  private static LocalDateTime time(String text) {
    try {
      return LocalDateTime.parse(text);
    } catch (DateTimeParseException unreadable) {
      throw Query.bad("at", text, "is not a local time", "Write it as 2026-05-03T10:30.");
    }
  }

  private static Map<String, @Nullable Object> body(ServiceBook.Placed placed, LocalDateTime at) {
    ServicePoint point = placed.point();
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("id", point.id());
    body.put("lon", point.site().lon());
    body.put("lat", point.site().lat());
    body.putAll(ServiceSource.properties(placed));
    body.put("openNow", point.hours().isKnown() ? point.hours().isOpenAt(at) : null);
    return body;
  }

  private static Map<String, @Nullable Object> withDistance(
      Map<String, @Nullable Object> body, double metres) {
    body.put("metres", Math.round(metres));
    return body;
  }
}
