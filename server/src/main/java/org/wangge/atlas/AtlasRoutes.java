package org.wangge.atlas;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Envelope;
import org.wangge.territory.AsOf;
import org.wangge.territory.InForce;
import org.wangge.territory.Territory;
import org.wangge.web.Entity;
import org.wangge.web.JsonOut;
import org.wangge.web.Problem;
import org.wangge.web.ProblemKind;
import org.wangge.web.Query;
import org.wangge.web.Routes;

/**
 * What the page starts with: {@code GET /api/v1/map}, {@code GET /api/v1/map/buildings} (both also
 * as of another {@code date}, see {@link AsOf}) and {@code GET /api/v1/search?q=&limit=}. The
 * bundles are made and compressed once for a publication; 503 while there is none.
 */
public final class AtlasRoutes implements Routes {
  private static final String JSON = "application/json";
  private static final int DEFAULT_HITS = 10;
  private static final int MOST_HITS = 50;
  private static final int LONGEST_TEXT = 100;

  private final Territory territory;
  private final PerPublication<Entity> map =
      new PerPublication<>(inForce -> Entity.of(MapBundle.of(inForce), JSON));
  private final PerPublication<Entity> buildings =
      new PerPublication<>(inForce -> Entity.of(BuildingBundle.of(inForce), JSON));
  private final PerPublication<SearchIndex> index = new PerPublication<>(SearchIndex::of);

  /** What a search answers. */
  private record Results(String q, List<Map<String, Object>> results) {}

  public AtlasRoutes(Territory territory) {
    this.territory = territory;
  }

  @Override
  public void register(RoutesConfig routes) {
    routes.get("/api/v1/map", this::map);
    routes.get("/api/v1/map/buildings", this::buildings);
    routes.get("/api/v1/search", this::search);
  }

  /**
   * Makes what the first visitor would wait for; for a thread of its own while starting and after a
   * publication.
   */
  public void warm() {
    territory
        .findInForce()
        .ifPresent(
            inForce -> {
              map.get(inForce).compress();
              buildings.get(inForce).compress();
              index.get(inForce);
            });
  }

  /** The bundle of any plan, for pages that draw one that is not in force. */
  public static byte[] bundle(InForce plan) {
    return MapBundle.of(plan);
  }

  private void map(Context context) {
    map.get(asked(context)).send(context);
  }

  private void buildings(Context context) {
    buildings.get(asked(context)).send(context);
  }

  private InForce asked(Context context) {
    return AsOf.of(territory, Query.of(context, "date", "recorded"));
  }

  private void search(Context context) {
    Query query = Query.of(context, "q", "limit");
    String text = query.getText("q");
    int limit = query.findInt("limit", 1, MOST_HITS).orElse(DEFAULT_HITS);
    if (text.isBlank() || text.length() > LONGEST_TEXT) {
      throw Query.bad(
          "q", text, "is empty or too long", "Type 1 to " + LONGEST_TEXT + " characters.");
    }
    InForce inForce = inForce();
    if (!Entity.isNotModified(
        context, Entity.tag(inForce.version(), text, "" + limit), Entity.REVALIDATE)) {
      List<Map<String, Object>> results =
          index.get(inForce).find(text, limit).stream().map(AtlasRoutes::row).toList();
      context.contentType(JSON).result(JsonOut.bytes(new Results(text, results)));
    }
  }

  private InForce inForce() {
    return territory
        .findInForce()
        .orElseThrow(
            () ->
                Problem.of(ProblemKind.UNAVAILABLE, "There is no plan in force yet.")
                    .withRemedy("Import a district or make the demo.")
                    .raise());
  }

  private static Map<String, Object> row(SearchIndex.Hit hit) {
    SearchEntry entry = hit.entry();
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("kind", entry.kind().label());
    row.put("code", entry.code());
    row.put("name", entry.name());
    row.put("context", entry.context());
    row.put("id", entry.id());
    row.put("place", List.of(rounded(entry.place().x), rounded(entry.place().y)));
    row.put("bbox", box(entry.box()));
    row.put("match", hit.match().name().toLowerCase(java.util.Locale.ROOT));
    return row;
  }

  private static List<Double> box(Envelope box) {
    return List.of(
        rounded(box.getMinX()),
        rounded(box.getMinY()),
        rounded(box.getMaxX()),
        rounded(box.getMaxY()));
  }

  private static double rounded(double degrees) {
    return Math.rint(degrees * 1e6) / 1e6;
  }
}
