package org.wangge.demo;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.Distance;
import org.locationtech.jts.geom.Coordinate;
import org.wangge.demo.StreetEnds.End;

/**
 * Cuts plots into street blocks: a street across the longer way, again and again until the blocks
 * are as small as the place wants. Streets follow the grain of the plot, bend with the land, and go
 * on from streets across the way where they can; otherwise they end in a T.
 */
final class Subdivision {
  private static final int TRIES = 6;
  private static final double SHORTEST_METRES = 10;
  private static final double THIN_MEDIAN_METRES = 25;

  private final Places places;
  private final Parks parks;
  private final Noise noise;
  private final StreetNames names;
  private final SplittableRandom random;
  private final StreetEnds ends = new StreetEnds();
  private final List<StreetLine> streets = new ArrayList<>();
  private final List<Plot> blocks = new ArrayList<>();

  Subdivision(Places places, Parks parks, Noise noise, StreetNames names, SplittableRandom random) {
    this.places = places;
    this.parks = parks;
    this.noise = noise;
    this.names = names;
    this.random = random;
  }

  List<StreetLine> streets() {
    return streets;
  }

  /** The blocks that came out, medians among them. */
  List<Plot> blocks() {
    return blocks;
  }

  /** Largest first, so that long streets are there before the lanes that end on them. */
  void divide(List<Plot> plots) {
    Deque<Plot> queue = new ArrayDeque<>(plots);
    while (!queue.isEmpty()) {
      Plot plot = queue.poll();
      List<Plot> halves = isBigEnough(plot) ? cut(plot) : List.of();
      if (halves.isEmpty()) {
        blocks.add(plot);
      } else {
        queue.addAll(halves);
      }
    }
  }

  private boolean isBigEnough(Plot plot) {
    double area = plot.signedArea();
    boolean median = 2 * area / plot.perimeter() < THIN_MEDIAN_METRES;
    double wanted = places.blockArea(plot.centroid());
    boolean big = area > wanted * (1.35 + 0.7 * random.nextDouble());
    return big && !median && !parks.forbidCut(plot);
  }

  /** A cut being judged: lower is better. */
  private record Candidate(Chord chord, List<Coordinate> path, double badness) {}

  private List<Plot> cut(Plot plot) {
    Candidate best = null;
    for (int i = 0; i < TRIES; i++) {
      Candidate candidate = candidate(plot, i);
      if (candidate != null && (best == null || candidate.badness < best.badness)) {
        best = candidate;
      }
    }
    if (best == null || best.badness > 3) {
      return List.of();
    }
    build(plot, best);
    return best.chord.cut(plot, best.path);
  }

  private @Nullable Candidate candidate(Plot plot, int attempt) {
    double spread = 0.10 + 0.05 * attempt;
    double share = 0.5 + spread * (2 * random.nextDouble() - 1);
    Chord chord = Chord.through(plot, crossing(plot, share), crossingAngle(plot));
    if (chord == null) {
      return null;
    }
    double reach = 0.30 * Math.sqrt(places.blockArea(plot.centroid()));
    Chord snapped = snap(plot, chord, reach);
    List<Coordinate> path = bend(plot, snapped);
    return path.isEmpty() || snapped.length() < SHORTEST_METRES
        ? null
        : new Candidate(snapped, path, badness(plot, snapped, path, share));
  }

  /** A place on the long axis of the plot. */
  private static Coordinate crossing(Plot plot, double share) {
    double axis = longAxis(plot);
    double[] extent = plot.extent(axis);
    Coordinate centre = plot.centroid();
    double along =
        extent[0]
            + share * (extent[1] - extent[0])
            - centre.x * Math.cos(axis)
            - centre.y * Math.sin(axis);
    return new Coordinate(centre.x + along * Math.cos(axis), centre.y + along * Math.sin(axis));
  }

  private double crossingAngle(Plot plot) {
    double sway = 0.05 + 0.28 * (1 - places.urbanity(plot.centroid()));
    return longAxis(plot) + Math.PI / 2 + sway * (2 * random.nextDouble() - 1) * 0.6;
  }

  private static double longAxis(Plot plot) {
    double grain = plot.grain();
    double[] a = plot.extent(grain);
    double[] b = plot.extent(grain + Math.PI / 2);
    return a[1] - a[0] >= b[1] - b[0] ? grain : grain + Math.PI / 2;
  }

  private Chord snap(Plot plot, Chord chord, double reach) {
    Coordinate from = snapEnd(plot, chord.from(), chord.fromSide(), reach);
    Coordinate to = snapEnd(plot, chord.to(), chord.toSide(), reach);
    return chord.withFrom(from).withTo(to);
  }

