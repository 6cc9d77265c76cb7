package org.wangge.planning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.wangge.fabric.Fabric;
import org.wangge.territory.Attributions;
import org.wangge.territory.Grid;
import org.wangge.web.Problem;
import org.wangge.web.ProblemException;
import org.wangge.web.ProblemKind;
import org.wangge.zoning.Objection;

/** Drafts, and what became of them, as JSON. */
final class DraftAnswers {
  private final Attributions attributions;

  DraftAnswers(Attributions attributions) {
    this.attributions = attributions;
  }

  /** A line of the list. */
  static Map<String, @Nullable Object> row(Draft draft) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("id", draft.id());
    json.put("title", draft.title());
    json.put("scope", draft.scope().isEmpty() ? null : draft.scope());
    json.put("state", draft.state().code());
    json.put("stateLabel", draft.state().label());
    json.put("version", draft.version());
    json.put("base", Map.of("number", draft.base(), "effective", draft.baseEffective()));
    json.put("author", draft.author());
    json.put("createdAt", draft.createdAt());
    json.put("updatedAt", draft.updatedAt());
    json.put("operations", draft.operations());
    json.put("done", draft.done());
    json.put("noticeUntil", draft.noticeUntil().orElse(null));
    json.put("publication", draft.publication().orElse(null));
    Map<String, Integer> band = new LinkedHashMap<>();
    band.put("min", draft.band().min());
    band.put("target", draft.band().target());
    band.put("max", draft.band().max());
    json.put("band", band);
    return json;
  }

  /** The whole draft. */
  static Map<String, @Nullable Object> draft(
      OpenDraft open, List<DraftStore.Decision> decisions, List<ReviewStep> steps) {
    Map<String, @Nullable Object> json = row(open.draft());
    int done = open.draft().done();
    json.put("log", open.log().stream().map(operation -> operation(operation, done)).toList());
    Drawing drawing = open.drawing();
    Map<String, Object> locks = new LinkedHashMap<>();
    locks.put(
        "grids",
        drawing.redraw().lockedZones().stream().mapToObj(z -> drawing.grid(z).code()).toList());
    locks.put("arcs", drawing.redraw().lockedArcs().stream().toArray());
    json.put("locks", locks);
    json.put("decisions", decisions.stream().map(DraftAnswers::decision).toList());
    json.put("approvals", approvals(Approvals.of(steps, decisions)));
    json.put("findings", open.adopted().map(layer -> counts(layer, drawing)).orElse(null));
    return json;
  }

  private static Map<String, Object> operation(Operation operation, int done) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("seq", operation.seq());
    json.put("text", operation.text());
    json.put("actor", operation.actor());
    json.put("at", operation.at());
    json.put("undone", operation.seq() > done);
    return json;
  }

  private static Map<String, @Nullable Object> decision(DraftStore.Decision decision) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("decision", decision.decision());
    json.put("by", decision.actor());
    json.put("at", decision.at());
    json.put("why", decision.why());
    json.put("place", decision.place().length == 2 ? decision.place() : null);
    return json;
  }

  /** The steps, with who gave those that are given. */
  private static List<Map<String, @Nullable Object>> approvals(Approvals approvals) {
    List<Map<String, @Nullable Object>> json = new ArrayList<>();
    for (int i = 0; i < approvals.steps().size(); i++) {
      Map<String, @Nullable Object> step = new LinkedHashMap<>();
      step.put("name", approvals.steps().get(i).name());
      step.put("wholeDistrict", approvals.steps().get(i).wholeDistrict());
      step.put("by", i < approvals.given().size() ? approvals.given().get(i) : null);
      json.add(step);
    }
    return json;
  }

  private static Map<String, Object> counts(Adopted layer, Drawing drawing) {
    Set<String> waived = new TreeSet<>();
    drawing.excepted().forEach(waiver -> waived.add(waiver.finding()));
    List<Adopted.Open> all = layer.findings(drawing);
    long excepted = all.stream().filter(open -> waived.contains(open.id())).count();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("total", layer.total());
    json.put("open", all.size() - excepted);
    json.put("excepted", excepted);
    json.put("resolved", layer.total() - all.size());
    return json;
  }

  /** What a change did to the picture: blocks with their new grid, and the grids that changed. */
  Map<String, @Nullable Object> changed(OpenDraft before, Drawing after, long version, Made made) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("version", version);
    json.put("text", made.text());
    boolean refined = before.drawing().redraw().fabric() != after.redraw().fabric();
    json.put("fabricChanged", refined);
    json.put("faces", refined ? List.of() : faces(before.drawing(), after));
    List<Grid> grids = after.livingGrids();
    if (!grids.equals(before.drawing().livingGrids())) {
      json.put("grids", grids);
    }
    Set<String> codes = refined ? opened(made) : changedGrids(before.drawing(), after, made);
    json.put("changedGrids", codes);
    json.put("scores", scores(before, after, codes));
    json.put("warnings", made.warnings().stream().map(it -> warning(after, it)).toList());
    json.put("notes", made.notes());
    return json;
  }

  private static Set<String> opened(Made made) {
    Set<String> codes = new TreeSet<>();
    made.effect().opened().forEach(grid -> codes.add(grid.code()));
    return codes;
  }

  private static List<int[]> faces(Drawing before, Drawing after) {
    List<int[]> pairs = new ArrayList<>();
    Fabric fabric = after.redraw().fabric();
    for (int f = 0; f < fabric.faceCount(); f++) {
      int now = after.indexOf(after.redraw().zone(f));
      if (before.indexOf(before.redraw().zone(f)) != now) {
        pairs.add(new int[] {f, now});
      }
    }
    return pairs;
  }

  private static Set<String> changedGrids(Drawing before, Drawing after, Made made) {
    Set<String> codes = new TreeSet<>();
    for (int f = 0; f < after.redraw().fabric().faceCount(); f++) {
      String was = before.grid(before.redraw().zone(f)).code();
      String is = after.grid(after.redraw().zone(f)).code();
      if (!was.equals(is)) {
        codes.add(was);
        codes.add(is);
      }
    }
    made.effect().renamed().keySet().forEach(zone -> codes.add(after.grid(zone).code()));
    return codes;
  }

  private Map<String, Object> scores(OpenDraft before, Drawing after, Set<String> codes) {
    Scorecard old = new Scorecard(before, attributions);
    Scorecard now = new Scorecard(before, after, attributions);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("before", scores(before.drawing(), old, codes));
    json.put("after", scores(after, now, codes));
    return json;
  }

  private static List<Map<String, Object>> scores(
      Drawing drawing, Scorecard card, Set<String> codes) {
    return codes.stream().flatMap(code -> drawing.findZone(code).stream()).map(card::grid).toList();
  }

  private static Map<String, Object> warning(Drawing drawing, Objection objection) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("rule", objection.rule().code());
    json.put("text", Sentences.of(drawing, objection));
    json.put("grid", objection.zone() < 0 ? "" : drawing.grid(objection.zone()).code());
    json.put("blocks", objection.faces());
    return json;
  }

  /** A refusal as a problem that names rule, blocks, place and what could be done instead. */
  static ProblemException refused(OpenDraft draft, RefusedOperationException refusal) {
    Objection first = refusal.objections().get(0);
    Drawing drawing = draft.drawing();
    Problem problem =
        Problem.of(ProblemKind.CONFLICT, String.valueOf(refusal.getMessage()))
            .withAttempted("编制草案 " + draft.draft().title())
            .with("rule", first.rule().code())
            .with("ruleLabel", first.rule().label())
            .with("blocks", inRange(draft, first.faces()))
            .with("remedyBlocks", refusal.remedy());
    if (first.zone() >= 0) {
      problem = problem.with("grid", drawing.grid(first.zone()).code());
    }
    if (first.faces().length > 0) {
      Coordinate middle =
          draft.counting().middle(drawing.redraw().fabric(), inRange(draft, first.faces())[0]);
      problem =
          problem.with(
              "at",
              new Spots(drawing.base().projection()).lonLat(middle.x * 1000, middle.y * 1000));
    }
    return (refusal.remedy().length > 0 ? problem.withRemedy("改为划入 remedyBlocks 所列街区。") : problem)
        .raise();
  }

  private static int[] inRange(OpenDraft draft, int[] faces) {
    int count = draft.drawing().redraw().fabric().faceCount();
    int[] known = Arrays.stream(faces).filter(f -> f < count).toArray();
    return known.length == 0 && faces.length > 0 ? new int[] {0} : known;
  }
}
