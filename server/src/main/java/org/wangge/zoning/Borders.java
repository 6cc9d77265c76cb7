package org.wangge.zoning;

import java.util.Arrays;

/**
 * Zones while they are being improved: who has which block, how loads stand to targets, and the
 * price of it all. The price is what refinement lowers: squared deviations in tenths of the target
 * plus the cost of the borders.
 */
final class Borders {
  private static final double BORDER_SHARE = 3;

  final BlockGraph graph;
  final int[] zone;
  final double[] target;
  final double[] load;
  final int[] size;
  private final double borderUnit;
  private final int[] seen;
  private final int[] queue;
  private int stamp;

  Borders(BlockGraph graph, int[] zone, double[] target, double compactness) {
    this.graph = graph;
    this.zone = zone;
    this.target = target;
    this.load = new double[target.length];
    this.size = new int[target.length];
    this.seen = new int[zone.length];
    this.queue = new int[zone.length];
    for (int b = 0; b < zone.length; b++) {
      if (zone[b] >= 0) {
        load[zone[b]] += graph.load()[b];
        size[zone[b]]++;
      }
    }
    this.borderUnit =
        compactness * BORDER_SHARE * target.length / Math.max(2 * totalBorder(), 1e-9);
  }

  private double totalBorder() {
    double sum = 0;
    for (int b = 0; b < zone.length; b++) {
      for (int e = graph.start()[b]; e < graph.start()[b + 1]; e++) {
        sum += zone[b] != zone[graph.neighbour()[e]] ? graph.cost(e) / 2 : 0;
      }
    }
    return sum;
  }

  double deviation(int z) {
    return load[z] / target[z] - 1;
  }

  private double misfit(int z, double change) {
    double tenths = 10 * ((load[z] + change) / target[z] - 1);
    return tenths * tenths;
  }

  /** By how much the price falls when a block goes to another zone; negative when it rises. */
  double gain(int block, int to) {
    double moved = graph.load()[block];
    int from = zone[block];
    double balance = misfit(from, 0) + misfit(to, 0) - misfit(from, -moved) - misfit(to, moved);
    return balance + borderUnit * (border(block, to) - border(block, from));
  }

  private double border(int block, int z) {
    double sum = 0;
    for (int e = graph.start()[block]; e < graph.start()[block + 1]; e++) {
      sum += zone[graph.neighbour()[e]] == z ? graph.cost(e) : 0;
    }
    return sum;
  }

  /** Price of two zones and the border between them. */
  double price(int a, int b, int[] blocks) {
    double between = 0;
    for (int block : blocks) {
      between += zone[block] == a ? border(block, b) : 0;
    }
    return misfit(a, 0) + misfit(b, 0) + borderUnit * between;
  }

  void move(int block, int to) {
    int from = zone[block];
    load[from] -= graph.load()[block];
    size[from]--;
    zone[block] = to;
    load[to] += graph.load()[block];
    size[to]++;
  }

  /** Whether the zone of this block stays in one piece without it. */
  boolean canLeave(int block) {
    int z = zone[block];
    if (size[z] < 2) {
      return false;
    }
    int first = -1;
    int wanted = 0;
    stamp += 2;
    seen[block] = stamp;
    for (int e = graph.start()[block]; e < graph.start()[block + 1]; e++) {
      int other = graph.neighbour()[e];
      if (zone[other] == z && other != block && seen[other] < stamp - 1) {
        seen[other] = stamp - 1;
        wanted++;
        first = first < 0 ? other : first;
      }
    }
    return wanted <= 1 || reach(first, z, wanted);
  }

  /** Spreads from a block through its zone until the wanted number of marked blocks is met. */
  private boolean reach(int first, int z, int wanted) {
    int met = seen[first] == stamp - 1 ? 1 : 0;
    seen[first] = stamp;
    queue[0] = first;
    int end = 1;
    for (int i = 0; i < end && met < wanted; i++) {
      for (int e = graph.start()[queue[i]]; e < graph.start()[queue[i] + 1]; e++) {
        int other = graph.neighbour()[e];
        if (zone[other] == z && seen[other] < stamp) {
          met += seen[other] == stamp - 1 ? 1 : 0;
          seen[other] = stamp;
          queue[end++] = other;
        }
      }
    }
    return met == wanted;
  }

  /** Whether all blocks of a zone hang together. */
  boolean connected(int[] blocks) {
    if (blocks.length == 0) {
      return true;
    }
    stamp += 2;
    for (int block : blocks) {
      seen[block] = stamp - 1;
    }
    return reach(blocks[0], zone[blocks[0]], blocks.length);
  }

  int[] blocks(int z) {
    int[] found = new int[size[z]];
    int count = 0;
    for (int b = 0; b < zone.length && count < found.length; b++) {
      if (zone[b] == z) {
        found[count++] = b;
      }
    }
    return found;
  }

  int[] neighbours(int z, int[] blocks) {
    return Arrays.stream(blocks)
        .flatMap(b -> Arrays.stream(graph.neighbour(), graph.start()[b], graph.start()[b + 1]))
        .map(b -> zone[b])
        .filter(other -> other >= 0 && other != z)
        .distinct()
        .sorted()
        .toArray();
  }
}
