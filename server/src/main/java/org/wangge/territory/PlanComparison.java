package org.wangge.territory;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Geometry;
import org.wangge.catalogue.Shape;
import org.wangge.fabric.Fabric;
import org.wangge.zoning.FaceMap;
import org.wangge.zoning.IdentityRule;
import org.wangge.zoning.Lineage;
import org.wangge.zoning.ZonePolygons;

/**
 * What changes between two plans, of which the second stands on the same fabric or a refinement of
 * it: two publications, or a draft against its base. Immutable; shapes are made when first asked
 * for.
 */
public final class PlanComparison {

  /**
   * Ground that changes its grid. A new code on unchanged ground is no other grid.
   *
   * @param from code of the grid before
   * @param to code of the grid after
   * @param faces blocks of the fabric after
   * @param areaSquareMetres true area
   */
  public record Move(
      String from,
      String to,
      int[] faces,
      int households,
      int people,
      int buildings,
      double areaSquareMetres,
      Shape shape) {}

  private final InForce before;
  private final InForce after;
  private final FaceMap faces;
  private final List<Move> moves;

  private PlanComparison(InForce before, InForce after) {
    this.before = before;
    this.after = after;
    this.faces = FaceMap.of(before.fabric(), after.fabric());
    this.moves = findMoves();
  }

  /**
   * @throws IllegalArgumentException when the second does not stand on the fabric of the first or
   *     on a refinement of it
   */
  public static PlanComparison of(InForce before, InForce after) {
    return new PlanComparison(before, after);
  }

  private record Pair(String from, String to) {}

  private List<Move> findMoves() {
    Map<Pair, Integer> labels =
        new TreeMap<>(Comparator.comparing(Pair::from).thenComparing(Pair::to));
    int[] continued = ChangeEvents.continued(before, after, lineage());
    int[] label = new int[after.fabric().faceCount()];
    for (int f = 0; f < label.length; f++) {
      boolean same = continued[after.plan().zone(f)] == zoneBefore(f);
      label[f] = same ? -1 : labels.computeIfAbsent(pair(f), p -> labels.size());
    }
    Geometry[] shapes = ZonePolygons.of(after.fabric(), label, labels.size());
    int[] buildings = buildings(label, labels.size());
    return labels.entrySet().stream()
        .map(each -> move(each.getKey(), each.getValue(), label, shapes, buildings))
        .toList();
  }

  private int zoneBefore(int face) {
    return before.plan().zone(faces.parent(face));
  }

  private Pair pair(int face) {
    return new Pair(
        before.grid(zoneBefore(face)).code(), after.grid(after.plan().zone(face)).code());
  }

  private int[] buildings(int[] label, int count) {
    int[] buildings = new int[count];
    IntStream.range(0, after.buildings().count())
        .map(i -> label[after.buildings().face(i)])
        .filter(l -> l >= 0)
        .forEach(l -> buildings[l]++);
    return buildings;
  }

  private Move move(Pair pair, int number, int[] label, Geometry[] shapes, int[] buildings) {
    int[] moved = IntStream.range(0, label.length).filter(f -> label[f] == number).toArray();
    Fabric fabric = after.fabric();
    Shape shape = new LazyShape(() -> shapes[number], after.projection());
    return new Move(
        pair.from(),
        pair.to(),
        moved,
        IntStream.of(moved).map(fabric::households).sum(),
        IntStream.of(moved).map(fabric::people).sum(),
        buildings[number],
        EllipsoidArea.squareMetres(shape.lonLat()),
        shape);
  }

  public InForce before() {
    return before;
  }

  public InForce after() {
    return after;
  }

  /** From the blocks before to those after. */
  public FaceMap faces() {
    return faces;
  }

  /** Ground that changes its grid by code, by from and to. */
  public List<Move> moves() {
    return moves;
  }

  /** Households that change their grid. */
  public int households() {
    return moves.stream().mapToInt(Move::households).sum();
  }

  /** People who change their grid. */
  public int people() {
    return moves.stream().mapToInt(Move::people).sum();
  }

  /** Buildings that change their grid. */
  public int buildings() {
    return moves.stream().mapToInt(Move::buildings).sum();
  }

  /** What flows between zones, the unchanged ones too. */
  public Lineage lineage() {
    return Lineage.of(before.plan().zones(), after.plan().zones(), faces);
  }

  /**
   * Where codes are given otherwise than the rule proposes, in words for a reviewer.
   *
   * @param share of the households that a grid must keep to keep its code
   */
  public List<String> identityWarnings(double share) {
    int[] continued =
        after.grids().stream()
            .mapToInt(grid -> before.findGrid(grid.code()).map(Grid::zone).orElse(-1))
            .toArray();
    return IdentityRule.warnings(lineage(), continued, share).stream()
        .map(warning -> sentence(warning, share))
        .filter(Objects::nonNull)
        .toList();
  }

  private String sentence(IdentityRule.Warning warning, double share) {
    String kept = before.grid(warning.before()).code();
    String now = after.grid(warning.after()).code();
    long percent = Math.round(100 * warning.share());
    long rule = Math.round(100 * share);
    return switch (warning.concern()) {
      case KEEPS_TOO_LITTLE -> "%s 沿用原编码，但仅保留原有户数的 %d%%（规则：≥ %d%%）".formatted(now, percent, rule);
      case IS_CALLED_OTHERWISE ->
          "%s 含 %s 原有户数的 %d%%（规则：≥ %d%% 应沿用原编码）".formatted(now, kept, percent, rule);
    };
  }
}
