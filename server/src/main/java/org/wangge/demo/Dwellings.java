package org.wangge.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.wangge.fabric.Fabric;
import org.wangge.territory.Building;

/** Builds houses for the households of every block and names them. */
final class Dwellings {
  private final Fabric fabric;
  private final Communities communities;
  private final Places density;
  private final SplittableRandom random;
  private final Houses houses;
  private final int[] built;

  private Dwellings(
      Fabric fabric, Communities communities, Places density, SplittableRandom random) {
    this.fabric = fabric;
    this.communities = communities;
    this.density = density;
    this.random = random;
    this.houses = new Houses(random);
    this.built = new int[communities.units().size()];
  }

  static List<Building> build(
      Fabric fabric, Communities communities, Places density, SplittableRandom random) {
    Dwellings dwellings = new Dwellings(fabric, communities, density, random);
    List<Building> buildings = new ArrayList<>();
    for (int f = 0; f < fabric.faceCount(); f++) {
      if (fabric.households(f) > 0) {
        dwellings.add(buildings, f);
      }
    }
    return buildings;
  }

  private void add(List<Building> buildings, int face) {
    var block = fabric.faceGeometry(face);
    double urbanity = density.urbanity(block.getCentroid().getCoordinate());
    int households = fabric.households(face);
    int wanted = (int) Math.max(1, Math.round(households / householdsPerHouse(urbanity)));
    List<Coordinate> places = houses.places(block, Math.min(wanted, households), urbanity);
    double[] luck = random.doubles(places.size(), 0.6, 1.4).toArray();
    int[] homes = Shares.atLeast(1, households, luck);
    double[] weights = new double[homes.length];
    for (int i = 0; i < homes.length; i++) {
      weights[i] = homes[i];
    }
    int[] people = Shares.of(fabric.people(face), weights);
    String street = street(face);
    for (int i = 0; i < homes.length; i++) {
      buildings.add(building(face, street, places.get(i), homes[i], people[i], urbanity));
    }
  }

  /** Old houses hold few, towers in the new quarters many, farmhouses stand in small groups. */
  private double householdsPerHouse(double urbanity) {
    double base = urbanity < 0.3 ? 5.5 : urbanity < 0.72 ? 17 : urbanity < 0.9 ? 11 : 7;
    return base * (0.7 + 0.6 * random.nextDouble());
  }

  private Building building(
      int face, String street, Coordinate place, int households, int people, double urbanity) {
    int unit = communities.community()[face];
    AdministrativeUnit community = communities.units().get(unit);
    int number = ++built[unit];
    String id = String.format(Locale.ROOT, "%s-%04d", community.code(), number);
    boolean country = urbanity < 0.3;
    String name = community.name() + (country ? " " + number + " 号屋场" : " " + number + " 栋");
    String address =
        street.isEmpty() ? community.name() : street + " " + (1 + 2 * (number % 90)) + " 号";
    return new Building(id, name, address, place, households, people, floors(households, country));
  }

  private int floors(int households, boolean country) {
    if (country) {
      return 2 + random.nextInt(2);
    }
    return households <= 6
        ? 2 + random.nextInt(2)
        : households <= 14
            ? 4 + random.nextInt(3)
            : households <= 30 ? 6 + random.nextInt(2) : 11 + random.nextInt(8);
  }

  /** The street the block has the longest side on. */
  private String street(int face) {
    TreeMap<String, Double> lengths = new TreeMap<>();
    for (int e = fabric.dualStart(face); e < fabric.dualStart(face + 1); e++) {
      int arc = fabric.dualArc(e);
      if (fabric.arcClass(arc).isStreet() && !fabric.arcName(arc).isEmpty()) {
        lengths.merge(fabric.arcName(arc), fabric.arcLengthMetres(arc), Double::sum);
      }
    }
    return lengths.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(e -> e.getKey())
        .orElse("");
  }
}
