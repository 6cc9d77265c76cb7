package org.wangge.intake;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/**
 * Decides how the coordinates of a whole file are meant by comparing how well its points fit the
 * district under each reading. Axes count as swapped when more points lie in the district the other
 * way round. Points count as GCJ-02 when taking the offset off makes them clearly more plausible:
 * the offset (about 650 m) leaves most points of a district inside it, so only the nearness to
 * buildings tells; the paired difference must be larger than a threshold and than five of its
 * standard errors. Fewer than {@value #FEWEST_POINTS} points decide nothing: they are read as
 * given.
 */
final class ReadingFinder {
  static final int FEWEST_POINTS = 12;
  private static final int MOST_POINTS = 4_000;
  private static final double SMALLEST_GAIN = 0.03;
  private static final double STANDARD_ERRORS = 5;

  private final Terrain terrain;
  private final Offset offset;

  ReadingFinder(Terrain terrain, Offset offset) {
    this.terrain = terrain;
    this.offset = offset;
  }

  Reading find(List<Coordinate> given) {
    List<Coordinate> sample = sample(given);
    if (sample.size() < FEWEST_POINTS) {
      return Reading.AS_GIVEN;
    }
    boolean swapped = isSwapped(sample);
    return Reading.of(
        swapped, isOffset(sample.stream().map(place -> swapped ? swap(place) : place).toList()));
  }

  /** The place that a pair of numbers means under a reading. */
  Coordinate apply(Reading reading, Coordinate given) {
    Coordinate place = reading.swapped() ? swap(given) : given;
    return reading.offset() ? offset.toWgs84(place.x, place.y) : place;
  }

  private boolean isSwapped(List<Coordinate> sample) {
    long given = sample.stream().filter(this::isNear).count();
    long swapped = sample.stream().filter(place -> isNear(swap(place))).count();
    return swapped > given;
  }

  /** Inside as it is or once the offset is off. */
  private boolean isNear(Coordinate place) {
    return isInside(place) || (isOnEarth(place) && isInside(offset.toWgs84(place.x, place.y)));
  }

  private boolean isInside(Coordinate place) {
    return isOnEarth(place) && terrain.faceAt(place.x, place.y) >= 0;
  }

  static boolean isOnEarth(Coordinate place) {
    return Math.abs(place.x) <= 180 && Math.abs(place.y) <= 90;
  }

  private boolean isOffset(List<Coordinate> places) {
    double[] gains =
        places.stream().filter(ReadingFinder::isOnEarth).mapToDouble(this::gain).toArray();
    double mean = java.util.Arrays.stream(gains).average().orElse(0);
    double variance =
        java.util.Arrays.stream(gains)
            .map(gain -> (gain - mean) * (gain - mean))
            .average()
            .orElse(0);
    return mean > SMALLEST_GAIN && mean > STANDARD_ERRORS * Math.sqrt(variance / gains.length);
  }

  private double gain(Coordinate place) {
    Coordinate corrected = offset.toWgs84(place.x, place.y);
    return terrain.plausibility(corrected.x, corrected.y) - terrain.plausibility(place.x, place.y);
  }

  private static Coordinate swap(Coordinate place) {
    return new Coordinate(place.y, place.x);
  }

  private static List<Coordinate> sample(List<Coordinate> given) {
    int step = Math.max(1, given.size() / MOST_POINTS);
    return java.util.stream.IntStream.range(0, given.size() / step)
        .mapToObj(i -> given.get(i * step))
        .toList();
  }
}