  /**
   * Another street's end nearby on the same side of the plot; the place itself when there is none.
   */
  private Coordinate snapEnd(Plot plot, Coordinate place, int side, double reach) {
    Coordinate a = plot.vertex(side);
    Coordinate b = plot.vertex(side + 1);
    Coordinate best = place;
    double nearest = reach;
    for (End end : ends.near(place, reach)) {
      double distance = end.place().distance(place);
      if (distance < nearest && Distance.pointToSegment(end.place(), a, b) < 0.002) {
        nearest = distance;
        best = end.place();
      }
    }
    return best;
  }

  /**
   * The chord bent with the land; straight where a bent one would leave the plot; empty when that
   * leaves it too.
   */
  private List<Coordinate> bend(Plot plot, Chord chord) {
    double wild = 1 - places.urbanity(plot.centroid());
    double amplitude = chord.length() * (0.012 + 0.16 * wild * wild);
    for (int i = 0; i < 3; i++) {
      List<Coordinate> path = path(chord, i == 2 ? 0 : amplitude / (1 + 2 * i), 45 + 45 * wild);
      if (Inside.isWithin(plot, chord, path)) {
        return path;
      }
    }
    return List.of();
  }

  private List<Coordinate> path(Chord chord, double amplitude, double step) {
    List<Coordinate> path = new ArrayList<>();
    int pieces = amplitude < 1.5 ? 1 : (int) Math.max(2, Math.round(chord.length() / step));
    for (int i = 0; i <= pieces; i++) {
      double t = (double) i / pieces;
      double x = chord.from().x + t * (chord.to().x - chord.from().x);
      double y = chord.from().y + t * (chord.to().y - chord.from().y);
      double strength = i == 0 || i == pieces ? 0 : amplitude * Math.sin(Math.PI * t);
      double wave = Math.max(250, chord.length() * 0.7);
      path.add(
          Curves.rounded(
              new Coordinate(
                  x + strength * noise.at(x, y, wave),
                  y + strength * noise.at(x + 5_555, y, wave))));
    }
    return path;
  }

  private double badness(Plot plot, Chord chord, List<Coordinate> path, double share) {
    double size = Math.sqrt(places.blockArea(plot.centroid()));
    double badness = 2 * Math.abs(share - 0.5) + random.nextDouble() * 0.2;
    for (Plot half : chord.cut(plot, path)) {
      double area = half.signedArea();
      badness += area < 0.2 * plot.signedArea() ? 2 : 0;
      badness += area < 0.3 * size * size ? 4 : 0;
      badness += Math.max(0, 0.45 - half.roundness()) * 3;
    }
    badness +=
        crowding(plot, chord.from(), chord.fromSide(), size)
            + crowding(plot, chord.to(), chord.toSide(), size);
    return badness;
  }

  /** Junctions just beside a corner are ugly; going on from a street across the way is good. */
  private double crowding(Plot plot, Coordinate place, int side, double size) {
    double corner =
        Math.min(place.distance(plot.vertex(side)), place.distance(plot.vertex(side + 1)));
    boolean goesOn = !ends.near(place, 0.001).isEmpty();
    boolean crowded =
        ends.near(place, 0.18 * size).stream().anyMatch(end -> end.place().distance(place) > 0.01);
    return (goesOn ? -0.25 : 0)
        + (crowded ? 0.8 : 0)
        + (corner > 0 && corner < 0.04 * size ? 0.5 : 0);
  }

  private void build(Plot plot, Candidate cut) {
    double area = plot.signedArea();
    Coordinate first = cut.path.get(0);
    Coordinate last = cut.path.get(cut.path.size() - 1);
    double leaving = angle(cut.path.get(1), first);
    double arriving = angle(cut.path.get(cut.path.size() - 2), last);
    StreetLine street =
        names.street(
            area,
            places.urbanity(plot.centroid()),
            continued(first, leaving),
            continued(last, arriving));
    StreetLine line = street.with(cut.path);
    streets.add(line);
    ends.add(new End(first, leaving, line));
    ends.add(new End(last, arriving, line));
  }

  private static double angle(Coordinate a, Coordinate b) {
    return Math.atan2(b.y - a.y, b.x - a.x);
  }

  /** The street that arrives here from the other side, nearly straight ahead. */
  private @Nullable StreetLine continued(Coordinate place, double arriving) {
    for (End end : ends.near(place, 0.001)) {
      if (Math.cos(end.angle() - arriving) < -0.8) {
        return end.street();
      }
    }
    return null;
  }
}
