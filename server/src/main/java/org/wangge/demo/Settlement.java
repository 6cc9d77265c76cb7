package org.wangge.demo;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.wangge.fabric.Fabric;
import org.wangge.fabric.FaceKind;

/**
 * Lets people move in: households and people per block, region by region exactly as many as wanted.
 */
final class Settlement {
  private static final double LUMP_SHARE = 0.45;
  private static final double LAMP = 0.5;

  private final Fabric fabric;
  private final Blocks blocks;
  private final StreetMap map;
  private final SplittableRandom random;

  private Settlement(Fabric fabric, Blocks blocks, StreetMap map, SplittableRandom random) {
    this.fabric = fabric;
    this.blocks = blocks;
    this.map = map;
    this.random = random;
  }

  /** The fabric with its people. */
  static Fabric settle(
      Fabric fabric,
      Blocks blocks,
      StreetMap map,
      int[] region,
      List<Region> regions,
      SplittableRandom random) {
    Settlement settlement = new Settlement(fabric, blocks, map, random);
    double[] wish = settlement.wishes();
    int[] households = new int[fabric.faceCount()];
    int[] people = new int[fabric.faceCount()];
    for (int r = 0; r < regions.size(); r++) {
      int number = r;
      int[] faces = IntStream.range(0, region.length).filter(f -> region[f] == number).toArray();
      settlement.fill(faces, regions.get(r), wish, households, people);
    }
    return fabric.withCounts(households, people);
  }

  /** How many households a block would like to have, for the proportions only. */
  private double[] wishes() {
    double[] wish = new double[fabric.faceCount()];
    for (int f = 0; f < wish.length; f++) {
      double luck =
          Math.exp(
              LAMP * (random.nextDouble() + random.nextDouble() + random.nextDouble() - 1.5) * 2);
      boolean empty = random.nextInt(100) < 7;
      boolean dwelling = fabric.kind(f) == FaceKind.LAND && !blocks.park()[f] && blocks.dry()[f];
      double density = 1 / Math.pow(map.places().blockArea(blocks.centre()[f]), 0.8);
      wish[f] =
          dwelling && !empty && blocks.area()[f] > 900 ? blocks.area()[f] * density * luck : 0;
    }
    return wish;
  }

  private void fill(int[] faces, Region region, double[] wish, int[] households, int[] people) {
    double[] weights = Arrays.stream(faces).mapToDouble(f -> wish[f]).toArray();
    flatten(weights, LUMP_SHARE / region.grids());
    int[] homes = Shares.of(region.households(), weights);
    double[] size =
        Arrays.stream(homes).mapToDouble(h -> h * (0.93 + 0.14 * random.nextDouble())).toArray();
    int[] persons = Shares.of(region.people(), size);
    for (int i = 0; i < faces.length; i++) {
      households[faces[i]] = homes[i];
      people[faces[i]] = persons[i];
    }
  }

  /** No block shall hold more than this share of the region: it would be too big for a grid. */
  private static void flatten(double[] weights, double greatestShare) {
    for (int round = 0; round < 20; round++) {
      double most = greatestShare * Arrays.stream(weights).sum();
      for (int i = 0; i < weights.length; i++) {
        weights[i] = Math.min(weights[i], most);
      }
    }
  }
}
