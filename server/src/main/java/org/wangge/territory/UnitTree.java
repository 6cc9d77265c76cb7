package org.wangge.territory;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wangge.fabric.Fabric;
import org.wangge.zoning.Plan;

/**
 * The units of one day as a tree: district, townships, communities, each level in the order of the
 * plan. Codes are the keys; names repeat and are never asked for here.
 */
public final class UnitTree {
  private final List<Unit> units;
  private final List<Unit> townships;
  private final List<Unit> communities;
  private final Map<String, Unit> byCode = new HashMap<>();
  private final Map<String, Integer> position = new HashMap<>();

  private UnitTree(List<Unit> units) {
    this.units = units;
    this.townships = atLevel(UnitLevel.TOWNSHIP);
    this.communities = atLevel(UnitLevel.COMMUNITY);
    units.forEach(unit -> byCode.put(unit.code(), unit));
    number(townships);
    number(communities);
  }

  /**
   * A tree of units; the rules it should keep are checked by {@link PublicationRules}, not here.
   */
  public static UnitTree of(List<Unit> units) {
    return new UnitTree(List.copyOf(units));
  }

  private List<Unit> atLevel(UnitLevel level) {
    return units.stream().filter(unit -> unit.level() == level).toList();
  }

  private void number(List<Unit> level) {
    for (int i = 0; i < level.size(); i++) {
      position.put(level.get(i).code(), i);
    }
  }

  public List<Unit> units() {
    return units;
  }

  /** In the order of the plan's townships. */
  public List<Unit> townships() {
    return townships;
  }

  /** In the order of the plan's communities. */
  public List<Unit> communities() {
    return communities;
  }

  /** The root. */
  public Unit district() {
    return atLevel(UnitLevel.DISTRICT).get(0);
  }

  public Optional<Unit> find(String code) {
    return Optional.ofNullable(byCode.get(code));
  }

  /** The township of a community. */
  public Unit townshipOf(Unit community) {
    return find(String.valueOf(community.parent()))
        .orElseThrow(() -> new IllegalStateException(community.code() + " hangs in the air"));
  }

  /** Index of the unit among the plan's communities or townships; −1 when it is neither. */
  public int indexOf(String code) {
    return position.getOrDefault(code, -1);
  }

  /** The plan in which these grids are nested in these units. */
  Plan plan(Fabric fabric, int[] zone, List<Grid> grids) {
    int[] community = grids.stream().mapToInt(grid -> indexOf(grid.communityCode())).toArray();
    int[] township =
        communities.stream().mapToInt(unit -> indexOf(String.valueOf(unit.parent()))).toArray();
    return Plan.of(fabric, zone, community, township);
  }
}
