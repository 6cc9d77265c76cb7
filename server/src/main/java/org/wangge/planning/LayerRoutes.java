package org.wangge.planning;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.wangge.exchange.CrsGuess;
import org.wangge.exchange.DataSource;
import org.wangge.exchange.Feature;
import org.wangge.exchange.GeoJsonReader;
import org.wangge.exchange.Layer;
import org.wangge.exchange.MetricFrame;
import org.wangge.exchange.Projections;
import org.wangge.exchange.ReadException;
import org.wangge.exchange.ReadLimits;
import org.wangge.exchange.ReadOptions;
import org.wangge.policy.Right;
import org.wangge.territory.Grid;
import org.wangge.territory.InForce;
import org.wangge.territory.PlanComparison;
import org.wangge.web.Problem;
import org.wangge.web.ProblemException;
import org.wangge.web.ProblemKind;
import org.wangge.web.Query;
import org.wangge.web.RequestBody;
import org.wangge.web.Routes;
import org.wangge.web.Visitor;

/**
 * What a draft is, as GeoJSON ({@code …/grids}, {@code …/diff}, {@code …/findings}); and {@code
 * POST …/adopt}, which takes foreign polygons in and turns them into an assignment of blocks.
 */
final class LayerRoutes implements Routes {
  private static final long LARGEST_LAYER_BYTES = 64_000_000;
  private static final ReadLimits LIMITS = ReadLimits.ofUploads();
  private static final List<String> YES = List.of("true");
  private static final int MOST_NAMED = 200;

  private final Drafts drafts;
  private final DraftPathRoutes access;

  LayerRoutes(Drafts drafts) {
    this.drafts = drafts;
    this.access = new DraftPathRoutes(drafts);
  }

  @Override
  public void register(RoutesConfig routes) {
    routes.get("/api/v1/drafts/{id}/grids", this::grids);
    routes.get("/api/v1/drafts/{id}/diff", this::diff);
    routes.get("/api/v1/drafts/{id}/findings", this::findings);
    routes.post("/api/v1/drafts/{id}/adopt", this::adopt);
  }

  private static void geoJson(Context context, List<? extends Map<String, ?>> features) {
    DraftRoutes.json(context, FeatureJson.collection(features));
    context.contentType("application/geo+json");
  }

  private void grids(Context context) {
    Query.of(context);
    InForce drawn = access.get(context).drawing().drawn();
    geoJson(context, drawn.grids().stream().map(grid -> feature(drawn, grid)).toList());
  }

