package org.wangge.demo;

import java.util.List;
import java.util.Optional;
import org.locationtech.jts.algorithm.PointLocation;
import org.locationtech.jts.geom.Coordinate;

/** Ground that stays whole: parks, a campus, a station, works. Nobody lives there. */
final class Parks {

  /**
   * @param place where it is, metres
   */
  record Park(String name, double squareMetres, Coordinate place) {

    boolean isLake() {
      return name.endsWith("湖") || name.startsWith("雨湖") || name.startsWith("和平");
    }
  }

  private final List<Park> parks;

  private Parks(List<Park> parks) {
    this.parks = parks;
  }

  static Parks of(Sketch sketch, Pen pen) {
    return new Parks(
        sketch.ofKind("PARK").stream()
            .map(l -> new Park(l.name(), l.widthMetres() * 10_000, pen.at(l.kilometres().get(0))))
            .toList());
  }

  /** The park whose heart lies in the plot. */
  Optional<Park> findIn(Plot plot) {
    Coordinate[] ring = plot.closed();
    return parks.stream().filter(park -> PointLocation.isInRing(park.place, ring)).findFirst();
  }

  /** Whether cutting this plot would cut a park. */
  boolean forbidCut(Plot plot) {
    double area = plot.signedArea();
    return findIn(plot).filter(park -> area < 2.2 * park.squareMetres).isPresent();
  }
}
