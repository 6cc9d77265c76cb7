package org.wangge.party;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.wangge.policy.Right;
import org.wangge.territory.Building;
import org.wangge.territory.Buildings;
import org.wangge.territory.Grid;
import org.wangge.territory.InForce;
import org.wangge.territory.Jurisdiction;
import org.wangge.territory.Place;
import org.wangge.territory.Territory;
import org.wangge.web.Entity;
import org.wangge.web.JsonOut;
import org.wangge.web.Problem;
import org.wangge.web.Query;
import org.wangge.web.Routes;
import org.wangge.web.Visitor;

/**
 * The party layer of the page.
 *
 * <ul>
 *   <li>{@code GET /api/v1/party/buildings[?date]}: {@code {date, labels, covered, members, ids:
 *       [], steps: [], counts: []}} for all buildings in the order of the publication; step 0 is
 *       nobody
 *   <li>{@code GET /api/v1/party/buildings/{id}[?date]}: the building, its grid and who stands for
 *       it, names masked outside the units where the viewer may see them
 * </ul>
 */
final class PartyRoutes implements Routes {
  private static final List<String> LABELS = labels();

  private final PartyStore store;
  private final Territory territory;

  PartyRoutes(PartyStore store, Territory territory) {
    this.store = store;
    this.territory = territory;
  }

  private static List<String> labels() {
    List<String> labels = new ArrayList<>(List.of("无党员"));
    labels.addAll(Step.labels());
    return labels;
  }

  @Override
  public void register(RoutesConfig routes) {
    routes.get("/api/v1/party/buildings", this::buildings);
    routes.get("/api/v1/party/buildings/{id}", this::building);
  }

  private void buildings(Context context) {
    LocalDate day = Query.of(context, "date").findDate("date").orElseGet(territory::today);
    InForce inForce = territory.inForce();
    String tag = Entity.tag(inForce.version(), store.fingerprint().version(), day.toString());
    if (!Entity.isNotModified(context, tag, Entity.REVALIDATE)) {
      context.contentType("application/json").result(JsonOut.bytes(columns(inForce, day)));
    }
  }

  private Map<String, Object> columns(InForce inForce, LocalDate day) {
    Map<String, PartyStore.Reached> reached = store.reached(day);
    List<Building> buildings = inForce.buildings().list();
    int[] steps = new int[buildings.size()];
    int[] counts = new int[buildings.size()];
    for (int i = 0; i < steps.length; i++) {
      PartyStore.@Nullable Reached each = reached.get(buildings.get(i).id());
      steps[i] = each == null ? 0 : each.step().number();
      counts[i] = each == null ? 0 : each.members();
    }
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("date", day);
    body.put("labels", LABELS);
    body.put("covered", java.util.Arrays.stream(steps).filter(step -> step > 0).count());
    body.put("members", java.util.Arrays.stream(counts).sum());
    body.put("ids", buildings.stream().map(Building::id).toList());
    body.put("steps", steps);
    body.put("counts", counts);
    return body;
  }

  private void building(Context context) {
    LocalDate day = Query.of(context, "date").findDate("date").orElseGet(territory::today);
    InForce inForce = territory.inForce();
    String id = context.pathParam("id");
    OptionalInt index = inForce.buildings().findIndex(id);
    if (index.isEmpty()) {
      throw Problem.notFound("building", id).raise();
    }
    int face = inForce.buildings().face(index.getAsInt());
    Grid grid = inForce.placeOf(face).grid();
    Visitor.requireWithin(context, Right.PARTY_READ, Jurisdiction.chain(inForce, grid));
    boolean named = PartySource.sight(territory, Visitor.of(context)).showsPersonal(grid.zone());
    Entity.json(card(inForce, index.getAsInt(), store.listIn(id, day), named)).send(context);
  }

  private static Map<String, Object> card(
      InForce inForce, int index, List<Assignment> assignments, boolean named) {
    Buildings buildings = inForce.buildings();
    Building building = buildings.get(index);
    Place place = inForce.placeOf(buildings.face(index));
    int step = assignments.stream().mapToInt(each -> each.step().number()).max().orElse(0);
    Map<String, Object> card = new LinkedHashMap<>();
    card.put("id", building.id());
    card.put("name", building.name());
    card.put("address", building.address());
    card.put("lon", buildings.lonLat(index).x);
    card.put("lat", buildings.lonLat(index).y);
    card.put("households", building.households());
    card.put("people", building.people());
    card.put("floors", building.floors());
    card.put("grid", Map.of("code", place.grid().code(), "name", place.grid().name()));
    card.put(
        "community", Map.of("code", place.community().code(), "name", place.community().name()));
    card.put("step", step);
    card.put("stepLabel", LABELS.get(step));
    card.put(
        "assignments", assignments.stream().map(each -> PartySource.brief(each, named)).toList());
    return card;
  }
}
