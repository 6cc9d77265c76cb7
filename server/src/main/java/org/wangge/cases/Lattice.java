package org.wangge.cases;

import java.util.Optional;

/**
 * The nodes on which density is worked out: multiples of a step that is a power of two of a Web
 * Mercator unit, whatever the viewport, so that panning and zooming show the same surface and never
 * a swimming one.
 *
 * @param step node spacing, Web Mercator metres
 * @param column index of the first node column (its easting is column × step)
 * @param row index of the first node row (its northing is row × step); rows go north
 * @param columns node columns
 * @param rows node rows
 */
record Lattice(double step, long column, long row, int columns, int rows) {
  /**
   * Nodes per bandwidth at least: the error of the surface between nodes falls with its fourth
   * power.
   */
  private static final double NODES_PER_BANDWIDTH = 2;

  /**
   * Above this many nodes the step is doubled: a picture of a district in tenths of a second, not a
   * proof.
   */
  private static final long MAXIMUM_NODES = 1_500_000;

  /** How many bandwidths away a case is still felt. */
  static final double REACH = 4;

  /**
   * The nodes a viewport needs; none when no case can be felt in it. Bounds are {west, south, east,
   * north} of the cases.
   */
  static Optional<Lattice> under(Viewport view, double[] bounds, double bandwidthMetres) {
    double reach = REACH * unitsAt(bounds, bandwidthMetres) * 1.05;
    double west = Math.max(view.west(), bounds[0] - reach);
    double east = Math.min(view.east(), bounds[2] + reach);
    double south = Math.max(view.south(), bounds[1] - reach);
    double north = Math.min(view.north(), bounds[3] + reach);
    return west >= east || south >= north
        ? Optional.empty()
        : Optional.of(fit(firstStep(unitsAt(bounds, bandwidthMetres)), west, south, east, north));
  }

  /** The nodes over all cases; none when there are none. */
  static Optional<Lattice> over(double[] bounds, double bandwidthMetres) {
    return bounds[0] > bounds[2]
        ? Optional.empty()
        : Optional.of(
            fit(
                firstStep(unitsAt(bounds, bandwidthMetres)),
                bounds[0],
                bounds[1],
                bounds[2],
                bounds[3]));
  }

  /**
   * The bandwidth in Web Mercator metres in the middle of the cases, whatever the viewport: the
   * step must not jump.
   */
  private static double unitsAt(double[] bounds, double bandwidthMetres) {
    return bandwidthMetres / Mercator.groundMetresNorth((bounds[1] + bounds[3]) / 2);
  }

  private static double firstStep(double bandwidth) {
    return Math.scalb(
        1.0, (int) Math.floor(Math.log(bandwidth / NODES_PER_BANDWIDTH) / Math.log(2)));
  }

  private static Lattice fit(double step, double west, double south, double east, double north) {
    Lattice lattice = covering(step, west, south, east, north);
    return (long) lattice.columns * lattice.rows > MAXIMUM_NODES
        ? fit(step * 2, west, south, east, north)
        : lattice;
  }

  /** One node beyond the box on each side and another one: what cubic interpolation needs. */
  private static Lattice covering(
      double step, double west, double south, double east, double north) {
    long column = (long) Math.floor(west / step) - 1;
    long row = (long) Math.floor(south / step) - 1;
    int columns = (int) Math.min(1 << 20, (long) Math.ceil(east / step) + 2 - column);
    int rows = (int) Math.min(1 << 20, (long) Math.ceil(north / step) + 2 - row);
    return new Lattice(step, column, row, columns, rows);
  }

  double northing(int nodeRow) {
    return (row + nodeRow) * step;
  }

  /** The lattice with so many more nodes on every side. */
  Lattice grown(int margin) {
    return new Lattice(
        step, column - margin, row - margin, columns + 2 * margin, rows + 2 * margin);
  }
}
