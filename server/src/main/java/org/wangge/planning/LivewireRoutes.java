package org.wangge.planning;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.wangge.fabric.Fabric;
import org.wangge.fabric.Livewire;
import org.wangge.web.Problem;
import org.wangge.web.ProblemException;
import org.wangge.web.ProblemKind;
import org.wangge.web.Query;
import org.wangge.web.Routes;

/**
 * {@code GET /api/v1/livewire?from=lon,lat&to=lon,lat&draft=id}: the way along streets that a drawn
 * line means, between the crossings nearest to two places.
 */
final class LivewireRoutes implements Routes {
  private static final double REACH_MILLIMETRES = 1_000_000;

  private final DraftPathRoutes access;

  LivewireRoutes(Drafts drafts) {
    this.access = new DraftPathRoutes(drafts);
  }

  @Override
  public void register(RoutesConfig routes) {
    routes.get("/api/v1/livewire", this::find);
  }

  private void find(Context context) {
    Query query = Query.of(context, "from", "to", "draft");
    OpenDraft draft = access.get(query.getText("draft"));
    Fabric fabric = draft.drawing().redraw().fabric();
    Spots spots = new Spots(draft.drawing().base().projection());
    Livewire wire = draft.counting().wire(fabric);
    int from = node(wire, place(query, spots, "from"));
    int to = node(wire, place(query, spots, "to"));
    Livewire.Way way = wire.find(from, to).orElseThrow(LivewireRoutes::notConnected);
    DraftRoutes.json(context, answer(fabric, spots, way));
  }

  private static Coordinate place(Query query, Spots spots, String name) {
    query.getText(name);
    double[] lonLat = query.findNumbers(name, 2).orElseThrow();
    return spots.point(name, lonLat[0], lonLat[1]);
  }

  private static int node(Livewire wire, Coordinate place) {
    return wire.findNode(place.x, place.y, REACH_MILLIMETRES, node -> true)
        .orElseThrow(
            () ->
                Problem.of(ProblemKind.CONFLICT, "一公里之内没有路口。")
                    .withAttempted("沿路选线")
                    .withRemedy("点在街道附近。")
                    .raise());
  }

  private static ProblemException notConnected() {
    return Problem.of(ProblemKind.CONFLICT, "两点之间没有路相连。")
        .withAttempted("沿路选线")
        .withRemedy("换一个点，或按住 Alt 画切分线。")
        .raise();
  }

  private static Map<String, Object> answer(Fabric fabric, Spots spots, Livewire.Way way) {
    List<double[]> points = new ArrayList<>();
    points.add(spots.lonLat(fabric.nodeX(way.from()), fabric.nodeY(way.from())));
    double metres = 0;
    double onGround = 0;
    Set<String> streets = new LinkedHashSet<>();
    for (int h : way.halfEdges()) {
      int arc = h >> 1;
      addPoints(fabric, spots, h, points);
      metres += fabric.arcLengthMetres(arc);
      onGround += fabric.arcClass(arc).isOnGround() ? fabric.arcLengthMetres(arc) : 0;
      if (!fabric.arcName(arc).isEmpty()) {
        streets.add(fabric.arcName(arc));
      }
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("points", points);
    json.put("arcs", way.arcs());
    json.put("metres", Math.rint(metres * 10) / 10);
    json.put("onStreetShare", metres == 0 ? 1 : Math.rint(1e4 * onGround / metres) / 1e4);
    json.put("streets", streets);
    return json;
  }

  private static void addPoints(Fabric fabric, Spots spots, int h, List<double[]> points) {
    int arc = h >> 1;
    int count = fabric.pointCount(arc);
    for (int i = 1; i < count; i++) {
      int at = (h & 1) == 0 ? i : count - 1 - i;
      points.add(spots.lonLat(fabric.pointX(arc, at), fabric.pointY(arc, at)));
    }
  }
}
