package org.wangge.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.wangge.exchange.Projections;
import org.wangge.fabric.Progress;
import org.wangge.territory.FirstPublication;
import org.wangge.territory.Unit;
import org.wangge.territory.UnitLevel;
import org.wangge.zoning.Plan;

/** The demo district, built once for all tests that only look at it. */
public final class BuiltDistrict {
  static final Projections PROJECTION = Projections.of(DemoDistrict.METRIC_SRID);
  public static final FirstPublication DISTRICT = build();

  private BuiltDistrict() {}

  static FirstPublication build() {
    return DemoDistrict.build(DemoDistrict.SEED, PROJECTION, Progress.none());
  }

  static List<Unit> units(UnitLevel level) {
    return DISTRICT.units().stream().filter(unit -> unit.level() == level).toList();
  }

  static Plan plan() {
    Map<String, Integer> communities = numbers(UnitLevel.COMMUNITY);
    Map<String, Integer> townships = numbers(UnitLevel.TOWNSHIP);
    return Plan.of(
        DISTRICT.fabric(),
        DISTRICT.zone(),
        DISTRICT.grids().stream().mapToInt(grid -> communities.get(grid.communityCode())).toArray(),
        units(UnitLevel.COMMUNITY).stream()
            .mapToInt(unit -> townships.get(unit.parent()))
            .toArray());
  }

  private static Map<String, Integer> numbers(UnitLevel level) {
    Map<String, Integer> numbers = new HashMap<>();
    units(level).forEach(unit -> numbers.put(unit.code(), numbers.size()));
    return numbers;
  }
}
