package org.wangge.cases;

import java.util.function.IntToDoubleFunction;

/**
 * Reads a surface given on lattice nodes at the centres of pixels: cubic (Catmull–Rom) between
 * nodes, 0 off the lattice.
 */
final class Resampling {
  private final int[] first;
  private final float[][] weights;

  /**
   * One axis: for every pixel the first of its four nodes (−1 off the lattice) and their weights.
   */
  private Resampling(int pixels, int nodes, IntToDoubleFunction nodeOfPixel) {
    first = new int[pixels];
    weights = new float[pixels][];
    for (int pixel = 0; pixel < pixels; pixel++) {
      double at = nodeOfPixel.applyAsDouble(pixel);
      int left = (int) Math.floor(at);
      first[pixel] = left >= 1 && left + 2 < nodes ? left - 1 : -1;
      weights[pixel] = cubic(at - left);
    }
  }

  /** Values at pixel centres, row by row from the north-west. */
  static float[] sample(Lattice lattice, float[] nodes, Viewport view) {
    Resampling across =
        new Resampling(
            view.width(), lattice.columns(), c -> view.x(c) / lattice.step() - lattice.column());
    Resampling along =
        new Resampling(
            view.height(), lattice.rows(), r -> view.y(r) / lattice.step() - lattice.row());
    float[] pixels = new float[view.width() * view.height()];
    float[] line = new float[lattice.columns()];
    for (int row = 0; row < view.height(); row++) {
      if (along.first[row] >= 0) {
        along.blend(nodes, row, line);
        across.read(line, pixels, row * view.width());
      }
    }
    return pixels;
  }

  /** The node row that would lie at a pixel row. */
  private void blend(float[] nodes, int row, float[] line) {
    int at = first[row] * line.length;
    float[] w = weights[row];
    for (int i = 0; i < line.length; i++) {
      line[i] =
          w[0] * nodes[at + i]
              + w[1] * nodes[at + line.length + i]
              + w[2] * nodes[at + 2 * line.length + i]
              + w[3] * nodes[at + 3 * line.length + i];
    }
  }

  private void read(float[] line, float[] pixels, int to) {
    for (int c = 0; c < first.length; c++) {
      int at = first[c];
      if (at >= 0) {
        float[] w = weights[c];
        float value =
            w[0] * line[at] + w[1] * line[at + 1] + w[2] * line[at + 2] + w[3] * line[at + 3];
        pixels[to + c] = Math.max(0, value);
      }
    }
  }

  private static float[] cubic(double t) {
    double square = t * t;
    double cube = square * t;
    return new float[] {
      (float) (-0.5 * cube + square - 0.5 * t),
      (float) (1.5 * cube - 2.5 * square + 1),
      (float) (-1.5 * cube + 2 * square + 0.5 * t),
      (float) (0.5 * cube - 0.5 * square)
    };
  }
}
