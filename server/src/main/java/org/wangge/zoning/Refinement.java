package org.wangge.zoning;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Improves a division without ever breaking it: single blocks change to a neighbouring zone while
 * that lowers the price and keeps the zone they leave in one piece; two neighbours of which one
 * misses its target are parted anew.
 */
final class Refinement {
  private static final int PASSES = 12;
  private static final int ROUNDS = 3;
  private static final int TREES_PER_PAIR = 16;
  private static final double WORTH = 1e-6;

  private final Borders borders;
  private final int[] region;
  private final Bisection bisection;

  Refinement(
      BlockGraph graph, int[] region, int[] zone, double[] target, double compactness, long seed) {
    int[] local = new int[zone.length];
    Arrays.fill(local, -1);
    this.borders = new Borders(graph, zone, target, compactness);
    this.region = region;
    this.bisection =
        new Bisection(graph, zone, local, TREES_PER_PAIR, compactness, new SplittableRandom(seed));
  }

  void run() {
    moveBlocks();
    for (int round = 0; round < ROUNDS && recutPairs() > 0; round++) {
      moveBlocks();
    }
  }

  void moveBlocks() {
    int pass = 0;
    while (pass < PASSES && moveOnce() > 0) {
      pass++;
    }
  }

  private int moveOnce() {
    int moves = 0;
    for (int block = 0; block < region.length; block++) {
      int to = bestMove(block);
      if (to >= 0 && borders.canLeave(block)) {
        borders.move(block, to);
        moves++;
      }
    }
    return moves;
  }

  private int bestMove(int block) {
    BlockGraph graph = borders.graph;
    int best = -1;
    double bestGain = WORTH;
    for (int e = graph.start()[block]; e < graph.start()[block + 1]; e++) {
      int other = graph.neighbour()[e];
      int to = borders.zone[other];
      if (region[block] >= 0
          && region[other] == region[block]
          && to != borders.zone[block]
          && to != best) {
        double gain = borders.gain(block, to);
        if (gain > bestGain) {
          best = to;
          bestGain = gain;
        }
      }
    }
    return best;
  }

  private int recutPairs() {
    int changed = 0;
    for (int z : worstFirst()) {
      if (Math.abs(borders.deviation(z)) > ZoneNote.TOLERANCE && borders.size[z] > 0) {
        changed += recutWithBestNeighbour(z) ? 1 : 0;
      }
    }
    return changed;
  }

  private int[] worstFirst() {
    return IntStream.range(0, borders.target.length)
        .boxed()
        .sorted(
            (a, b) ->
                Double.compare(Math.abs(borders.deviation(b)), Math.abs(borders.deviation(a))))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private boolean recutWithBestNeighbour(int z) {
    int[] own = borders.blocks(z);
    for (int other : borders.neighbours(z, own)) {
      int[] others = borders.blocks(other);
      if (region[own[0]] == region[others[0]] && recut(z, own, other, others)) {
        return true;
      }
    }
    return false;
  }

  private boolean recut(int a, int[] blocksA, int b, int[] blocksB) {
    int[] both =
        IntStream.concat(Arrays.stream(blocksA), Arrays.stream(blocksB)).sorted().toArray();
    double before = borders.price(a, b, both);
    int[] old = Arrays.stream(both).map(block -> borders.zone[block]).toArray();
    bisection.divideInTwo(
        both, new double[] {borders.target[a], borders.target[b]}, new int[] {a, b});
    int[] fresh = Arrays.stream(both).map(block -> borders.zone[block]).toArray();
    put(both, old);
    move(both, fresh);
    boolean sound = borders.connected(borders.blocks(a)) && borders.connected(borders.blocks(b));
    if (sound
        && borders.size[a] > 0
        && borders.size[b] > 0
        && borders.price(a, b, both) < before - WORTH) {
      return true;
    }
    move(both, old);
    return false;
  }

  private void put(int[] blocks, int[] zones) {
    for (int i = 0; i < blocks.length; i++) {
      borders.zone[blocks[i]] = zones[i];
    }
  }

  private void move(int[] blocks, int[] zones) {
    for (int i = 0; i < blocks.length; i++) {
      if (borders.zone[blocks[i]] != zones[i]) {
        borders.move(blocks[i], zones[i]);
      }
    }
  }
}
