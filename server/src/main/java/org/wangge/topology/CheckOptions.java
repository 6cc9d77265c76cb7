package org.wangge.topology;

/**
 * How strictly to look.
 *
 * @param gridMetres coordinates are rounded to multiples of this; vertices that round to the same
 *     multiple are the same vertex. Made coarser by powers of ten until the layer is less than 2³⁰
 *     steps wide: 0.01 mm up to 10 km, 0.1 mm up to 107 km, 1 mm up to 1 073 km
 * @param toleranceMetres ground thinner than this is no finding of its own: it is counted, and
 *     reported as {@link FindingKind#MISMATCH} together with its border
 * @param sliverWidthMetres ground thinner than this is a {@link FindingKind#SLIVER}
 * @param outlineWidthMetres slivers along the domain outline up to this width are told as one
 *     mismatch of the outline when there are at least {@link #outlineSlivers()} of them and half of
 *     the outline's segments run along no polygon
 * @param outlineSlivers see above
 * @param duplicateShare share of the smaller polygon two polygons must have in common to be a
 *     {@link FindingKind#DUPLICATE}
 * @param apartShare share of unmatched segments from which a layer counts as digitised apart
 * @param threads how many threads may work on a large layer; the result does not depend on it
 */
public record CheckOptions(
    double gridMetres,
    double toleranceMetres,
    double sliverWidthMetres,
    double outlineWidthMetres,
    int outlineSlivers,
    double duplicateShare,
    double apartShare,
    int threads) {

  public CheckOptions {
    requirePositive(gridMetres, "gridMetres");
    requirePositive(toleranceMetres, "toleranceMetres");
    requirePositive(duplicateShare, "duplicateShare");
    requirePositive(apartShare, "apartShare");
    requirePositive(threads, "threads");
  }

  /** Grid of 0.01 mm where it fits, 5 mm tolerance, slivers below 5 cm, one thread. */
  public static CheckOptions defaults() {
    return new CheckOptions(0.00001, 0.005, 0.05, 0.5, 8, 0.95, 0.25, 1);
  }

  public CheckOptions withToleranceMetres(double metres) {
    return new CheckOptions(
        gridMetres,
        metres,
        Math.max(metres, sliverWidthMetres),
        Math.max(metres, outlineWidthMetres),
        outlineSlivers,
        duplicateShare,
        apartShare,
        threads);
  }

  public CheckOptions withSliverWidthMetres(double metres) {
    return new CheckOptions(
        gridMetres,
        toleranceMetres,
        metres,
        outlineWidthMetres,
        outlineSlivers,
        duplicateShare,
        apartShare,
        threads);
  }

  public CheckOptions withThreads(int count) {
    return new CheckOptions(
        gridMetres,
        toleranceMetres,
        sliverWidthMetres,
        outlineWidthMetres,
        outlineSlivers,
        duplicateShare,
        apartShare,
        count);
  }

  private static void requirePositive(double value, String name) {
    if (!(value > 0)) {
      throw new IllegalArgumentException(name + " must be positive, was " + value);
    }
  }
}
