package org.wangge.zoning;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.wangge.fabric.Fabric;

/**
 * The graph a designer works on: blocks joined by the arcs they share, in compressed rows.
 *
 * <p>Row {@code b} holds entries {@code start[b] … start[b + 1] - 1}; every shared arc appears in
 * the rows of both its blocks, with the same length and weight. Two blocks that share several arcs
 * have several entries. Ground outside the domain is no block and has no entry. The arrays are not
 * copied and must not be changed.
 *
 * @param start first entry of every block, one more than there are blocks
 * @param neighbour the block across the arc
 * @param lengthMetres length of the arc
 * @param weight what a metre of grid line costs on this arc: below 1 on arterials, rivers and
 *     railways, 1 on a local street, above 1 where no street runs
 * @param load what is to be balanced, per block (households, or any other measure ≥ 0)
 */
public record BlockGraph(
    int[] start, int[] neighbour, double[] lengthMetres, double[] weight, double[] load) {

  public BlockGraph {
    require(start.length == load.length + 1, "start must have one entry more than load");
    require(
        neighbour.length == start[load.length],
        "neighbour must have as many entries as start says");
    require(lengthMetres.length == neighbour.length, "lengthMetres must match neighbour");
    require(weight.length == neighbour.length, "weight must match neighbour");
  }

  /**
   * The faces of a fabric as blocks, to be balanced by households; arcs weigh what their class
   * weighs.
   */
  public static BlockGraph of(Fabric fabric) {
    int n = fabric.faceCount();
    int entries = fabric.dualStart(n);
    int[] start = IntStream.rangeClosed(0, n).map(fabric::dualStart).toArray();
    int[] neighbour = IntStream.range(0, entries).map(fabric::dualFace).toArray();
    double[] length =
        IntStream.range(0, entries)
            .mapToDouble(e -> fabric.arcLengthMetres(fabric.dualArc(e)))
            .toArray();
    double[] weight =
        IntStream.range(0, entries)
            .mapToDouble(e -> fabric.arcClass(fabric.dualArc(e)).weight())
            .toArray();
    double[] load = IntStream.range(0, n).mapToDouble(fabric::households).toArray();
    return new BlockGraph(start, neighbour, length, weight, load);
  }

  public int blockCount() {
    return load.length;
  }

  /** What a zone border on this entry's arc costs. */
  double cost(int entry) {
    return lengthMetres[entry] * weight[entry];
  }

  /**
   * The same graph with strong streets preferred more (a power above 1) or less (below 1). Weights
   * are kept between 0.05 and 20.
   */
  public BlockGraph withContrast(double power) {
    double[] other =
        Arrays.stream(weight).map(w -> Math.min(20, Math.max(0.05, Math.pow(w, power)))).toArray();
    return new BlockGraph(start, neighbour, lengthMetres, other, load);
  }

  /** The same graph with something else to balance. */
  public BlockGraph withLoad(double[] other) {
    return new BlockGraph(start, neighbour, lengthMetres, weight, other);
  }

  private static void require(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException(message);
    }
  }
}