  private static Map<String, Object> feature(InForce drawn, Grid grid) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("code", grid.code());
    properties.put("name", grid.name());
    properties.put("community", grid.communityCode());
    properties.put("kind", grid.kind());
    properties.put("households", drawn.plan().households(grid.zone()));
    properties.put("people", drawn.plan().people(grid.zone()));
    return FeatureJson.feature(grid.code(), drawn.gridShape(grid.zone()).lonLat(), properties);
  }

  private void diff(Context context) {
    Query.of(context);
    OpenDraft draft = access.get(context);
    PlanComparison comparison = PlanComparison.of(draft.drawing().base(), draft.drawing().drawn());
    geoJson(context, comparison.moves().stream().map(LayerRoutes::feature).toList());
  }

  private static Map<String, Object> feature(PlanComparison.Move move) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("from", move.from());
    properties.put("to", move.to());
    properties.put("blocks", move.faces().length);
    properties.put("households", move.households());
    properties.put("people", move.people());
    properties.put("buildings", move.buildings());
    properties.put("areaSquareMetres", Math.rint(move.areaSquareMetres()));
    return FeatureJson.feature(move.from() + "-" + move.to(), move.shape().lonLat(), properties);
  }

  private void findings(Context context) {
    Query.of(context);
    OpenDraft draft = access.get(context);
    geoJson(
        context,
        draft
            .adopted()
            .map(layer -> new FindingFeatures(draft.drawing(), layer).list())
            .orElse(List.of()));
  }

  private void adopt(Context context) {
    OpenDraft draft = access.toChange(context, Right.DRAFT_EDIT);
    DraftPathRoutes.requireDrawn(draft.draft());
    requireNothingLost(draft, Query.of(context, "replace").findOneOf("replace", YES).isPresent());
    byte[] body = RequestBody.bytes(context, LARGEST_LAYER_BYTES);
    Read read = read(draft.drawing().base(), body);
    try {
      Drafts.Adoption adoption = drafts.adopt(draft, read.polygons(), Visitor.of(context).name());
      Visitor.note(context, "草案 " + draft.draft().title() + " 导入图层");
      context.header("ETag", "\"" + adoption.draft().draft().version() + "\"");
      DraftRoutes.json(context, answer(adoption, read));
    } catch (StaleDraftException stale) {
      throw DraftPathRoutes.stale(access.get(context).draft());
    }
  }

  /** A layer begins the draft anew: what was drawn before goes only when that is asked for. */
  private static void requireNothingLost(OpenDraft draft, boolean replace) {
    if (draft.draft().operations() > 0 && !replace) {
      throw Problem.of(
              ProblemKind.CONFLICT, "草案已有 " + draft.draft().operations() + " 项操作，导入图层会清空它们。")
          .withAttempted("向草案 " + draft.draft().title() + " 导入图层")
          .withRemedy("另建草案导入，或加上 ?replace=true 从图层重新开始。")
          .with("operations", draft.draft().operations())
          .raise();
    }
  }

  private static Map<String, @Nullable Object> answer(Drafts.Adoption adoption, Read read) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("version", adoption.draft().draft().version());
    json.put("adopted", adoption.adoption().adopted());
    List<Integer> undecided = adoption.adoption().undecided();
    json.put("undecided", undecided.subList(0, Math.min(MOST_NAMED, undecided.size())));
    json.put("undecidedCount", undecided.size());
    json.put("unknown", read.unknown());
    json.put("findings", adoption.adoption().findings());
    return json;
  }

  /**
   * @param polygons metres, by code of grid
   * @param unknown what is no grid of the draft, in words
   */
  private record Read(Map<String, Geometry> polygons, List<String> unknown) {}

  private static Read read(InForce base, byte[] body) {
    Layer layer = metres(base, body);
    Map<String, List<Geometry>> shapes = new TreeMap<>();
    List<String> unknown = new ArrayList<>();
    layer.bad().stream().limit(MOST_NAMED).forEach(bad -> unknown.add(bad.describe()));
    for (Feature feature : layer.features()) {
      String code = feature.findText("code").orElse("");
      if (base.findGrid(code).isEmpty() || feature.geometry().getDimension() != 2) {
        unknown.add("第 %d 个要素：没有编码为“%s”的网格".formatted(feature.index() + 1, code));
      } else {
        shapes.computeIfAbsent(code, of -> new ArrayList<>()).add(sound(feature.geometry()));
      }
    }
    if (shapes.isEmpty()) {
      throw refused("No feature has a code of a grid in the member properties.code.");
    }
    SnappedPolygons snapping = new SnappedPolygons(base.fabric());
    Map<String, Geometry> polygons = new TreeMap<>();
    shapes.forEach(
        (code, parts) -> {
          Geometry whole = parts.size() == 1 ? parts.get(0) : OverlayNGRobust.union(parts);
          Geometry snapped = snapping.snap(whole);
          snapped.setSRID(base.settings().metricSrid());
          polygons.put(code, snapped);
        });
    return new Read(polygons, unknown);
  }

  private static Geometry sound(Geometry geometry) {
    return geometry.isValid() ? geometry : GeometryFixer.fix(geometry);
  }

  private static Layer metres(InForce base, byte[] body) {
    try {
      Layer layer =
          new GeoJsonReader()
              .read(DataSource.of("upload.geojson", body), new ReadOptions(null, null, LIMITS));
      CrsGuess guess = CrsGuess.of(layer, base.domainShape().lonLat().getEnvelopeInternal());
      return MetricFrame.of(Projections.of(base.settings().metricSrid())).toMetres(layer, guess);
    } catch (ReadException e) {
      throw Problem.of(ProblemKind.REFUSED_DATA, e.problem().describe())
          .withAttempted(e.problem().attempted())
          .withValue(e.problem().value())
          .withWhere(e.problem().where())
          .withRemedy(e.problem().remedy())
          .raise();
    }
  }

  private static ProblemException refused(String detail) {
    return Problem.of(ProblemKind.REFUSED_DATA, detail)
        .withAttempted("adopt polygons")
        .withRemedy("Give each polygon the code of its grid as the property code.")
        .raise();
  }
}
