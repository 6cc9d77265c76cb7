package org.wangge.documents;

import org.locationtech.jts.geom.Envelope;

/**
 * Where a map lies on its page: a box in points, and the ground that is in its middle, at a scale
 * with a round ratio.
 *
 * @param denominator of the ratio 1:n
 */
record MapFrame(
    double left,
    double bottom,
    double width,
    double height,
    double middleX,
    double middleY,
    double denominator) {

  private static final double POINTS_PER_METRE = 72 / 0.0254;
  private static final double[] ROUND = {
    1, 1.1, 1.2, 1.3, 1.4, 1.5, 1.6, 1.8, 2, 2.2, 2.5, 2.8, 3, 3.5, 4, 4.5, 5, 5.5, 6, 7, 8, 9
  };

  /** Share of the box that stays free around the ground. */
  private static final double AIR = 0.035;

  /** The greatest scale at which the ground fits. */
  static MapFrame around(Envelope ground, double left, double bottom, double width, double height) {
    double free = 1 - 2 * AIR;
    double least =
        POINTS_PER_METRE
            * Math.max(ground.getWidth() / (width * free), ground.getHeight() / (height * free));
    return new MapFrame(
        left, bottom, width, height, ground.centre().x, ground.centre().y, roundUp(least));
  }

  private static double roundUp(double least) {
    double power = Math.pow(10, Math.floor(Math.log10(Math.max(least, 100))));
    for (double step : ROUND) {
      if (step * power >= least * (1 - 1e-9)) {
        return step * power;
      }
    }
    return 10 * power;
  }

  double pointsPerMetre() {
    return POINTS_PER_METRE / denominator;
  }

  double x(double metres) {
    return left + width / 2 + (metres - middleX) * pointsPerMetre();
  }

  double y(double metres) {
    return bottom + height / 2 + (metres - middleY) * pointsPerMetre();
  }

  /** The ground that is seen. */
  Envelope ground() {
    double halfWidth = width / 2 / pointsPerMetre();
    double halfHeight = height / 2 / pointsPerMetre();
    return new Envelope(
        middleX - halfWidth, middleX + halfWidth, middleY - halfHeight, middleY + halfHeight);
  }

  /** A round number of metres that takes up to so many points. */
  double roundMetres(double points) {
    double most = points / pointsPerMetre();
    double power = Math.pow(10, Math.floor(Math.log10(most)));
    return most >= 5 * power ? 5 * power : most >= 2 * power ? 2 * power : power;
  }
}
