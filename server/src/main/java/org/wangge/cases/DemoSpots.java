package org.wangge.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.wangge.territory.Building;
import org.wangge.territory.InForce;

/**
 * Chooses where the demo data has hot spots: at buildings of urban grids, well apart from one
 * another.
 */
final class DemoSpots {
  private static final double APART_METRES = 1_200;

  private static final List<Theme> THEMES =
      List.of(
          new Theme("农贸市场", "0504", 45, 1_400),
          new Theme("小学门口", "0505", 40, 1_300),
          new Theme("夜宵一条街", "0510", 50, 1_100),
          new Theme("老旧小区垃圾站", "0102", 35, 1_300),
          new Theme("在建工地", "0302", 60, 1_100),
          new Theme("医院路口", "0506", 45, 1_200),
          new Theme("商业广场", "0508", 55, 1_200),
          new Theme("长途汽车站", "0501", 50, 1_200));

  private DemoSpots() {}

  static List<HotSpot> choose(InForce inForce, Random random) {
    List<Coordinate> places = places(inForce, random);
    List<HotSpot> spots = new ArrayList<>();
    for (int i = 0; i < places.size(); i++) {
      Theme theme = THEMES.get(i);
      Coordinate degrees = inForce.projection().toLonLat(places.get(i).x, places.get(i).y);
      spots.add(
          new HotSpot(
              theme.name,
              theme.category,
              round(degrees.x),
              round(degrees.y),
              theme.spread,
              theme.cases));
    }
    return spots;
  }

  private static List<Coordinate> places(InForce inForce, Random random) {
    Envelope area = inForce.fabric().envelope();
    List<Coordinate> chosen = new ArrayList<>();
    for (double apart = Math.min(APART_METRES, area.getDiameter() / 6);
        chosen.size() < THEMES.size();
        apart *= 0.9) {
      tryToChoose(inForce, random, apart, chosen);
    }
    return chosen;
  }

  private static void tryToChoose(
      InForce inForce, Random random, double apart, List<Coordinate> chosen) {
    for (int i = 0; i < 400 && chosen.size() < THEMES.size(); i++) {
      int index = random.nextInt(inForce.buildings().count());
      Building building = inForce.buildings().get(index);
      boolean urban = DemoGround.isUrban(inForce.placeOf(inForce.buildings().face(index)).grid());
      if (urban
          && chosen.stream().allMatch(other -> other.distance(building.position()) >= apart)) {
        chosen.add(building.position());
      }
    }
  }

  private static double round(double degrees) {
    return Math.round(degrees * 1e8) / 1e8;
  }

  private record Theme(String name, String category, double spread, int cases) {}
}
