package org.wangge.founding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.wangge.territory.GridCodes;

/**
 * The polygons of the three levels with their codes and parents.
 *
 * @param townships in file order
 * @param communities in file order
 * @param grids in file order
 */
record Levels(List<Zone> townships, List<Zone> communities, List<Zone> grids) {

  /**
   * @param notes gets what was done on the way
   * @throws FoundingException with everything that is wrong in the three files
   */
  static Levels of(FoundingInput input, List<String> notes) {
    List<String> wrong = new ArrayList<>();
    List<Zone> townships = ZoneReader.read(input.townships(), true, wrong);
    List<Zone> communities = ZoneReader.read(input.communities(), true, wrong);
    List<Zone> grids = ZoneReader.read(input.grids(), false, wrong);
    require(wrong);
    communities = new Nesting(townships, "townships").nest(communities, "communities", wrong);
    grids = new Nesting(communities, "communities").nest(grids, "grids", wrong);
    require(wrong);
    return new Levels(townships, communities, numbered(grids, notes));
  }

  private static void require(List<String> wrong) {
    if (!wrong.isEmpty()) {
      throw new FoundingException(wrong);
    }
  }

  /** Grids without a code are numbered in their community, after the codes it has. */
  private static List<Zone> numbered(List<Zone> grids, List<String> notes) {
    Map<String, List<Integer>> missing = new HashMap<>();
    for (int i = 0; i < grids.size(); i++) {
      if (grids.get(i).code().isEmpty()) {
        missing.computeIfAbsent(grids.get(i).parent(), code -> new ArrayList<>()).add(i);
      }
    }
    List<Zone> numbered = new ArrayList<>(grids);
    missing.forEach((community, indexes) -> number(community, indexes, numbered));
    if (!missing.isEmpty()) {
      notes.add(
          missing.values().stream().mapToInt(List::size).sum()
              + " grids came without a code and were numbered");
    }
    return numbered;
  }

  private static void number(String community, List<Integer> indexes, List<Zone> grids) {
    List<String> used = new ArrayList<>(grids.stream().map(Zone::code).toList());
    List<Coordinate> centres =
        indexes.stream().map(i -> grids.get(i).area().getInteriorPoint().getCoordinate()).toList();
    for (int position : GridCodes.readingOrder(centres)) {
      String code = GridCodes.next(community, used, false);
      used.add(code);
      grids.set(indexes.get(position), grids.get(indexes.get(position)).withCode(code));
    }
  }
}
