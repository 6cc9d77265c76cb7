package org.wangge.topology;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Areas of the polygons of a layer, in square steps. */
final class Areas {
  private static final int SAMPLE = 501;

  private final Rings rings;
  private final RingIndex index;
  private final int owners;

  Areas(Rings rings, RingIndex index, int owners) {
    this.rings = rings;
    this.index = index;
    this.owners = owners;
  }

  double of(int owner) {
    double sum = 0;
    for (int ring : index.ringsOf(owner)) {
      sum += RingTest.doubleArea(rings.points, rings.start[ring], rings.end[ring]) / 2;
    }
    return sum;
  }

  /** Median over at most some hundred polygons, evenly chosen; 0 when there are none. */
  double typical() {
    int stride = Math.max(1, owners / SAMPLE);
    double[] sample =
        IntStream.range(0, owners).filter(i -> i % stride == 0).mapToDouble(this::of).toArray();
    Arrays.sort(sample);
    return sample.length == 0 ? 0 : sample[sample.length / 2];
  }
}
