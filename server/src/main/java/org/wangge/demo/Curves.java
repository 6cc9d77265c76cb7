package org.wangge.demo;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/** Makes natural lines out of a few drawn points. */
final class Curves {
  private Curves() {}

  /** A curve through all points (Catmull–Rom), with a point about every step. */
  static List<Coordinate> through(List<Coordinate> points, double step) {
    List<Coordinate> curve = new ArrayList<>();
    for (int i = 0; i + 1 < points.size(); i++) {
      Coordinate before = points.get(Math.max(0, i - 1));
      Coordinate after = points.get(Math.min(points.size() - 1, i + 2));
      addPiece(curve, before, points.get(i), points.get(i + 1), after, step);
    }
    curve.add(points.get(points.size() - 1).copy());
    return curve;
  }

  /** A closed curve through all points; the first point is repeated at the end. */
  static List<Coordinate> around(List<Coordinate> points, double step) {
    int n = points.size();
    List<Coordinate> curve = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      addPiece(
          curve,
          points.get((i + n - 1) % n),
          points.get(i),
          points.get((i + 1) % n),
          points.get((i + 2) % n),
          step);
    }
    curve.add(curve.get(0).copy());
    return curve;
  }

  private static void addPiece(
      List<Coordinate> curve, Coordinate p, Coordinate a, Coordinate b, Coordinate q, double step) {
    int count = (int) Math.max(1, Math.round(a.distance(b) / step));
    for (int k = 0; k < count; k++) {
      double t = (double) k / count;
      curve.add(new Coordinate(spline(p.x, a.x, b.x, q.x, t), spline(p.y, a.y, b.y, q.y, t)));
    }
  }

  private static double spline(double p, double a, double b, double q, double t) {
    return a + t * ((b - p) + t * ((2 * p - 5 * a + 4 * b - q) + t * (3 * (a - b) + q - p))) / 2;
  }

  /** The curve shaken by a smooth landscape: never more than the amplitude, neighbours alike. */
  static List<Coordinate> shake(
      List<Coordinate> curve, Noise noise, double amplitude, double wavelength) {
    List<Coordinate> shaken = new ArrayList<>();
    for (Coordinate c : curve) {
      double dx = noise.at(c.x, c.y, wavelength);
      double dy = noise.at(c.x + 7_777, c.y - 3_333, wavelength);
      shaken.add(new Coordinate(c.x + amplitude * dx, c.y + amplitude * dy));
    }
    return shaken;
  }

  /** A line beside the curve: to its left for a positive distance. */
  static List<Coordinate> beside(List<Coordinate> curve, double distance) {
    List<Coordinate> side = new ArrayList<>();
    for (int i = 0; i < curve.size(); i++) {
      Coordinate a = curve.get(Math.max(0, i - 1));
      Coordinate b = curve.get(Math.min(curve.size() - 1, i + 1));
      double length = Math.max(a.distance(b), 1e-9);
      Coordinate c = curve.get(i);
      side.add(
          new Coordinate(
              c.x - (b.y - a.y) / length * distance, c.y + (b.x - a.x) / length * distance));
    }
    return side;
  }

  static double rounded(double metres) {
    return Math.rint(metres * 1000) / 1000;
  }

  static Coordinate rounded(Coordinate c) {
    return new Coordinate(rounded(c.x), rounded(c.y));
  }
}
