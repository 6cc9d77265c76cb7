package org.wangge.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.locationtech.jts.algorithm.Distance;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;

/**
 * Finds places for houses in a block: rows along the grain in town, a hamlet by the road in the
 * country.
 */
final class Houses {
  private static final double SETBACK_METRES = 7;
  private static final int TIGHTER = 7;

  private final SplittableRandom random;

  Houses(SplittableRandom random) {
    this.random = random;
  }

  /**
   * At most so many places, well inside the block; at least one.
   *
   * @param urbanity 0 in the fields … 1 in the oldest streets
   */
  List<Coordinate> places(Polygon block, int wanted, double urbanity) {
    Plot plot = Plot.of(block.getExteriorRing().getCoordinates());
    double spacing = urbanity > 0.8 ? 17 : urbanity > 0.3 ? 30 : 24;
    List<Coordinate> places = lattice(block, plot, spacing);
    for (int i = 0; i < TIGHTER && places.size() < wanted; i++) {
      spacing *= 0.82;
      places = lattice(block, plot, spacing);
    }
    if (places.isEmpty()) {
      return List.of(Curves.rounded(block.getInteriorPoint().getCoordinate()));
    }
    return urbanity > 0.3 ? spread(places, wanted) : hamlet(places, plot, wanted);
  }

  private List<Coordinate> lattice(Polygon block, Plot plot, double spacing) {
    double grain = plot.grain();
    double[] along = plot.extent(grain);
    double[] across = plot.extent(grain + Math.PI / 2);
    IndexedPointInAreaLocator inside = new IndexedPointInAreaLocator(block);
    List<Coordinate> places = new ArrayList<>();
    for (double v = across[0] + spacing * 0.5; v < across[1]; v += spacing) {
      for (double u = along[0] + spacing * 0.7; u < along[1]; u += spacing * 1.45) {
        Coordinate place = jittered(u, v, grain, spacing * 0.12);
        if (inside.locate(place) == Location.INTERIOR
            && clear(block, place, Math.min(SETBACK_METRES, spacing / 2))) {
          places.add(place);
        }
      }
    }
    return places;
  }

  private Coordinate jittered(double u, double v, double grain, double jitter) {
    double du = u + jitter * (2 * random.nextDouble() - 1);
    double dv = v + jitter * (2 * random.nextDouble() - 1);
    return Curves.rounded(
        new Coordinate(
            du * Math.cos(grain) - dv * Math.sin(grain),
            du * Math.sin(grain) + dv * Math.cos(grain)));
  }

  private static boolean clear(Polygon block, Coordinate place, double setback) {
    boolean clear =
        Distance.pointToSegmentString(place, block.getExteriorRing().getCoordinates()) >= setback;
    for (int i = 0; i < block.getNumInteriorRing(); i++) {
      clear &=
          Distance.pointToSegmentString(place, block.getInteriorRingN(i).getCoordinates())
              >= setback;
    }
    return clear;
  }

  private static List<Coordinate> spread(List<Coordinate> places, int wanted) {
    int count = Math.min(wanted, places.size());
    List<Coordinate> chosen = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      chosen.add(places.get((int) ((long) i * places.size() / count)));
    }
    return chosen;
  }

  /** Those nearest to one place by the road. */
  private List<Coordinate> hamlet(List<Coordinate> places, Plot plot, int wanted) {
    Coordinate gate = plot.vertex(random.nextInt(plot.ring().size()));
    Coordinate second = plot.vertex(random.nextInt(plot.ring().size()));
    return places.stream()
        .sorted(
            Comparator.comparingDouble(p -> Math.min(p.distance(gate), 1.6 * p.distance(second))))
        .limit(wanted)
        .sorted()
        .toList();
  }
}
