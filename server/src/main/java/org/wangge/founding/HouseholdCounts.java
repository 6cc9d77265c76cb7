package org.wangge.founding;

import java.util.List;
import java.util.function.ToIntFunction;
import org.wangge.fabric.Fabric;
import org.wangge.territory.Building;

/**
 * Puts households and people on the blocks: those of the buildings in them; without buildings those
 * of each grid, spread over its blocks by area, which is a fallback and told.
 */
final class HouseholdCounts {
  private HouseholdCounts() {}

  static Fabric put(
      Fabric fabric, int[] zone, List<Zone> grids, List<Building> buildings, List<String> notes) {
    if (!buildings.isEmpty()) {
      return fabric.withCounts(
          ofBuildings(fabric, buildings, Building::households),
          ofBuildings(fabric, buildings, Building::people));
    }
    if (grids.stream().anyMatch(grid -> grid.households() > 0 || grid.people() > 0)) {
      notes.add(
          "households and people were spread over the blocks of each grid by area: give buildings"
              + " for true counts");
      return fabric.withCounts(
          spread(fabric, zone, grids, Zone::households), spread(fabric, zone, grids, Zone::people));
    }
    return fabric;
  }

  private static int[] ofBuildings(
      Fabric fabric, List<Building> buildings, ToIntFunction<Building> count) {
    int[] counts = new int[fabric.faceCount()];
    for (Building building : buildings) {
      long x = Math.round(building.position().x * 1000);
      long y = Math.round(building.position().y * 1000);
      counts[fabric.faceAt(x, y)] += count.applyAsInt(building);
    }
    return counts;
  }

  /** Each face gets the rounded rest of what its grid has left, so that the sums are exact. */
  private static int[] spread(
      Fabric fabric, int[] zone, List<Zone> grids, ToIntFunction<Zone> count) {
    double[] areaLeft = new double[grids.size()];
    int[] left = grids.stream().mapToInt(grid -> Math.max(0, count.applyAsInt(grid))).toArray();
    for (int f = 0; f < zone.length; f++) {
      areaLeft[zone[f]] += fabric.areaSquareMetres(f);
    }
    int[] counts = new int[zone.length];
    for (int f = 0; f < zone.length; f++) {
      double area = fabric.areaSquareMetres(f);
      boolean last = areaLeft[zone[f]] - area < 1e-7;
      double share = last ? 1 : area / areaLeft[zone[f]];
      counts[f] = (int) Math.round(left[zone[f]] * share);
      left[zone[f]] -= counts[f];
      areaLeft[zone[f]] -= area;
    }
    return counts;
  }
}
