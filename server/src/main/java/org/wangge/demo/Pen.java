package org.wangge.demo;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/**
 * Draws the sketch in metres.
 *
 * @param origin the middle of the district
 * @param metresPerKilometre near 1000: chosen so that the domain gets its known area
 * @param noise shakes every line a little
 */
record Pen(Coordinate origin, double metresPerKilometre, Noise noise) {
  private static final double WAVELENGTH_METRES = 900;

  Coordinate at(Coordinate kilometres) {
    return new Coordinate(
        origin.x + kilometres.x * metresPerKilometre, origin.y + kilometres.y * metresPerKilometre);
  }

  List<Coordinate> curve(List<Coordinate> kilometres, double step, double amplitude) {
    List<Coordinate> smooth = Curves.through(kilometres.stream().map(this::at).toList(), step);
    return round(Curves.shake(smooth, noise, amplitude, WAVELENGTH_METRES));
  }

  Polygon ring(List<Coordinate> kilometres, double step, double amplitude) {
    List<Coordinate> smooth = Curves.around(kilometres.stream().map(this::at).toList(), step);
    List<Coordinate> ring = round(Curves.shake(smooth, noise, amplitude, WAVELENGTH_METRES));
    return new GeometryFactory().createPolygon(ring.toArray(Coordinate[]::new));
  }

  static List<Coordinate> round(List<Coordinate> points) {
    return points.stream().map(Curves::rounded).toList();
  }
}
