package org.wangge.cases;

import java.util.Arrays;

/**
 * The Gaussian kernel in two one-dimensional passes, metres turned into nodes at every row's own
 * scale.
 */
final class Blur {
  /**
   * Sharing a count linearly between nodes widens it by this variance (in nodes²) on each axis:
   * taken off the kernel.
   */
  private static final double SHARING_VARIANCE = 1.0 / 6;

  private final Lattice lattice;
  private final double bandwidthMetres;
  private final int margin;

  private Blur(Lattice lattice, double bandwidthMetres, int margin) {
    this.lattice = lattice;
    this.bandwidthMetres = bandwidthMetres;
    this.margin = margin;
  }

  static Blur of(Lattice lattice, double bandwidthMetres) {
    double scale =
        Math.min(
            Mercator.groundMetresNorth(lattice.northing(0)),
            Mercator.groundMetresNorth(lattice.northing(lattice.rows() - 1)));
    double nodes = bandwidthMetres / (lattice.step() * scale);
    return new Blur(lattice, bandwidthMetres, (int) Math.ceil(Lattice.REACH * nodes * 1.02) + 1);
  }

  /**
   * How many nodes beyond the lattice are felt in it: the counts must be given for the lattice
   * grown by this.
   */
  int margin() {
    return margin;
  }

  /** Cases per km² at the nodes of the lattice, row by row from the south-west. */
  float[] density(float[] counts) {
    float[] rowsDone = eastwards(counts);
    float[] done = new float[lattice.columns() * lattice.rows()];
    float[] line = new float[lattice.columns()];
    for (int row = 0; row < lattice.rows(); row++) {
      northwards(rowsDone, row, line);
      System.arraycopy(line, 0, done, row * lattice.columns(), line.length);
    }
    return done;
  }

  private float[] eastwards(float[] counts) {
    int rows = lattice.rows() + 2 * margin;
    int wide = lattice.columns() + 2 * margin;
    float[] done = new float[lattice.columns() * rows];
    float[] in = new float[wide];
    float[] out = new float[lattice.columns()];
    for (int row = 0; row < rows; row++) {
      System.arraycopy(counts, row * wide, in, 0, wide);
      if (!isEmpty(in)) {
        eastwards(in, out, weights(Mercator.groundMetresEast(lattice.northing(row - margin))));
        System.arraycopy(out, 0, done, row * out.length, out.length);
      }
    }
    return done;
  }

  private void eastwards(float[] in, float[] out, float[] weights) {
    Arrays.fill(out, 0);
    addScaled(out, in, margin, in, margin, weights[0] / 2);
    for (int k = 1; k < weights.length; k++) {
      addScaled(out, in, margin - k, in, margin + k, weights[k]);
    }
  }

  private void northwards(float[] in, int row, float[] out) {
    double northing = lattice.northing(row);
    float[] weights = weights(Mercator.groundMetresNorth(northing));
    int width = lattice.columns();
    int middle = (row + margin) * width;
    Arrays.fill(out, 0);
    addScaled(out, in, middle, in, middle, weights[0] / 2);
    for (int k = 1; k < weights.length; k++) {
      addScaled(out, in, middle - k * width, in, middle + k * width, weights[k]);
    }
    scale(out, (float) (1e6 / cellSquareMetres(northing)));
  }

  private double cellSquareMetres(double northing) {
    return lattice.step()
        * lattice.step()
        * Mercator.groundMetresEast(northing)
        * Mercator.groundMetresNorth(northing);
  }

  /**
   * Half of the kernel in nodes: the weight at distance k at index k; both sides together sum to 1.
   */
  private float[] weights(double groundMetresPerUnit) {
    double nodes = bandwidthMetres / (lattice.step() * groundMetresPerUnit);
    double variance = Math.max(0.02, nodes * nodes - SHARING_VARIANCE);
    double[] half = new double[Math.min(margin, (int) Math.ceil(Lattice.REACH * nodes)) + 1];
    Arrays.setAll(half, k -> Math.exp(-k * (double) k / (2 * variance)));
    double sum = 2 * Arrays.stream(half).sum() - half[0];
    float[] weights = new float[half.length];
    for (int k = 0; k < half.length; k++) {
      weights[k] = (float) (half[k] / sum);
    }
    return weights;
  }

  /**
   * out[i] += weight × (a[i + aAt] + b[i + bAt]): the one loop that counts, kept plain so that it
   * is vectorised.
   */
  private static void addScaled(float[] out, float[] a, int aAt, float[] b, int bAt, float weight) {
    for (int i = 0; i < out.length; i++) {
      out[i] += weight * (a[i + aAt] + b[i + bAt]);
    }
  }

  private static void scale(float[] line, float by) {
    for (int i = 0; i < line.length; i++) {
      line[i] *= by;
    }
  }

  private static boolean isEmpty(float[] line) {
    for (float value : line) {
      if (value != 0) {
        return false;
      }
    }
    return true;
  }
}
