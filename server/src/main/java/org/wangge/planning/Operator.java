package org.wangge.planning;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.wangge.fabric.Fabric;
import org.wangge.fabric.FaceSplit;
import org.wangge.territory.Grid;
import org.wangge.web.JsonFields;
import org.wangge.zoning.Assignment;
import org.wangge.zoning.Band;
import org.wangge.zoning.BorderPath;
import org.wangge.zoning.Objection;
import org.wangge.zoning.Outcome;
import org.wangge.zoning.Redraw;
import org.wangge.zoning.Rule;
import org.wangge.zoning.Step;
import org.wangge.zoning.ZoneCuts;

/**
 * Works out what an operation means for a drawing. It changes nothing: what comes out is an effect,
 * or {@link RefusedOperationException} with the rule that stands against it.
 */
final class Operator {
  private static final int LONGEST_NAME = 60;
  private static final int MOST_GRIDS = 2_000;

  private final Drawing drawing;
  private final Redraw redraw;
  private final Counting counting;
  private final Spots spots;
  private final NewGrids fresh;
  private final Band band;
  private final Optional<Adopted> adopted;

  /**
   * @param adopted the layer that was sent in, if one was
   */
  Operator(
      Drawing drawing,
      Counting counting,
      Spots spots,
      NewGrids fresh,
      Band band,
      Optional<Adopted> adopted) {
    this.drawing = drawing;
    this.redraw = drawing.redraw();
    this.counting = counting;
    this.spots = spots;
    this.fresh = fresh;
    this.band = band;
    this.adopted = adopted;
  }

  private static final Map<String, BiFunction<Operator, JsonNode, Made>> OPERATIONS =
      Map.ofEntries(
          Map.entry("assign", Operator::assign),
          Map.entry("split", Operator::split),
          Map.entry("merge", Operator::merge),
          Map.entry("pushBorder", Operator::pushBorder),
          Map.entry("splitBlock", Operator::splitBlock),
          Map.entry("rename", Operator::rename),
          Map.entry("lock", (operator, op) -> operator.lock(op, true)),
          Map.entry("unlock", (operator, op) -> operator.lock(op, false)),
          Map.entry("rebalance", Operator::solve),
          Map.entry("design", Operator::solve),
          Map.entry("repair", Operator::repair),
          Map.entry("except", Operator::except));

  /**
   * @param op the operation as it came: {@code {op: "assign", …}}
   * @throws RefusedOperationException when a rule stands against it
   * @throws org.wangge.web.ProblemException when it cannot be understood
   */
  Made make(JsonNode op) {
    String name = op.path("op").asText("");
    BiFunction<Operator, JsonNode, Made> operation = OPERATIONS.get(name);
    if (operation == null) {
      throw JsonFields.bad(
          "op", name, "is no operation", "Known: " + String.join(", ", OPERATIONS.keySet()));
    }
    return operation.apply(this, op);
  }

  // Blocks to a grid

  private Made assign(JsonNode op) {
    JsonFields fields = JsonFields.of(op, "op", "blocks", "polygon", "at", "to", "allowApart");
    int to = zone(fields, "to");
    int[] faces = faces(op);
    boolean apart = fields.findFlag("allowApart").orElse(false) || drawing.mayLieApart(to);
    Outcome outcome = Assignment.of(redraw, faces, to, apart);
    Step.Moved step = (Step.Moved) step(outcome, "这些街区已在该网格内。");
    List<String> pieces =
        outcome.objections().stream()
            .filter(objection -> objection.rule() == Rule.CONTIGUITY)
            .map(objection -> drawing.grid(objection.zone()).code())
            .toList();
    return new Made(
        Effect.of(step).withApart(pieces), moved(step), outcome.objections(), List.of());
  }

  private int[] faces(JsonNode op) {
    if (op.has("polygon")) {
      return Spots.facesIn(redraw.fabric(), spots.points("polygon", op.path("polygon"), 3));
    }
    if (op.has("at")) {
      return new int[] {faceAt("at", op.path("at"))};
    }
    JsonNode blocks = op.path("blocks");
    if (!blocks.isArray() || blocks.isEmpty()) {
      throw JsonFields.bad("blocks", "", "is missing", "Give blocks, polygon or at.");
    }
    int[] faces = new int[blocks.size()];
    for (int i = 0; i < faces.length; i++) {
      faces[i] = block(blocks.get(i));
    }
    return faces;
  }

