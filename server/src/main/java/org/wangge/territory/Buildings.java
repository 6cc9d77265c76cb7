package org.wangge.territory;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.locationtech.jts.geom.Coordinate;
import org.wangge.zoning.Plan;

/**
 * The buildings of a publication with the block each stands in. Immutable; a building is named by
 * its index here, which is its place in the stored order.
 */
public final class Buildings {
  private final List<Building> buildings;
  private final int[] face;
  private final Coordinate[] lonLat;
  private final Map<String, Integer> byId = new HashMap<>();
  private final int[][] inZone;

  Buildings(List<Building> buildings, int[] face, Plan plan, Projection projection) {
    this.buildings = List.copyOf(buildings);
    this.face = face.clone();
    this.lonLat = new Coordinate[face.length];
    for (int i = 0; i < face.length; i++) {
      Coordinate metric = buildings.get(i).position();
      lonLat[i] = projection.toLonLat(metric.x, metric.y);
      byId.put(buildings.get(i).id(), i);
    }
    this.inZone = groupByZone(plan);
  }

  private int[][] groupByZone(Plan plan) {
    int[] count = new int[plan.zoneCount()];
    for (int f : face) {
      count[plan.zone(f)]++;
    }
    int[][] groups = new int[count.length][];
    for (int z = 0; z < count.length; z++) {
      groups[z] = new int[count[z]];
    }
    for (int i = face.length - 1; i >= 0; i--) {
      int zone = plan.zone(face[i]);
      groups[zone][--count[zone]] = i;
    }
    return groups;
  }

  public int count() {
    return face.length;
  }

  public List<Building> list() {
    return buildings;
  }

  public Building get(int index) {
    return buildings.get(index);
  }

  /** The block it stands in. */
  public int face(int index) {
    return face[index];
  }

  /** Degrees; x is longitude. Not to be changed. */
  public Coordinate lonLat(int index) {
    return lonLat[index];
  }

  public OptionalInt findIndex(String id) {
    Integer index = byId.get(id);
    return index == null ? OptionalInt.empty() : OptionalInt.of(index);
  }

  /** How many buildings stand in a grid. */
  public int countIn(int zone) {
    return inZone[zone].length;
  }

  /** The indexes of the buildings of a grid, ascending. */
  public int[] inZone(int zone) {
    return inZone[zone].clone();
  }
}
