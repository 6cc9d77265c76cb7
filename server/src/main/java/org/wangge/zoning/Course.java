package org.wangge.zoning;

import org.wangge.fabric.Fabric;

/**
 * Which way one walks along a stretch, on its first and on its second half, as angles from the
 * east.
 */
record Course(double start, double end) {
  private static final double TURN = Math.toRadians(35);
  private static final double BEND = Math.toRadians(50);

  static Course of(Fabric fabric, BoundaryStretch stretch) {
    double[][] points = points(fabric, stretch);
    double[] first = points[0];
    double[] last = points[points.length - 1];
    double[] middle = middle(points, stretch.lengthMetres() * 500);
    return new Course(angle(first, middle), angle(middle, last));
  }

  private static double angle(double[] from, double[] to) {
    return Math.atan2(to[1] - from[1], to[0] - from[0]);
  }

  /** Where half of the way is behind. */
  private static double[] middle(double[][] points, double half) {
    double left = half;
    int i = 1;
    while (i < points.length - 1 && left > distance(points, i)) {
      left -= distance(points, i);
      i++;
    }
    double share = Math.min(1, left / distance(points, i));
    return new double[] {
      points[i - 1][0] + share * (points[i][0] - points[i - 1][0]),
      points[i - 1][1] + share * (points[i][1] - points[i - 1][1])
    };
  }

  private static double distance(double[][] points, int i) {
    return Math.hypot(points[i][0] - points[i - 1][0], points[i][1] - points[i - 1][1]);
  }

  private static double[][] points(Fabric fabric, BoundaryStretch stretch) {
    int[] walk = stretch.halfEdges();
    int count = 1;
    for (int h : walk) {
      count += fabric.pointCount(h >> 1) - 1;
    }
    double[][] points = new double[count][];
    int at = 0;
    for (int h : walk) {
      at = append(fabric, h, points, at);
    }
    int last = fabric.to(walk[walk.length - 1]);
    points[at] = new double[] {fabric.nodeX(last), fabric.nodeY(last)};
    return points;
  }

  private static int append(Fabric fabric, int h, double[][] points, int start) {
    int last = fabric.pointCount(h >> 1) - 1;
    for (int i = 0; i < last; i++) {
      int k = (h & 1) == 0 ? i : last - i;
      points[start + i] = new double[] {fabric.pointX(h >> 1, k), fabric.pointY(h >> 1, k)};
    }
    return start + last;
  }

  private static double between(double one, double other) {
    return Math.abs(Math.IEEEremainder(other - one, 2 * Math.PI));
  }

  /** Whether it goes another way than the one before ended. */
  boolean turnsFrom(Course before) {
    return between(before.end, start) > TURN;
  }

  /** 向东. */
  String heading() {
    return "向" + BoundaryWords.direction(start);
  }

  /** 、后转向南 when it bends, else nothing. */
  String bend() {
    return between(start, end) > BEND ? "、后转向" + BoundaryWords.direction(end) : "";
  }
}
