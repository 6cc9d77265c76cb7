package org.wangge.topology;

import java.util.stream.IntStream;

/**
 * Pairs every segment with its opposite twin. In a layer without error every inner segment runs
 * once in each direction, and along the domain (whose rings run the other way round) too: nothing
 * is left over. What is left over is a set of closed walks around everything that does not fit.
 */
final class Cancelling {
  private Cancelling() {}

  /**
   * @param bands ring numbers that split the rings into bands matched each on its own first
   * @return array positions of the segments left over, rising
   */
  static int[] leftover(Rings rings, int[] bands, int threads) {
    int count = bands.length - 1;
    int[][] left = new int[count][];
    IntStream range = IntStream.range(0, count);
    (threads > 1 ? range.parallel() : range)
        .forEach(band -> left[band] = band(rings, bands[band], bands[band + 1]));
    return count == 1 ? left[0] : across(rings, left);
  }

  private static int[] band(Rings rings, int fromRing, int toRing) {
    TwinTable table = new TwinTable(rings.points, 1 << 12);
    for (int ring = fromRing; ring < toRing; ring++) {
      table.cancelRing(rings.start[ring], rings.end[ring]);
    }
    return table.waiting();
  }

  private static int[] across(Rings rings, int[][] left) {
    TwinTable table = new TwinTable(rings.points, 1 << 12);
    for (int[] positions : left) {
      for (int position : positions) {
        table.cancel(position);
      }
    }
    return table.waiting();
  }
}