  private int block(JsonNode json) {
    if (!json.isInt() || json.intValue() < 0 || json.intValue() >= redraw.fabric().faceCount()) {
      throw JsonFields.bad("blocks", json.toString(), "is no block", "Blocks are numbered from 0.");
    }
    return json.intValue();
  }

  private int faceAt(String name, JsonNode json) {
    return Spots.faceAt(redraw.fabric(), spots.point(name, json))
        .orElseThrow(
            () ->
                JsonFields.bad(name, json.toString(), "lies outside the domain", "Give another."));
  }

  // Grids

  private Made split(JsonNode op) {
    JsonFields fields = JsonFields.of(op, "op", "grid", "path", "name");
    int zone = zone(fields, "grid");
    PathReader.Path path = new PathReader(counting, spots).read(redraw, op.path("path"));
    Outcome outcome = ZoneCuts.split(path.redraw(), zone, path.arcs());
    Step step = step(outcome, "切分线没有把网格切成两块。");
    Grid grid = fresh.like(drawing.grid(zone), redraw.zoneCount(), fields.findText("name", 60));
    String text = "%s 切分，新设 %s".formatted(drawing.grid(zone).name(), grid.name());
    return Made.of(Effect.of(with(path.steps(), step), List.of(grid)), text);
  }

  private static List<Step> with(List<Step> before, Step last) {
    List<Step> all = new java.util.ArrayList<>(before);
    all.add(last);
    return all;
  }

  private Made merge(JsonNode op) {
    JsonFields fields = JsonFields.of(op, "op", "grids", "into");
    int into = zone(fields, "into");
    int[] zones = zones(op, "grids");
    Step step = step(ZoneCuts.merge(redraw, zones, into), "没有可以合并的网格。");
    String names = names(IntStream.of(zones).filter(zone -> zone != into).toArray());
    return Made.of(Effect.of(step), "%s 并入 %s".formatted(names, drawing.grid(into).name()));
  }

  private Made pushBorder(JsonNode op) {
    JsonFields fields = JsonFields.of(op, "op", "a", "b", "path", "at");
    int a = zone(fields, "a");
    int b = zone(fields, "b");
    if (op.has("path")) {
      PathReader.Path path = new PathReader(counting, spots).read(redraw, op.path("path"));
      Step step = step(ZoneCuts.push(path.redraw(), a, b, path.arcs()), "边界没有变化。");
      return Made.of(Effect.of(with(path.steps(), step), List.of()), pushed(a, b));
    }
    Coordinate at = spots.point("at", op.path("at"));
    int[] path =
        BorderPath.past(redraw, counting.wire(redraw.fabric()), a, b, at.x, at.y)
            .orElseThrow(() -> refused("这两个网格之间没有可推的边界，或那里没有路可走。", Rule.PATH));
    Step.Moved step = (Step.Moved) step(ZoneCuts.push(redraw, a, b, path), "边界没有变化。");
    return Made.of(Effect.of(step), moved(step));
  }

  private String pushed(int a, int b) {
    return "推移 %s 与 %s 的边界".formatted(drawing.grid(a).name(), drawing.grid(b).name());
  }

  private Made splitBlock(JsonNode op) {
    JsonFields fields = JsonFields.of(op, "op", "block", "at", "line");
    int face = fields.has("at") ? faceAt("at", op.path("at")) : block(op.path("block"));
    List<Coordinate> line = spots.points("line", op.path("line"), 2);
    Fabric fabric = redraw.fabric();
    FaceSplit split =
        FaceSplit.of(
                fabric,
                face,
                line.stream().mapToLong(point -> (long) point.x).toArray(),
                line.stream().mapToLong(point -> (long) point.y).toArray())
            .map(counting::shared)
            .orElseThrow(() -> refused("这条线没有从街区的一边穿到另一边。", Rule.PATH));
    int[] parts = split.parts();
    String text =
        "街区 %d 切为两块（%d 户、%d 户）"
            .formatted(
                face, split.fabric().households(parts[0]), split.fabric().households(parts[1]));
    return Made.of(Effect.of(new Step.Refined(fabric, split)), text);
  }

