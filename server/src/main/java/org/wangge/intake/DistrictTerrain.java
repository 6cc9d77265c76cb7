package org.wangge.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.wangge.fabric.FaceKind;
import org.wangge.territory.Building;
import org.wangge.territory.InForce;

/**
 * The terrain of a publication: plausible is what lies near a building, on land, in the coverage
 * domain.
 */
public final class DistrictTerrain implements Terrain {
  private static final double CELL_METRES = 150;
  private static final double HALF_PLAUSIBLE_METRES = 30;
  private static final double FAR_METRES = 300;

  private final InForce inForce;
  private final Map<Long, List<Coordinate>> buildingsByCell = new HashMap<>();

  private DistrictTerrain(InForce inForce) {
    this.inForce = inForce;
    inForce.buildings().list().stream().map(Building::position).forEach(this::add);
  }

  public static DistrictTerrain of(InForce inForce) {
    return new DistrictTerrain(inForce);
  }

  private void add(Coordinate position) {
    long cell = cell(index(position.x), index(position.y));
    buildingsByCell.computeIfAbsent(cell, c -> new java.util.ArrayList<>()).add(position);
  }

  @Override
  public int faceAt(double lon, double lat) {
    return inForce.faceAt(lon, lat);
  }

  @Override
  public double plausibility(double lon, double lat) {
    int face = faceAt(lon, lat);
    if (face < 0 || inForce.fabric().kind(face) == FaceKind.WATER) {
      return 0;
    }
    return buildingsByCell.isEmpty()
        ? 1
        : 1 / (1 + metresToBuilding(lon, lat) / HALF_PLAUSIBLE_METRES);
  }

  private double metresToBuilding(double lon, double lat) {
    Coordinate here = inForce.projection().toMetric(lon, lat);
    double nearest = FAR_METRES;
    for (long column = index(here.x) - 1; column <= index(here.x) + 1; column++) {
      for (long row = index(here.y) - 1; row <= index(here.y) + 1; row++) {
        nearest =
            Math.min(
                nearest, nearest(here, buildingsByCell.getOrDefault(cell(column, row), List.of())));
      }
    }
    return nearest;
  }

  private static double nearest(Coordinate here, List<Coordinate> places) {
    return places.stream().mapToDouble(here::distance).min().orElse(FAR_METRES);
  }

  private static long index(double metres) {
    return (long) Math.floor(metres / CELL_METRES);
  }

  private static long cell(long column, long row) {
    return column << 32 ^ (row & 0xFFFFFFFFL);
  }
}
