package org.wangge.cases;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Limits between the classes of a choropleth or a legend: ascending, distinct, rounded so that
 * people can read them.
 */
final class ClassBreaks {
  private static final double[] SHARES_OF_TOP = {0.02, 0.05, 0.1, 0.2, 0.4, 0.7};

  private ClassBreaks() {}

  /**
   * At most {@code classes − 1} limits that put about as many of the positive values into each
   * class.
   */
  static List<Double> quantiles(double[] values, int classes) {
    double[] positive = Arrays.stream(values).filter(value -> value > 0).sorted().toArray();
    List<Double> breaks = new ArrayList<>();
    for (int i = 1; i < classes && positive.length > 0; i++) {
      addDistinct(breaks, rounded(positive[positive.length * i / classes]));
    }
    return breaks;
  }

  /** Limits that grow about twofold up to the top: for a surface with few high peaks. */
  static List<Double> upTo(double top) {
    List<Double> breaks = new ArrayList<>();
    for (double share : SHARES_OF_TOP) {
      addDistinct(breaks, rounded(top * share));
    }
    return breaks;
  }

  private static void addDistinct(List<Double> breaks, double limit) {
    if (limit > 0 && (breaks.isEmpty() || breaks.get(breaks.size() - 1) < limit)) {
      breaks.add(limit);
    }
  }

  /** Two significant digits. */
  private static double rounded(double value) {
    return new BigDecimal(value).round(new MathContext(2, RoundingMode.HALF_UP)).doubleValue();
  }
}
