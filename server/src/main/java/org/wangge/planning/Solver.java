package org.wangge.planning;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Collectors;
import org.wangge.territory.Grid;
import org.wangge.web.JsonFields;
import org.wangge.zoning.Band;
import org.wangge.zoning.Rebalance;
import org.wangge.zoning.Redesign;
import org.wangge.zoning.Redraw;
import org.wangge.zoning.Rule;
import org.wangge.zoning.Step;
import org.wangge.zoning.ZoneNote;

/** Operations that look for a solution and explain it grid by grid: rebalance and design. */
final class Solver {
  private static final int MOST_ZONES_OF_A_COMMUNITY = 900;
  private static final int MOST_HOUSEHOLDS = 10_000_000;

  private final Drawing drawing;
  private final Redraw redraw;
  private final NewGrids fresh;
  private final Band band;

  /**
   * @param fresh codes and names of grids that a design opens
   * @param band of the draft, when an operation names none
   */
  Solver(Drawing drawing, NewGrids fresh, Band band) {
    this.drawing = drawing;
    this.redraw = drawing.redraw();
    this.fresh = fresh;
    this.band = band;
  }

  Made rebalance(JsonNode op, int[] zones) {
    JsonFields fields = JsonFields.of(op, "op", "grids", "band", "maxHouseholdsMoved", "seed");
    int most =
        fields.has("maxHouseholdsMoved")
            ? fields.getInt("maxHouseholdsMoved", 0, MOST_HOUSEHOLDS)
            : MOST_HOUSEHOLDS;
    Rebalance.Request request = new Rebalance.Request(zones, band(op), most, seed(fields));
    Rebalance.Answer answer = Rebalance.of(redraw, request);
    List<Made.Note> notes = answer.notes().stream().map(this::note).toList();
    if (answer.step().isEmpty()) {
      throw Operator.refused("没有找到更好的调整办法：" + unmet(answer), Rule.NOTHING);
    }
    String text = "平衡 %d 个网格，调整 %d 户".formatted(request.zones().length, answer.householdsMoved());
    return new Made(Effect.of(answer.step().get()), text, List.of(), notes);
  }

  /** 甲 612 户，相邻网格没有余量；… */
  private String unmet(Rebalance.Answer answer) {
    return answer.notes().stream()
        .map(
            note ->
                "%s %d 户%s"
                    .formatted(
                        drawing.grid(note.zone()).name(),
                        note.after(),
                        note.unmet() == Rebalance.Unmet.NONE ? "" : "，" + note.unmet().label()))
        .collect(Collectors.joining("；"));
  }

  private Made.Note note(Rebalance.Note note) {
    return new Made.Note(
        drawing.grid(note.zone()).code(),
        note.before(),
        note.after(),
        note.gained(),
        note.lost(),
        note.unmet().label());
  }

  private Band band(JsonNode op) {
    if (!op.has("band")) {
      return band;
    }
    JsonFields fields = JsonFields.of(op.path("band"), "min", "target", "max");
    int min = fields.getInt("min", 0, MOST_HOUSEHOLDS);
    int max = fields.getInt("max", Math.max(1, min), MOST_HOUSEHOLDS);
    return new Band(min, fields.getInt("target", Math.max(1, min), max), max);
  }

  private static long seed(JsonFields fields) {
    return fields.has("seed") ? fields.getInt("seed", 0, Integer.MAX_VALUE) : 1;
  }

  Made design(JsonNode op) {
    JsonFields fields = JsonFields.of(op, "op", "community", "target", "count", "seed");
    int community = community(fields.getText("community", 20));
    Redesign.Answer answer =
        fields.has("count")
            ? Redesign.counted(
                redraw,
                community,
                fields.getInt("count", 1, MOST_ZONES_OF_A_COMMUNITY),
                seed(fields))
            : Redesign.sized(
                redraw, community, fields.getInt("target", 1, MOST_HOUSEHOLDS), seed(fields));
    if (answer.step().isEmpty()) {
      throw Operator.refused("按此要求划出的网格与现状相同。", Rule.NOTHING);
    }
    Step.Moved step = (Step.Moved) answer.step().get();
    List<Grid> opened = fresh.in(drawing, community, step.opened().length);
    List<Made.Note> notes = answer.notes().stream().map(Solver::note).toList();
    return new Made(
        Effect.of(List.of(step), opened),
        "重新划分社区，共 %d 个网格".formatted(notes.size()),
        List.of(),
        notes);
  }

  private static Made.Note note(ZoneNote note) {
    int load = (int) Math.round(note.load());
    return new Made.Note("", 0, load, 0, 0, note.because());
  }

  private int community(String code) {
    int index = drawing.base().tree().indexOf(code);
    boolean isCommunity =
        drawing.base().tree().communities().stream().anyMatch(unit -> unit.code().equals(code));
    if (!isCommunity) {
      throw JsonFields.bad("community", code, "is no community", "Give its code.");
    }
    return index;
  }
}
