package org.wangge.planning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.wangge.fabric.Fabric;
import org.wangge.territory.Attribution;
import org.wangge.territory.Attributions;
import org.wangge.territory.Grid;
import org.wangge.zoning.Band;
import org.wangge.zoning.Redraw;
import org.wangge.zoning.ZoneOutline;

/**
 * What the four principles say of a drawing, grid by grid and as a whole: the figures, and the list
 * behind each. Every figure is measured on the blocks; nothing is estimated.
 */
final class Scorecard {
  private static final int LONGEST_RUNS = 20;
  private static final double LEAST_RUN_METRES = 1;

  /** How each figure comes about, in words. */
  private static final Map<String, String> FORMULAS =
      Map.of(
          "onStreetShare", "沿街边界长度 ÷ 网格之间可选边界总长（区界、未落街的法定界线不计）",
          "offStreetMetres", "不在道路、河流、铁路、围墙上的网格边界长度之和",
          "within", "户数在规定下限与上限之间的网格数",
          "gaps", "每个街区恰属一个网格，漏管与重叠为 0",
          "unassignedBuildings", "不在任何街区内的楼栋数",
          "stability", "若干年前的网格与现在相同的户数 ÷ 总户数");

  private final OpenDraft draft;
  private final Drawing drawing;
  private final Redraw redraw;
  private final Fabric fabric;
  private final Counting counting;
  private final Attributions attributions;
  private final Band band;
  private final Spots spots;

  Scorecard(OpenDraft draft, Attributions attributions) {
    this(draft, draft.drawing(), attributions);
  }

  /**
   * @param drawing what the draft would be
   */
  Scorecard(OpenDraft draft, Drawing drawing, Attributions attributions) {
    this.draft = draft;
    this.drawing = drawing;
    this.redraw = drawing.redraw();
    this.fabric = redraw.fabric();
    this.counting = draft.counting();
    this.attributions = attributions;
    this.band = draft.draft().band();
    this.spots = new Spots(drawing.base().projection());
  }

  /** All grids, and the plan. */
  Map<String, Object> all(Stability stability) {
    List<Map<String, Object>> grids = new ArrayList<>();
    Totals totals = new Totals();
    for (int zone : drawing.zones()) {
      ZoneOutline outline = ZoneOutline.of(redraw, zone);
      grids.add(grid(zone, outline));
      totals.add(outline);
    }
    Map<String, Object> json = new LinkedHashMap<>();
    Map<String, Object> plan = totals.json(grids.size());
    plan.put("stability", stability.of(draft));
    json.put("plan", plan);
    json.put("grids", grids);
    return json;
  }

  /** One living grid. */
  Map<String, Object> grid(int zone) {
    return grid(zone, ZoneOutline.of(redraw, zone));
  }

  private Map<String, Object> grid(int zone, ZoneOutline outline) {
    Grid grid = drawing.grid(zone);
    int[] faces = outline.faces();
    int households = redraw.households(faces);
    Map<String, Object> score = new LinkedHashMap<>();
    score.put("zone", drawing.indexOf(zone));
    score.put("code", grid.code());
    score.put("name", grid.name());
    score.put("community", grid.communityCode());
    score.put("blocks", faces.length);
    score.put("households", households);
    score.put("people", Arrays.stream(faces).map(fabric::people).sum());
    score.put("buildings", sum(faces, counting.buildings(drawing)));
    score.put("areaSquareMetres", Math.rint(area(faces)));
    for (Attribution attribution : attributions.list()) {
      score.put(attribution.key(), sum(faces, counting.attributed(attribution, drawing)));
    }
    score.put("onStreetShare", Math.rint(outline.onStreetShare() * 1e4) / 1e4);
    score.put("offStreet", runs(outline));
    score.put("pieces", outline.pieces());
    double neck = outline.neckMetres();
    score.put("neckMetres", neck == Double.POSITIVE_INFINITY ? -1 : Math.rint(neck * 10) / 10);
    int excess = band.excess(households);
    score.put("band", excess == 0 ? "within" : excess < 0 ? "under" : "over");
    score.put("locked", redraw.isLocked(zone));
    score.put("at", at(faces));
    return score;
  }

  /** In the plane, corrected by the factor by which the district's plane is too large here. */
  private double area(int[] faces) {
    return Arrays.stream(faces).mapToDouble(fabric::areaSquareMetres).sum()
        * counting.trueAreaFactor();
  }

  private static int sum(int[] faces, int[] perFace) {
    int sum = 0;
    for (int face : faces) {
      sum += perFace[face];
    }
    return sum;
  }

  private List<Map<String, Object>> runs(ZoneOutline outline) {
    return outline.offStreetRuns().stream()
        .filter(run -> run.metres() >= LEAST_RUN_METRES)
        .limit(LONGEST_RUNS)
        .map(this::run)
        .toList();
  }

  private Map<String, Object> run(ZoneOutline.Run run) {
    int arc = run.arcs()[run.arcs().length / 2];
    int middle = fabric.pointCount(arc) / 2;
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("arcs", run.arcs());
    json.put("metres", Math.rint(run.metres() * 10) / 10);
    json.put("name", fabric.arcClass(arc).label());
    json.put("at", spots.lonLat(fabric.pointX(arc, middle), fabric.pointY(arc, middle)));
    return json;
  }

  /** A place in the block with the most ground. */
  private double[] at(int[] faces) {
    int largest = faces[0];
    for (int face : faces) {
      boolean larger = fabric.areaSquareMetres(face) > fabric.areaSquareMetres(largest);
      largest = larger ? face : largest;
    }
    Coordinate inside = counting.middle(fabric, largest);
    return spots.lonLat(inside.x * 1000, inside.y * 1000);
  }

  /** Sums over the grids. */
  private final class Totals {
    private int households;
    private int within;
    private int over;
    private double chosen;
    private double offStreet;
    private int apart;

    void add(ZoneOutline outline) {
      int here = redraw.households(outline.faces());
      households += here;
      within += band.contains(here) ? 1 : 0;
      over += band.excess(here) > 0 ? 1 : 0;
      chosen += outline.chosenMetres();
      offStreet += outline.offStreetMetres();
      apart += outline.pieces() > 1 ? 1 : 0;
    }

    Map<String, Object> json(int grids) {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("grids", grids);
      json.put("households", households);
      json.put("within", within);
      json.put("over", over);
      json.put("under", grids - within - over);
      json.put(
          "onStreetShare", chosen == 0 ? 1.0 : Math.rint(1e4 * (1 - offStreet / chosen)) / 1e4);
      // Both sides of every border were measured.
      json.put("offStreetMetres", Math.rint(offStreet / 2));
      json.put("gaps", 0);
      json.put("overlaps", 0);
      json.put("crossings", 0);
      json.put("unassignedBuildings", unassigned());
      json.put("apart", apart);
      json.put("formula", FORMULAS);
      return json;
    }

    /** Buildings on no block: every block has a grid, so these would be all. */
    private int unassigned() {
      return drawing.base().buildings().count() - Arrays.stream(counting.buildings(drawing)).sum();
    }
  }
}
