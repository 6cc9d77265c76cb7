package org.wangge.territory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Geometry;
import org.wangge.fabric.FabricInvariants;
import org.wangge.zoning.PlanInvariants;

/**
 * The rules a publication keeps, each asked anew: of the kernel, of the sums, and of JTS as an
 * independent second opinion.
 */
public final class SelfCheck {

  /**
   * One rule.
   *
   * @param name stable, for machines
   * @param label Chinese, for people
   * @param expected what it should be
   * @param found what it is
   */
  public record Line(String name, String label, long expected, long found) {
    public boolean holds() {
      return expected == found;
    }
  }

  private final InForce inForce;
  private final List<Line> lines = new ArrayList<>();

  private SelfCheck(InForce inForce) {
    this.inForce = inForce;
  }

  /** Checks now; takes some tenths of a second for a district. */
  public static SelfCheck of(InForce inForce) {
    SelfCheck check = new SelfCheck(inForce);
    check.kernel();
    check.coverage();
    check.registers();
    return check;
  }

  private void kernel() {
    add("fabricViolations", "街区底图拓扑错误", 0, FabricInvariants.check(inForce.fabric()).size());
    add("planViolations", "方案规则错误", 0, planViolations());
    add("gaps", "漏管街区", 0, count(face -> inForce.plan().zone(face) < 0 ? 1 : 0));
    long domain = FabricInvariants.domainDoubleAreaSquareMillimetres(inForce.fabric());
    long grids =
        IntStream.range(0, inForce.grids().size())
            .mapToLong(zone -> inForce.plan().doubleAreaSquareMillimetres(zone))
            .sum();
    add("gridAreaHalfSquareMillimetres", "网格面积之和（半平方毫米）＝责任范围面积", domain, grids);
  }

  private void coverage() {
    Geometry[] polygons =
        inForce.grids().stream()
            .map(grid -> inForce.gridShape(grid.zone()).metric())
            .toArray(Geometry[]::new);
    long flawed =
        Arrays.stream(CoverageValidator.validate(polygons)).filter(flaw -> flaw != null).count();
    add("overlaps", "重叠网格（JTS 复核）", 0, flawed);
    add("crossings", "跨村社区网格", 0, inForce.grids().stream().filter(this::crosses).count());
    add("detachedGrids", "未经批准的分离网格", 0, inForce.grids().stream().filter(this::detached).count());
  }

  /** A grid has one community by construction; what can differ is what the two say. */
  private boolean crosses(Grid grid) {
    return !inForce.communityOf(grid).code().equals(grid.communityCode());
  }

  private boolean detached(Grid grid) {
    return inForce.measures().pieces(grid.zone()) > 1 && !inForce.mayLieInPieces(grid);
  }

  private int planViolations() {
    return PlanInvariants.check(inForce.plan(), zone -> inForce.mayLieInPieces(inForce.grid(zone)))
        .size();
  }

  private void registers() {
    long roles = inForce.grids().stream().mapToInt(grid -> inForce.roles(grid).size()).sum();
    if (roles > 0) {
      add("roleSlots", "四类网格岗位", 4L * inForce.grids().size(), roles);
    }
    if (inForce.buildings().count() > 0) {
      add(
          "householdsInBuildings",
          "楼栋户数之和＝街区户数之和",
          count(inForce.fabric()::households),
          buildings(Building::households));
      add(
          "peopleInBuildings",
          "楼栋人口之和＝街区人口之和",
          count(inForce.fabric()::people),
          buildings(Building::people));
    }
    boolean draft = inForce.publication().decision().kind().equals(Decision.DRAFT);
    boolean chained = draft || PublicationHash.of(inForce).equals(inForce.publication().hash());
    add("chainBroken", "发布链校验失败", 0, chained ? 0 : 1);
  }

  private long count(IntUnaryOperator ofFace) {
    return IntStream.range(0, inForce.fabric().faceCount()).map(ofFace).asLongStream().sum();
  }

  private long buildings(ToIntFunction<Building> of) {
    return inForce.buildings().list().stream().mapToInt(of).asLongStream().sum();
  }

  private void add(String name, String label, long expected, long found) {
    lines.add(new Line(name, label, expected, found));
  }

  public List<Line> lines() {
    return List.copyOf(lines);
  }

  public boolean holds() {
    return lines.stream().allMatch(Line::holds);
  }

  /** The members of the JSON answer. */
  Map<String, Object> answer() {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("ok", holds());
    answer.put("publication", Answers.publication(inForce));
    answer.put("counts", counts());
    answer.put("checks", lines.stream().map(SelfCheck::members).toList());
    answer.put("label", inForce.settings().label());
    return answer;
  }

  private Map<String, Object> counts() {
    Map<String, Object> counts = new LinkedHashMap<>();
    counts.put("townships", inForce.tree().townships().size());
    counts.put("communities", inForce.tree().communities().size());
    counts.put("grids", inForce.grids().size());
    counts.put("blocks", inForce.fabric().faceCount());
    counts.put("households", count(inForce.fabric()::households));
    counts.put("people", count(inForce.fabric()::people));
    return counts;
  }

  private static Map<String, Object> members(Line line) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("name", line.name());
    members.put("label", line.label());
    members.put("expected", line.expected());
    members.put("found", line.found());
    members.put("ok", line.holds());
    return members;
  }
}
