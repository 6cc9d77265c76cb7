package org.wangge.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;

/** Where streets end on other lines, so that a street on the other side can go on from there. */
final class StreetEnds {
  private static final double CELL_METRES = 100;

  /**
   * @param place where it ends
   * @param angle direction in which it arrives
   * @param street which street
   */
  record End(Coordinate place, double angle, StreetLine street) {}

  private final Map<Long, List<End>> cells = new HashMap<>();

  void add(End end) {
    cells.computeIfAbsent(cell(end.place, 0, 0), k -> new ArrayList<>()).add(end);
  }

  List<End> near(Coordinate place, double metres) {
    List<End> found = new ArrayList<>();
    int reach = (int) Math.ceil(metres / CELL_METRES);
    for (int dx = -reach; dx <= reach; dx++) {
      for (int dy = -reach; dy <= reach; dy++) {
        for (End end : cells.getOrDefault(cell(place, dx, dy), List.of())) {
          if (end.place.distance(place) <= metres) {
            found.add(end);
          }
        }
      }
    }
    return found;
  }

  private static long cell(Coordinate place, int dx, int dy) {
    long column = (long) Math.floor(place.x / CELL_METRES) + dx;
    long row = (long) Math.floor(place.y / CELL_METRES) + dy;
    return column << 32 | (row & 0xFFFFFFFFL);
  }
}
