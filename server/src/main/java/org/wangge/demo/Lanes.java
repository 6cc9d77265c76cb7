package org.wangge.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.locationtech.jts.geom.Coordinate;

/**
 * Lanes that lead into a block and end there. They bound nothing; a real street map is full of
 * them.
 */
final class Lanes {
  private static final double LEAST_BLOCK_SQUARE_METRES = 5_000;

  private final Places places;
  private final StreetNames names;
  private final SplittableRandom random;

  Lanes(Places places, StreetNames names, SplittableRandom random) {
    this.places = places;
    this.names = names;
    this.random = random;
  }

  List<StreetLine> into(List<Plot> blocks) {
    List<StreetLine> lanes = new ArrayList<>();
    for (Plot block : blocks) {
      boolean suited = block.signedArea() > LEAST_BLOCK_SQUARE_METRES && block.roundness() > 0.35;
      if (suited && random.nextInt(100) < 42) {
        List<Coordinate> path = path(block);
        if (!path.isEmpty()) {
          lanes.add(names.lane(places.urbanity(block.centroid())).with(path));
        }
      }
    }
    return lanes;
  }

  /** In across the grain from one side; about every third turns once. */
  private List<Coordinate> path(Plot block) {
    Coordinate centre = block.centroid();
    double angle =
        block.grain()
            + (random.nextBoolean() ? 0 : Math.PI / 2)
            + 0.2 * (random.nextDouble() - 0.5);
    double shift = 0.2 * Math.sqrt(block.signedArea()) * (2 * random.nextDouble() - 1);
    Coordinate through =
        new Coordinate(centre.x - shift * Math.sin(angle), centre.y + shift * Math.cos(angle));
    Chord chord = Chord.through(block, through, angle);
    if (chord == null) {
      return List.of();
    }
    List<Coordinate> path =
        new ArrayList<>(List.of(chord.from(), part(chord, 0.3 + 0.4 * random.nextDouble())));
    if (random.nextInt(3) == 0) {
      path.add(turned(path.get(1), angle, chord.length() * 0.18 * (random.nextBoolean() ? 1 : -1)));
    }
    return Inside.isWithin(block, chord, path) ? path : List.of();
  }

  private static Coordinate part(Chord chord, double share) {
    return Curves.rounded(
        new Coordinate(
            chord.from().x + share * (chord.to().x - chord.from().x),
            chord.from().y + share * (chord.to().y - chord.from().y)));
  }

  private static Coordinate turned(Coordinate from, double angle, double length) {
    return Curves.rounded(
        new Coordinate(from.x - length * Math.sin(angle), from.y + length * Math.cos(angle)));
  }
}
