package org.wangge.demo;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Shares out whole numbers so that nothing is lost. */
final class Shares {
  private Shares() {}

  /**
   * A total in proportion to weights, by largest remainders: sums to the total exactly. All zero
   * when all weights are.
   */
  static int[] of(int total, double[] weights) {
    double sum = Arrays.stream(weights).sum();
    int[] shares = new int[weights.length];
    if (sum <= 0) {
      return shares;
    }
    int given = 0;
    for (int i = 0; i < weights.length; i++) {
      shares[i] = (int) Math.floor(total * weights[i] / sum);
      given += shares[i];
    }
    double factor = total / sum;
    int[] order =
        IntStream.range(0, weights.length)
            .boxed()
            .sorted((a, b) -> Double.compare(rest(weights[b] * factor), rest(weights[a] * factor)))
            .mapToInt(Integer::intValue)
            .toArray();
    for (int i = 0; i < total - given; i++) {
      shares[order[i % order.length]]++;
    }
    return shares;
  }

  private static double rest(double value) {
    return value - Math.floor(value);
  }

  /** Like {@link #of}, each at least {@code least}. */
  static int[] atLeast(int least, int total, double[] weights) {
    int[] shares = of(total - least * weights.length, weights);
    return Arrays.stream(shares).map(share -> share + least).toArray();
  }
}
