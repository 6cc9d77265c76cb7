package org.wangge.exchange;

import java.util.Arrays;
import org.locationtech.jts.geom.Envelope;

/**
 * Tells data in GCJ-02 from data in WGS 84 by comparing boxes: a layer that should fill a known
 * place and sits shifted by the web-map offset fits much better once the offset is undone.
 */
final class OffsetGuess {
  private static final double CLEAR_IMPROVEMENT = 3;
  private static final double LEAST_OFFSET_DEGREES = 5e-4;

  private OffsetGuess() {}

  static boolean looksShifted(Envelope data, Envelope reference) {
    if (!Gcj02.covers(data.centre().x, data.centre().y)) {
      return false;
    }
    double asRead = misfit(data, reference);
    return asRead > LEAST_OFFSET_DEGREES
        && asRead > CLEAR_IMPROVEMENT * misfit(unshifted(data), reference);
  }

  private static Envelope unshifted(Envelope box) {
    double[] corners = {box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()};
    Gcj02.toWgs84().apply(corners, 2);
    return new Envelope(corners[0], corners[2], corners[1], corners[3]);
  }

  /**
   * How far apart equal sides are, in degrees. The worst side does not count: one grid that is
   * missing or astray at the edge moves it, and an offset moves all four.
   */
  private static double misfit(Envelope a, Envelope b) {
    double[] sides = {
      Math.abs(a.getMinX() - b.getMinX()),
      Math.abs(a.getMaxX() - b.getMaxX()),
      Math.abs(a.getMinY() - b.getMinY()),
      Math.abs(a.getMaxY() - b.getMaxY())
    };
    Arrays.sort(sides);
    return sides[2];
  }

  static String words() {
    return "the data looks shifted by the offset of Chinese web maps (GCJ-02): undoing it fits the"
        + " known place better; --from-gcj02 converts it";
  }
}
