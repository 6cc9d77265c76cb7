package org.wangge.fabric;

/**
 * Segments that meet only at their ends, with no two between the same two places. Each knows which
 * input segments run along it. A plain value of arrays that are not to be changed.
 *
 * @param nodeX millimetres east per node
 * @param nodeY millimetres north per node
 * @param from node at which each segment starts
 * @param to node at which each segment ends, never equal to from
 * @param useStart where the uses of each segment start; one more entry than segments
 * @param uses {@code 2 * input} for an input segment that runs along it from → to, {@code 2 * input
 *     + 1} for one that runs the other way
 * @param rounds how many rounds of rounding it took until nothing moved
 */
public record NodedSegments(
    long[] nodeX, long[] nodeY, int[] from, int[] to, int[] useStart, int[] uses, int rounds) {

  public int nodeCount() {
    return nodeX.length;
  }

  public int count() {
    return from.length;
  }
}
