package org.wangge.cases;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The summits of a heat picture: pixels not lower than their neighbours, highest first, each well
 * apart from higher ones.
 */
final class Peaks {
  private Peaks() {}

  /** Places {lon, lat} of the summits. */
  static List<double[]> of(HeatGrid heat, double apartMetres) {
    List<int[]> pixels = new ArrayList<>();
    for (int row = 1; row < heat.viewport().height() - 1; row++) {
      for (int column = 1; column < heat.viewport().width() - 1; column++) {
        if (isSummit(heat, column, row)) {
          pixels.add(new int[] {column, row});
        }
      }
    }
    pixels.sort(Comparator.comparingDouble(p -> -heat.at(p[0], p[1])));
    List<double[]> peaks = new ArrayList<>();
    for (int[] pixel : pixels) {
      double lon = Mercator.lon(heat.viewport().x(pixel[0]));
      double lat = Mercator.lat(heat.viewport().y(pixel[1]));
      if (peaks.stream().allMatch(p -> metres(p[0], p[1], lon, lat) > apartMetres)) {
        peaks.add(new double[] {lon, lat});
      }
    }
    return peaks;
  }

  private static boolean isSummit(HeatGrid heat, int column, int row) {
    float here = heat.at(column, row);
    boolean highest = here > 0;
    for (int d = 0; d < 9; d++) {
      highest &= here >= heat.at(column - 1 + d % 3, row - 1 + d / 3);
    }
    return highest;
  }

  static double metres(double lonA, double latA, double lonB, double latB) {
    double scale = Math.cos(Math.toRadians((latA + latB) / 2));
    return Math.hypot((lonA - lonB) * scale, latA - latB) * 111_200;
  }
}
