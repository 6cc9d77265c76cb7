package org.wangge.demo;

import java.util.Arrays;
import org.wangge.zoning.BlockGraph;

/** Keeps labels in one piece each. */
final class Connected {
  private Connected() {}

  /**
   * Lets every label keep its biggest part; the other parts go to the neighbour with the longest
   * common border.
   */
  static void mend(BlockGraph graph, int[] label, int labels) {
    int[] part = parts(graph, label);
    boolean[] main = biggest(part, label, labels);
    for (int f = 0; f < label.length; f++) {
      if (label[f] >= 0 && !main[part[f]]) {
        label[f] = Integer.MAX_VALUE;
      }
    }
    fill(graph, label, Integer.MAX_VALUE);
  }

  /**
   * Gives blocks labelled {@code open} the label they share most border with, from the rim inwards.
   */
  static void fill(BlockGraph graph, int[] label, int open) {
    boolean changed = true;
    while (changed) {
      int[] next = label.clone();
      for (int f = 0; f < label.length; f++) {
        if (label[f] == open) {
          int to = longestBorder(graph, label, f, open);
          next[f] = to < 0 ? open : to;
        }
      }
      changed = !Arrays.equals(next, label);
      System.arraycopy(next, 0, label, 0, label.length);
    }
  }

  private static int longestBorder(BlockGraph graph, int[] label, int f, int open) {
    int best = -1;
    double longest = 0;
    for (int e = graph.start()[f]; e < graph.start()[f + 1]; e++) {
      int other = label[graph.neighbour()[e]];
      if (other >= 0 && other != open) {
        double border = border(graph, label, f, other);
        if (border > longest) {
          longest = border;
          best = other;
        }
      }
    }
    return best;
  }

  private static double border(BlockGraph graph, int[] label, int f, int with) {
    double sum = 0;
    for (int e = graph.start()[f]; e < graph.start()[f + 1]; e++) {
      sum += label[graph.neighbour()[e]] == with ? graph.lengthMetres()[e] : 0;
    }
    return sum;
  }

  /**
   * Number of the connected part each block lies in; blocks of different labels never share one.
   */
  static int[] parts(BlockGraph graph, int[] label) {
    int[] part = new int[label.length];
    Arrays.fill(part, -1);
    int[] queue = new int[label.length];
    int count = 0;
    for (int f = 0; f < label.length; f++) {
      if (part[f] < 0) {
        flood(graph, label, f, count++, part, queue);
      }
    }
    return part;
  }

  private static void flood(
      BlockGraph graph, int[] label, int from, int number, int[] part, int[] queue) {
    part[from] = number;
    queue[0] = from;
    int end = 1;
    for (int i = 0; i < end; i++) {
      for (int e = graph.start()[queue[i]]; e < graph.start()[queue[i] + 1]; e++) {
        int other = graph.neighbour()[e];
        if (part[other] < 0 && label[other] == label[from]) {
          part[other] = number;
          queue[end++] = other;
        }
      }
    }
  }

  private static boolean[] biggest(int[] part, int[] label, int labels) {
    int parts = Arrays.stream(part).max().orElse(-1) + 1;
    int[] size = new int[parts];
    int[] best = new int[labels];
    Arrays.fill(best, -1);
    for (int p : part) {
      size[p]++;
    }
    for (int f = 0; f < part.length; f++) {
      if (label[f] >= 0 && (best[label[f]] < 0 || size[part[f]] > size[best[label[f]]])) {
        best[label[f]] = part[f];
      }
    }
    boolean[] main = new boolean[parts];
    Arrays.stream(best).filter(p -> p >= 0).forEach(p -> main[p] = true);
    return main;
  }
}
