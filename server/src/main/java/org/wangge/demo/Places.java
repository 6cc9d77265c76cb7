package org.wangge.demo;

import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.algorithm.Distance;
import org.locationtech.jts.geom.Coordinate;

/**
 * How dense the district is built, from a few hand-placed hearts: blocks are small at a heart, grow
 * to its fringe and are fields beyond.
 */
final class Places {
  private static final double RURAL_HECTARES = 15;

  /** A heart: a point or a line with its block size and the distance to its fringe. */
  private record Heart(Coordinate[] metres, double hectares, double reachMetres) {}

  private final List<Heart> hearts;
  private final Noise noise;

  private Places(List<Heart> hearts, Noise noise) {
    this.hearts = hearts;
    this.noise = noise;
  }

  static Places load(Pen pen) {
    return new Places(
        Sketch.readLines("places.txt").stream().map(line -> heart(line, pen)).toList(),
        pen.noise());
  }

  private static Heart heart(String line, Pen pen) {
    String[] parts = line.split("\\|", -1);
    Coordinate[] points =
        Arrays.stream(parts[1].split(","))
            .map(Sketch::point)
            .map(pen::at)
            .toArray(Coordinate[]::new);
    return new Heart(points, Double.parseDouble(parts[2]), 1000 * Double.parseDouble(parts[3]));
  }

  /** How big a street block is here, in square metres. */
  double blockArea(Coordinate at) {
    double hectares = RURAL_HECTARES * Math.exp(0.45 * noise.at(at.x, at.y, 2_600));
    for (Heart heart : hearts) {
      hectares = Math.min(hectares, hectares(heart, at));
    }
    return hectares * 10_000;
  }

  /** 0 in the fields … 1 in the oldest streets. */
  double urbanity(Coordinate at) {
    double share =
        Math.log(RURAL_HECTARES * 10_000 / blockArea(at)) / Math.log(RURAL_HECTARES / 0.62);
    return Math.max(0, Math.min(1, share));
  }

  private static double hectares(Heart heart, Coordinate at) {
    double share = distance(heart.metres, at) / heart.reachMetres;
    double steep = share * share * (share < 1 ? 1 : share);
    return heart.hectares * Math.exp(steep * Math.log(RURAL_HECTARES / heart.hectares));
  }

  private static double distance(Coordinate[] line, Coordinate at) {
    return line.length == 1 ? line[0].distance(at) : Distance.pointToSegmentString(at, line);
  }
}
