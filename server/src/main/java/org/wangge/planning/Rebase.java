package org.wangge.planning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.locationtech.jts.geom.Coordinate;
import org.wangge.fabric.Fabric;
import org.wangge.fabric.FaceSplit;
import org.wangge.territory.FaceOf;
import org.wangge.territory.Grid;
import org.wangge.territory.InForce;
import org.wangge.zoning.Redraw;
import org.wangge.zoning.Step;

/**
 * Draws a draft again on a newer publication, block by block: what only the draft changed is taken
 * from the draft, what only the publication changed from the publication. A block that both gave to
 * different grids is a conflict; somebody has to say who is right.
 *
 * <p>Splits of blocks are made again where they were drawn. A grid the draft opened gets another
 * code when its code was given meanwhile. Locks, excepted findings and what was decided over an
 * adopted layer go along ({@link Carried}). A grid that both gave a new name keeps the published
 * one, and the result says so.
 */
final class Rebase {
  private final OpenDraft draft;
  private final Drawing mine;
  private final InForce base;
  private final InForce newest;
  private final Counting counting;
  private final Map<Integer, Boolean> takeMine;
  private final Set<String> given;
  private final List<Step> splits = new ArrayList<>();
  private final List<Conflict> conflicts = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private Fabric drawnOn;

  /**
   * A block that both changed.
   *
   * @param face of the newer fabric, as the draft's own splits leave it
   * @param place in it, metres
   * @param gone whether the draft's grid was abolished meanwhile: then only theirs can be
   */
  record Conflict(int face, String mine, String theirs, Coordinate place, boolean gone) {}

  /**
   * @param effect what the draft comes to on the newer publication; of no use with conflicts
   * @param notes what of the draft did not come along, in words
   */
  record Result(Effect effect, List<Conflict> conflicts, List<String> notes) {}

  private Rebase(
      OpenDraft draft, InForce newest, Map<Integer, Boolean> takeMine, Set<String> given) {
    this.draft = draft;
    this.mine = draft.drawing();
    this.base = draft.drawing().base();
    this.newest = newest;
    this.counting = new Counting(newest);
    this.takeMine = takeMine;
    this.given = given;
    this.drawnOn = newest.fabric();
  }

  /**
   * @param takeMine who is right about a block, by block of the newer publication
   * @param given all codes ever given to a grid
   */
  static Result of(
      OpenDraft draft, InForce newest, Map<Integer, Boolean> takeMine, Set<String> given) {
    return new Rebase(draft, newest, takeMine, given).run();
  }

  private Result run() {
    Drawing start = Drawing.of(newest);
    Redraw redraw = withSplits(start.redraw());
    drawnOn = redraw.fabric();
    Map<String, String> recoded = new HashMap<>();
    List<Grid> opened = opened(start, recoded);
    Map<String, Integer> zones = new HashMap<>();
    Arrays.stream(start.zones()).forEach(z -> zones.put(start.grid(z).code(), z));
    opened.forEach(grid -> zones.put(grid.code(), grid.zone()));
    Map<Integer, Integer> moves = moves(redraw, zones, recoded);
    int[] faces = moves.keySet().stream().mapToInt(Integer::intValue).sorted().toArray();
    int[] to = Arrays.stream(faces).map(moves::get).toArray();
    int[] communities = opened.stream().mapToInt(this::community).toArray();
    List<Step> steps = new ArrayList<>(splits);
    steps.add(Step.moved(redraw, faces, to, communities));
    Carried carried = new Carried(mine, newest, drawnOn, counting);
    steps.addAll(carried.locks(code -> zones.get(recoded.getOrDefault(code, code))));
    Effect effect = withNames(start, Effect.of(steps, opened), carried);
    return new Result(effect, conflicts, notes);
  }

  private int community(Grid grid) {
    return newest.tree().indexOf(grid.communityCode());
  }

  /** New names that the draft gave, where nobody else gave one. */
  private Effect withNames(Drawing start, Effect moved, Carried carried) {
    Map<Integer, String> renamed = new HashMap<>();
    Map<Integer, String> former = new HashMap<>();
    for (Grid grid : mine.livingGrids()) {
      Optional<Grid> before = base.findGrid(grid.code());
      Optional<Grid> now = newest.findGrid(grid.code());
      boolean renames =
          before.isPresent()
              && now.isPresent()
              && !before.get().name().equals(grid.name())
              && !now.get().name().equals(grid.name());
      if (renames && now.get().name().equals(before.get().name())) {
        int zone = start.findZone(grid.code()).orElseThrow();
        renamed.put(zone, grid.name());
        former.put(zone, now.get().name());
      } else if (renames) {
        notes.add(
            "网格 %s 另已更名为“%s”，草案的名称“%s”未采用".formatted(grid.code(), now.get().name(), grid.name()));
      }
    }
    return new Effect(
        moved.steps(),
        moved.opened(),
        renamed,
        former,
        List.copyOf(mine.proposal().inPieces()),
        carried.decided(base),
        mine.excepted());
  }

