package org.wangge.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.wangge.territory.Grid;
import org.wangge.territory.GridCodes;
import org.wangge.territory.Unit;

/** Codes and names of grids that a draft opens: the next free code of the community. */
final class NewGrids {
  private final Supplier<Set<String>> given;
  private final Set<String> used = new TreeSet<>();

  /**
   * @param given all codes ever given in the district, and those the draft has used; asked for when
   *     a grid is opened, which few operations do
   */
  NewGrids(Supplier<Set<String>> given) {
    this.given = given;
  }

  /** A grid of the same community and kind. */
  Grid like(Grid grid, int zone, Optional<String> name) {
    used.addAll(given.get());
    String code = GridCodes.next(grid.communityCode(), used, false);
    used.add(code);
    String called = name.filter(text -> !text.isEmpty()).orElse(named(grid.name(), code));
    return new Grid(zone, code, called, grid.communityCode(), grid.kind());
  }

  /** 龙子巷-004 has a neighbour 龙子巷-012; what has no number gets one. */
  private static String named(String name, String code) {
    String sequence = code.substring(code.length() - 3);
    int dash = name.lastIndexOf('-');
    String stem = dash > 0 ? name.substring(0, dash) : name.replaceFirst("第?\\d+网格$", "");
    return dash > 0 || stem.equals(name)
        ? stem + "-" + sequence
        : stem + "第" + Integer.parseInt(sequence) + "网格";
  }

  /** So many grids of a community, numbered on from the draft's zones. */
  List<Grid> in(Drawing drawing, int community, int count) {
    Unit unit = drawing.base().tree().communities().get(community);
    Grid pattern =
        drawing.livingGrids().stream()
            .filter(grid -> grid.communityCode().equals(unit.code()))
            .findFirst()
            .orElse(new Grid(0, unit.code() + "000", unit.name(), unit.code(), ""));
    List<Grid> grids = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      grids.add(like(pattern, drawing.redraw().zoneCount() + i, Optional.empty()));
    }
    return grids;
  }
}