  private Made rename(JsonNode op) {
    JsonFields fields = JsonFields.of(op, "op", "grid", "name");
    int zone = zone(fields, "grid");
    String name = fields.getText("name", LONGEST_NAME);
    String before = drawing.grid(zone).name();
    if (name.equals(before)) {
      throw refused("网格已经叫这个名字。", Rule.NOTHING);
    }
    return Made.of(Effect.renaming(zone, before, name), before + " 更名为 " + name);
  }

  private Made lock(JsonNode op, boolean lock) {
    JsonFields fields = JsonFields.of(op, "op", "grid", "arc");
    String verb = lock ? "锁定" : "解锁";
    if (fields.has("arc")) {
      int arc = fields.getInt("arc", 0, redraw.fabric().arcCount() - 1);
      if (redraw.isArcLocked(arc) == lock) {
        throw refused("该边界已" + verb + "。", Rule.NOTHING);
      }
      return Made.of(
          Effect.of(new Step.Locked(lock, new int[0], new int[] {arc})), verb + "边界 " + arc);
    }
    int zone = zone(fields, "grid");
    if (redraw.isLocked(zone) == lock) {
      throw refused("该网格已" + verb + "。", Rule.NOTHING);
    }
    return Made.of(
        Effect.of(new Step.Locked(lock, new int[] {zone}, new int[0])),
        verb + " " + drawing.grid(zone).name());
  }

  private Made solve(JsonNode op) {
    Solver solver = new Solver(drawing, fresh, band);
    return op.path("op").asText().equals("design")
        ? solver.design(op)
        : solver.rebalance(op, zones(op, "grids"));
  }

  // Findings of an adopted layer

  private Made repair(JsonNode op) {
    JsonFields.of(op, "op", "findings");
    return layer().repair(drawing, texts(op, "findings"));
  }

  private Made except(JsonNode op) {
    JsonFields fields = JsonFields.of(op, "op", "finding", "reason", "until");
    String finding = fields.getText("finding", 80);
    layer().requireOpen(drawing, finding);
    String reason = fields.getText("reason", 200);
    String until = fields.getText("until", 10);
    Effect.Waiver waiver = new Effect.Waiver(finding, reason, Days.parse("until", until));
    return Made.of(Effect.excepting(waiver), "问题项 " + finding + " 暂予保留：" + reason);
  }

  private Adopted layer() {
    return adopted.orElseThrow(() -> refused("草案还没有导入图层，没有问题项可处理。", Rule.NOTHING));
  }

  // Words

  private Step step(Outcome outcome, String nothing) {
    if (outcome.isRefused()) {
      throw new RefusedOperationException(
          Sentences.refusal(drawing, outcome), outcome.objections(), outcome.remedy());
    }
    return outcome.step().orElseThrow(() -> refused(nothing, Rule.NOTHING));
  }

  static RefusedOperationException refused(String text, Rule rule) {
    return new RefusedOperationException(
        text, List.of(new Objection(rule, -1, new int[0], true)), new int[0]);
  }

  /** 3 个街区 126 户 由 甲 划入 乙. */
  private String moved(Step.Moved step) {
    int[] froms = Arrays.stream(step.from()).distinct().toArray();
    int[] tos = Arrays.stream(step.to()).distinct().toArray();
    return "%d 个街区 %d 户 由 %s 划入 %s"
        .formatted(step.faces().length, redraw.households(step.faces()), names(froms), names(tos));
  }

  private String names(int[] zones) {
    List<String> names =
        Arrays.stream(zones).limit(4).mapToObj(zone -> drawing.grid(zone).name()).toList();
    return String.join("、", names) + (zones.length > 4 ? " 等" : "");
  }

  // Reading

  private int zone(JsonFields fields, String name) {
    return zone(name, fields.getText(name, 40));
  }

  private int zone(String name, String code) {
    return drawing
        .findZone(code)
        .orElseThrow(
            () -> JsonFields.bad(name, code, "is no grid of this draft", "Give its code."));
  }

  private int[] zones(JsonNode op, String name) {
    return texts(op, name).stream().mapToInt(code -> zone(name, code)).distinct().toArray();
  }

  private static List<String> texts(JsonNode op, String name) {
    JsonNode list = op.path(name);
    if (!list.isArray() || list.isEmpty() || list.size() > MOST_GRIDS) {
      throw JsonFields.bad(name, "", "is no list", "Give at least one.");
    }
    List<String> texts = new java.util.ArrayList<>();
    list.forEach(each -> texts.add(each.asText("")));
    return texts;
  }
}
