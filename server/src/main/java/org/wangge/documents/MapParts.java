package org.wangge.documents;

import java.util.List;
import org.wangge.territory.Grid;
import org.wangge.territory.InForce;
import org.wangge.territory.Unit;
import org.wangge.territory.UnitLevel;

/**
 * The small table beside a map: the townships of a district, the communities of a township, the
 * grids of a community, each with two figures.
 */
final class MapParts {
  private MapParts() {}

  private static UnitLevel level(Subject subject) {
    return subject.unit().map(Unit::level).orElse(UnitLevel.DISTRICT);
  }

  static List<String> head(Subject subject) {
    return switch (level(subject)) {
      case DISTRICT -> List.of("镇街", "网格", "户数");
      case TOWNSHIP -> List.of("村社区", "网格", "户数");
      case COMMUNITY -> List.of("网格", "户数", "人口");
    };
  }

  static List<List<String>> of(Subject subject) {
    InForce inForce = subject.after();
    return switch (level(subject)) {
      case DISTRICT -> inForce.tree().townships().stream().map(unit -> row(subject, unit)).toList();
      case TOWNSHIP ->
          inForce.tree().communities().stream()
              .filter(unit -> subject.unit().orElseThrow().code().equals(unit.parent()))
              .map(unit -> row(subject, unit))
              .toList();
      case COMMUNITY -> subject.grids().stream().map(grid -> row(inForce, grid)).toList();
    };
  }

  private static List<String> row(Subject subject, Unit unit) {
    InForce inForce = subject.after();
    List<Grid> grids =
        inForce.grids().stream()
            .filter(
                grid ->
                    grid.communityCode().equals(unit.code())
                        || inForce.townshipOf(grid).code().equals(unit.code()))
            .toList();
    int households = grids.stream().mapToInt(g -> inForce.plan().households(g.zone())).sum();
    return List.of(unit.name(), Words.count(grids.size()), Words.count(households));
  }

  private static List<String> row(InForce inForce, Grid grid) {
    return List.of(
        grid.code().substring(Math.max(0, grid.code().length() - 3)),
        Words.count(inForce.plan().households(grid.zone())),
        Words.count(inForce.plan().people(grid.zone())));
  }
}
