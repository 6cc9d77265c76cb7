package org.wangge.features;

import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.wangge.web.ProblemException;
import org.wangge.web.Query;

/**
 * Reads a bbox: four or six numbers (heights are passed over, nothing here has any) in the order of
 * the axes of its CRS. In degrees a box whose west lies east of its east crosses the antimeridian
 * and becomes two. A box in another CRS is replaced by the box in degrees around it.
 */
final class Boxes {
  private static final int STEPS = 32;
  private static final double HALF_TURN = 180;

  private Boxes() {}

  /**
   * @throws ProblemException 400 when the box has its corners in the wrong order
   */
  static List<Envelope> of(double[] numbers, ServedCrs crs) {
    int half = numbers.length / 2;
    int first = crs.form().swapped() ? 1 : 0;
    double west = numbers[first];
    double south = numbers[1 - first];
    double east = numbers[half + first];
    double north = numbers[half + 1 - first];
    if (south > north) {
      throw wrongOrder(numbers, "its south lies north of its north");
    }
    return isDegrees(crs)
        ? degrees(west, south, east, north)
        : List.of(around(numbers, crs, west, south, east, north));
  }

  private static boolean isDegrees(ServedCrs crs) {
    return crs.toLonLat() == org.wangge.web.CoordinateForm.Change.NONE;
  }

  private static List<Envelope> degrees(double west, double south, double east, double north) {
    return west <= east
        ? List.of(new Envelope(west, east, south, north))
        : List.of(
            new Envelope(west, HALF_TURN, south, north),
            new Envelope(-HALF_TURN, east, south, north));
  }

  private static Envelope around(
      double[] numbers, ServedCrs crs, double west, double south, double east, double north) {
    if (west > east) {
      throw wrongOrder(numbers, "its west lies east of its east");
    }
    double[] rim = rim(west, south, east, north);
    crs.toLonLat().apply(rim, rim.length / 2);
    Envelope box = new Envelope();
    for (int i = 0; i < rim.length; i += 2) {
      box.expandToInclude(rim[i], rim[i + 1]);
    }
    return box;
  }

  /** Points along the four sides: a straight side in metres is a curve in degrees. */
  private static double[] rim(double west, double south, double east, double north) {
    double[] rim = new double[8 * (STEPS + 1)];
    for (int i = 0; i <= STEPS; i++) {
      double x = west + (east - west) * i / STEPS;
      double y = south + (north - south) * i / STEPS;
      double[] four = {x, south, x, north, west, y, east, y};
      System.arraycopy(four, 0, rim, 8 * i, 8);
    }
    return rim;
  }

  private static ProblemException wrongOrder(double[] numbers, String what) {
    return Query.bad(
        "bbox",
        java.util.Arrays.toString(numbers),
        "is no box: " + what,
        "Give the lower corner first, in the order of the axes of bbox-crs.");
  }
}
