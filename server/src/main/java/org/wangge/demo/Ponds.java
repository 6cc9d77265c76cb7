package org.wangge.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.locationtech.jts.algorithm.Distance;
import org.locationtech.jts.algorithm.PointLocation;
import org.locationtech.jts.geom.Coordinate;
import org.wangge.fabric.ArcClass;

/** Ponds in the fields and lakes in the parks: islands of water inside one block. */
final class Ponds {
  private static final double SHORE_METRES = 14;
  private static final int ONE_IN = 26;
  private static final double FIELD_SQUARE_METRES = 60_000;
  private static final double LONGEST_RADIUS_METRES = 95;

  private final Parks parks;
  private final Noise noise;
  private final SplittableRandom random;

  Ponds(Parks parks, Noise noise, SplittableRandom random) {
    this.parks = parks;
    this.noise = noise;
    this.random = random;
  }

  /** Closed shore lines, named. */
  List<StreetLine> in(List<Plot> blocks) {
    List<StreetLine> shores = new ArrayList<>();
    for (Plot block : blocks) {
      String name = parks.findIn(block).filter(Parks.Park::isLake).map(Parks.Park::name).orElse("");
      boolean field = block.signedArea() > FIELD_SQUARE_METRES && block.roundness() > 0.5;
      if (!name.isEmpty() || (field && random.nextInt(ONE_IN) == 0)) {
        add(shores, block, name);
      }
    }
    return shores;
  }

  private void add(List<StreetLine> shores, Plot block, String park) {
    Coordinate centre = block.centroid();
    double room = room(block, centre);
    if (room > 3 * SHORE_METRES) {
      boolean lake = !park.isEmpty();
      double radius = lake ? 1.15 * room : Math.min(room * 0.7, LONGEST_RADIUS_METRES);
      List<Coordinate> ring = ring(block, centre, radius);
      if (ring.stream().allMatch(c -> room(block, c) > SHORE_METRES / 2)) {
        String name = lake ? park.replace("公园", "") + (park.contains("湖") ? "" : "湖") : "";
        shores.add(new StreetLine(ring, ArcClass.RIVER, name, 0));
      }
    }
  }

  private List<Coordinate> ring(Plot block, Coordinate centre, double radius) {
    List<Coordinate> ring = new ArrayList<>();
    double grain = block.grain();
    for (int i = 0; i < 22; i++) {
      double angle = 2 * Math.PI * i / 22;
      double x = Math.cos(angle);
      double y = Math.sin(angle);
      double r = radius * (0.72 + 0.28 * noise.at(centre.x + 90 * x, centre.y + 90 * y, 75));
      double flat = 0.75 * y;
      ring.add(
          Curves.rounded(
              new Coordinate(
                  centre.x + r * (x * Math.cos(grain) - flat * Math.sin(grain)),
                  centre.y + r * (x * Math.sin(grain) + flat * Math.cos(grain)))));
    }
    ring.add(ring.get(0).copy());
    return ring;
  }

  /** Distance to the edge of the block; negative outside. */
  private static double room(Plot block, Coordinate place) {
    Coordinate[] ring = block.closed();
    double distance = Distance.pointToSegmentString(place, ring);
    return PointLocation.isInRing(place, ring) ? distance : -distance;
  }
}