  /** The draft's splits, made again on the newer fabric where they still part a block. */
  private Redraw withSplits(Redraw start) {
    Redraw redraw = start;
    for (Operation operation : draft.log().subList(0, draft.draft().done())) {
      for (Step step : operation.effect().steps()) {
        if (step instanceof Step.Refined refined) {
          redraw = split(redraw, refined.split());
        }
      }
    }
    return redraw;
  }

  private Redraw split(Redraw redraw, FaceSplit split) {
    long[] x = split.lineX();
    long[] y = split.lineY();
    int middle = (x.length - 1) / 2;
    Fabric fabric = redraw.fabric();
    int face = fabric.faceAt((x[middle] + x[middle + 1]) / 2, (y[middle] + y[middle + 1]) / 2);
    return FaceSplit.of(fabric, face, x, y)
        .map(counting::shared)
        .map(
            again -> {
              Step step = new Step.Refined(fabric, again);
              splits.add(step);
              return redraw.apply(step);
            })
        .orElse(redraw);
  }

  private List<Grid> opened(Drawing start, Map<String, String> recoded) {
    Set<String> used = new TreeSet<>(given);
    used.addAll(start.codes());
    List<Grid> opened = new ArrayList<>();
    for (Grid grid : mine.livingGrids()) {
      if (base.findGrid(grid.code()).isEmpty()) {
        int zone = start.redraw().zoneCount() + opened.size();
        Grid again =
            used.contains(grid.code())
                ? new NewGrids(() -> used).like(grid, zone, Optional.of(grid.name()))
                : new Grid(zone, grid.code(), grid.name(), grid.communityCode(), grid.kind());
        used.add(again.code());
        recoded.put(grid.code(), again.code());
        opened.add(again);
      }
    }
    return opened;
  }

  private Map<Integer, Integer> moves(
      Redraw redraw, Map<String, Integer> zones, Map<String, String> recoded) {
    Map<Integer, Integer> moves = new HashMap<>();
    Fabric fabric = redraw.fabric();
    boolean same = fabric == mine.redraw().fabric() && fabric == base.fabric();
    for (int f = 0; f < fabric.faceCount(); f++) {
      Coordinate place = same ? new Coordinate() : counting.middle(fabric, f);
      String was = codeAt(base, f, same, place);
      String drawn = drawnAt(f, same, place);
      String is = newest.grid(redraw.zone(f)).code();
      if (!drawn.equals(was)) {
        take(f, is, was, recoded.getOrDefault(drawn, drawn), zones, moves);
      }
    }
    return moves;
  }

  private static String codeAt(InForce inForce, int face, boolean same, Coordinate place) {
    int at = same ? face : FaceOf.metres(inForce.fabric(), place);
    return inForce.grid(inForce.plan().zone(at)).code();
  }

  private String drawnAt(int face, boolean same, Coordinate place) {
    int at = same ? face : FaceOf.metres(mine.redraw().fabric(), place);
    return mine.grid(mine.redraw().zone(at)).code();
  }

  /** The draft changed the block: so be it, unless somebody else did too, and otherwise. */
  private void take(
      int face,
      String is,
      String was,
      String drawn,
      Map<String, Integer> zones,
      Map<Integer, Integer> moves) {
    if (drawn.equals(is)) {
      return;
    }
    Optional<Integer> zone = Optional.ofNullable(zones.get(drawn));
    Boolean said = takeMine.get(face);
    boolean theirs = !is.equals(was) || zone.isEmpty();
    boolean settled = said != null && !(said && zone.isEmpty());
    if (theirs && !settled) {
      Coordinate place = counting.middle(drawnOn, face);
      conflicts.add(new Conflict(face, drawn, is, place, zone.isEmpty()));
    } else if (zone.isPresent() && (!theirs || Boolean.TRUE.equals(said))) {
      moves.put(face, zone.get());
    }
  }
}
