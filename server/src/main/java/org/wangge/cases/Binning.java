package org.wangge.cases;

/**
 * Puts cases on lattice nodes: each case is shared among the four nodes round it in proportion to
 * its nearness.
 */
final class Binning {
  private final CaseColumns columns;
  private final Selection selection;
  private final Lattice lattice;
  private final double nodesPerCentimetre;
  private final float[] counts;

  private Binning(CaseColumns columns, Selection selection, Lattice lattice) {
    this.columns = columns;
    this.selection = selection;
    this.lattice = lattice;
    this.nodesPerCentimetre = 0.01 / lattice.step();
    this.counts = new float[lattice.columns() * lattice.rows()];
  }

  /** Cases per node, row by row from the south-west. */
  static float[] count(CaseColumns columns, Selection selection, Lattice lattice) {
    Binning binning = new Binning(columns, selection, lattice);
    double centimetres = lattice.step() * 100;
    double west = lattice.column() * centimetres;
    double south = lattice.row() * centimetres;
    double east = west + lattice.columns() * centimetres;
    double north = south + lattice.rows() * centimetres;
    columns.runs(west, south, east, north, binning::add);
    return binning.counts;
  }

  private void add(int from, int to) {
    for (int i = from; i < to; i++) {
      if (selection.test(i)) {
        share(
            columns.xs[i] * nodesPerCentimetre - lattice.column(),
            columns.ys[i] * nodesPerCentimetre - lattice.row());
      }
    }
  }

  private void share(double x, double y) {
    int width = lattice.columns();
    if (!(x >= 0 && y >= 0 && x < width - 1 && y < lattice.rows() - 1)) {
      return;
    }
    int column = (int) x;
    int row = (int) y;
    float east = (float) (x - column);
    float north = (float) (y - row);
    int node = row * width + column;
    float upper = north * east;
    counts[node] += 1 - east - north + upper;
    counts[node + 1] += east - upper;
    counts[node + width] += north - upper;
    counts[node + width + 1] += upper;
  }
}
