package org.wangge.cases;

import java.util.Arrays;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.wangge.intake.Site;
import org.wangge.intake.Sites;
import org.wangge.territory.Grid;
import org.wangge.territory.InForce;

/**
 * Where cases of the demo data happen: in a grid by its weight (log-normal, so that grids differ as
 * they do), in it at the street front of a building, more often at one with many households.
 */
final class DemoGround {
  private static final double SPREAD_OF_GRIDS = 0.45;
  private static final double FARTHEST_METRES = 25;

  private final InForce inForce;
  private final Sites sites;
  private final Random random;
  private final double[] upToByPatrol;
  private final double[] upTo;

  DemoGround(InForce inForce, Random random) {
    this.inForce = inForce;
    this.sites = Sites.of(inForce);
    this.random = random;
    double[] weight =
        inForce.grids().stream()
            .mapToDouble(grid -> Math.exp(SPREAD_OF_GRIDS * random.nextGaussian()))
            .toArray();
    this.upTo = cumulated(weight);
    this.upToByPatrol = cumulated(byPatrol(weight));
  }

  private double[] byPatrol(double[] weight) {
    return inForce.grids().stream()
        .mapToDouble(grid -> weight[grid.zone()] * DemoRates.patrol(isUrban(grid)))
        .toArray();
  }

  private static double[] cumulated(double[] weight) {
    double[] upTo = weight.clone();
    Arrays.parallelPrefix(upTo, Double::sum);
    return upTo;
  }

  static boolean isUrban(Grid grid) {
    return !grid.kind().contains("农村");
  }

  InForce inForce() {
    return inForce;
  }

  /** A place for a case of a channel. */
  Site draw(Channel channel) {
    double[] grids = channel == Channel.PATROL ? upToByPatrol : upTo;
    int zone = index(grids, random.nextDouble() * grids[grids.length - 1]);
    int[] buildings = inForce.buildings().inZone(zone);
    return buildings.length == 0 ? inside(zone) : near(position(buildings), FARTHEST_METRES);
  }

  private static int index(double[] upTo, double at) {
    int found = Arrays.binarySearch(upTo, at);
    return Math.min(upTo.length - 1, found >= 0 ? found + 1 : -found - 1);
  }

  private Site inside(int zone) {
    int[] faces = inForce.plan().faces(zone);
    Coordinate place =
        inForce.fabric().interiorPoint(faces[random.nextInt(faces.length)]).getCoordinate();
    return sites.atMetric(place.x, place.y);
  }

  private Coordinate position(int[] buildings) {
    double[] households =
        Arrays.stream(buildings)
            .mapToDouble(i -> 1 + inForce.buildings().get(i).households())
            .toArray();
    double[] cumulated = cumulated(households);
    int chosen = index(cumulated, random.nextDouble() * cumulated[cumulated.length - 1]);
    return inForce.buildings().get(buildings[chosen]).position();
  }

  /** Some metres from a place in any direction, at the place itself when that is outside. */
  private Site near(Coordinate place, double farthestMetres) {
    double angle = random.nextDouble() * 2 * Math.PI;
    double metres = farthestMetres * Math.sqrt(random.nextDouble());
    return insideOr(place, place.x + metres * Math.cos(angle), place.y + metres * Math.sin(angle));
  }

  /** Normally distributed about a place. */
  Site about(Coordinate place, double spreadMetres) {
    return insideOr(
        place,
        place.x + spreadMetres * random.nextGaussian(),
        place.y + spreadMetres * random.nextGaussian());
  }

  private Site insideOr(Coordinate place, double x, double y) {
    Site site = sites.atMetric(x, y);
    return site.face() >= 0 ? site : sites.atMetric(place.x, place.y);
  }
}
