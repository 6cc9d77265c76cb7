package org.wangge.documents;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.wangge.territory.Attribution;
import org.wangge.territory.Grid;
import org.wangge.territory.InForce;
import org.wangge.territory.PlanComparison;

/**
 * What changes from one snapshot to another: which ground goes where with all that is bound to it,
 * which grids are new, gone, or called otherwise. Told in numbers and in words.
 */
public final class Changes {
  private final InForce before;
  private final InForce after;
  private final List<Attribution> attributions;
  private final List<Move> moves;

  private Changes(PlanComparison comparison, List<Attribution> attributions) {
    this.before = comparison.before();
    this.after = comparison.after();
    this.attributions = attributions;
    this.moves = findMoves(comparison);
  }

  /**
   * @param attributions what is told to go along with the ground
   */
  public static Changes of(PlanComparison comparison, List<Attribution> attributions) {
    return new Changes(comparison, List.copyOf(attributions));
  }

  private List<Move> findMoves(PlanComparison comparison) {
    if (comparison.moves().isEmpty()) {
      return List.of();
    }
    Map<Attribution, int[]> bound = new LinkedHashMap<>();
    attributions.forEach(each -> bound.put(each, each.perFace(after)));
    return comparison.moves().stream().map(move -> move(move, bound)).toList();
  }

  private Move move(PlanComparison.Move move, Map<Attribution, int[]> bound) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    bound.forEach(
        (each, perFace) ->
            counts.put(each.key(), IntStream.of(move.faces()).map(f -> perFace[f]).sum()));
    String ground = ground(move.buildings(), move.households(), move.areaSquareMetres());
    return new Move(
        move.from(),
        nameOf(before, move.from()),
        move.to(),
        nameOf(after, move.to()),
        move.faces().length,
        move.buildings(),
        move.households(),
        move.people(),
        Math.rint(move.areaSquareMetres() * 10) / 10,
        counts,
        sentence(move, ground, counts));
  }

  private static String nameOf(InForce inForce, String code) {
    return inForce.findGrid(code).map(Grid::name).orElse(code);
  }

  private static String ground(int buildings, int households, double area) {
    return buildings + households == 0
        ? Words.decimal(area / 10_000, 2) + " 公顷（无住户）"
        : buildings + " 栋 " + households + " 户";
  }

  /** 3 栋 126 户 由 平政路社区第3网格 划入 第4网格；涉及未结案件 7 件、党员 4 名. */
  private String sentence(PlanComparison.Move move, String ground, Map<String, Integer> counts) {
    List<String> along = new ArrayList<>();
    for (Attribution each : attributions) {
      int count = counts.getOrDefault(each.key(), 0);
      if (count > 0) {
        along.add(each.label() + " " + count + " " + each.unit());
      }
    }
    return ground
        + " 由 "
        + nameOf(before, move.from())
        + " 划入 "
        + target(move)
        + (along.isEmpty() ? "" : "；涉及" + String.join("、", along));
  }

  /** The receiving grid, without the community when that is the same. */
  private String target(PlanComparison.Move move) {
    String name = nameOf(after, move.to());
    String community =
        after.findGrid(move.to()).map(grid -> after.communityOf(grid).name()).orElse("");
    boolean same =
        name.startsWith(community)
            && nameOf(before, move.from()).startsWith(community)
            && name.length() > community.length();
    return same ? name.substring(community.length()) : name;
  }

  /** The moves, by the codes of the grids. */
  List<Move> moves() {
    return moves;
  }

  /** Grids that there were not. */
  List<Grid> created() {
    return missingFrom(before, after);
  }

  /** Grids that there are no longer. */
  List<Grid> abolished() {
    return missingFrom(after, before);
  }

  private static List<Grid> missingFrom(InForce one, InForce other) {
    return other.grids().stream()
        .filter(grid -> one.findGrid(grid.code()).isEmpty())
        .sorted(Subject.BY_CODE)
        .toList();
  }

  /** Grids of both with another name, as they are now. */
  List<Grid> renamed() {
    return after.grids().stream()
        .filter(grid -> oldName(grid).filter(name -> !name.equals(grid.name())).isPresent())
        .sorted(Subject.BY_CODE)
        .toList();
  }

  private Optional<String> oldName(Grid grid) {
    return before.findGrid(grid.code()).map(Grid::name);
  }

  /** Codes of the grids of the later snapshot whose ground or name is another. */
  Set<String> changedCodes() {
    Set<String> codes = new LinkedHashSet<>();
    moves.forEach(move -> codes.addAll(List.of(move.from(), move.to())));
    created().forEach(grid -> codes.add(grid.code()));
    renamed().forEach(grid -> codes.add(grid.code()));
    codes.removeIf(code -> after.findGrid(code).isEmpty());
    return codes;
  }

  int peopleWhoChange() {
    return moves.stream().mapToInt(Move::people).sum();
  }

  int householdsThatChange() {
    return moves.stream().mapToInt(Move::households).sum();
  }

  /** Everything in sentences: new, abolished and renamed grids, then the moves, then the sum. */
  public List<String> sentences() {
    List<String> told = new ArrayList<>();
    created().forEach(grid -> told.add("新设 " + grid.name() + "（" + grid.code() + "）"));
    abolished().forEach(grid -> told.add("撤销 " + grid.name() + "（" + grid.code() + "）"));
    renamed()
        .forEach(
            grid ->
                told.add(
                    oldName(grid).orElse("") + " 更名为 " + grid.name() + "（" + grid.code() + "）"));
    moves.forEach(move -> told.add(move.text()));
    return told.isEmpty() ? List.of("网格没有调整") : told;
  }

  /** 共调整 … in one sentence; empty when nothing changes. */
  String summary() {
    if (changedCodes().isEmpty() && abolished().isEmpty()) {
      return "";
    }
    int grids = changedCodes().size() + abolished().size();
    return "共涉及 %d 个网格，%s 户 %s 人变更所属网格"
        .formatted(grids, Words.count(householdsThatChange()), Words.count(peopleWhoChange()));
  }

  /** The members of the JSON form. */
  public Map<String, Object> members() {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("moves", moves.stream().map(Move::members).toList());
    members.put("created", names(created()));
    members.put("abolished", names(abolished()));
    members.put("renamed", renamed().stream().map(this::renaming).toList());
    members.put("sentences", sentences());
    members.put("householdsThatChange", householdsThatChange());
    members.put("peopleWhoChange", peopleWhoChange());
    members.put("attributions", attributions.stream().map(Changes::attribution).toList());
    return members;
  }

  private static List<Map<String, String>> names(List<Grid> grids) {
    return grids.stream().map(grid -> Map.of("code", grid.code(), "name", grid.name())).toList();
  }

  private Map<String, String> renaming(Grid grid) {
    return Map.of("code", grid.code(), "from", oldName(grid).orElse(""), "to", grid.name());
  }

  private static Map<String, String> attribution(Attribution each) {
    return Map.of("key", each.key(), "label", each.label(), "unit", each.unit());
  }
}
