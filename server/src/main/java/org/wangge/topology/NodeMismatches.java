package org.wangge.topology;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * Finds vertices of one border that the other border passes without a vertex: the two borders run
 * together before and after, so there is no ground between them.
 */
final class NodeMismatches {
  private final Arrangement arrangement;
  private final Rings rings;
  private final int[] positions;
  private final GroundFindings findings;
  private final Set<Long> told = new HashSet<>();

  NodeMismatches(Arrangement arrangement, Rings rings, int[] positions, GroundFindings findings) {
    this.arrangement = arrangement;
    this.rings = rings;
    this.positions = positions;
    this.findings = findings;
  }

  void find() {
    int[] start = new int[arrangement.inputs() + 1];
    forEachUse((input, segment) -> start[input + 1]++);
    for (int i = 1; i < start.length; i++) {
      start[i] += start[i - 1];
    }
    int[] fill = start.clone();
    int[] segments = new int[start[start.length - 1]];
    forEachUse((input, segment) -> segments[fill[input]++] = segment);
    for (int input = 0; input < arrangement.inputs(); input++) {
      if (start[input + 1] - start[input] > 1 && arrangement.isLeftover(input)) {
        findWithin(input, Arrays.copyOfRange(segments, start[input], start[input + 1]));
      }
    }
  }

  private interface UseAction {
    void accept(int input, int segment);
  }

  private void forEachUse(UseAction action) {
    for (int e = 0; e < arrangement.noded.count(); e++) {
      for (int u = arrangement.noded.useStart()[e]; u < arrangement.noded.useStart()[e + 1]; u++) {
        action.accept(arrangement.noded.uses()[u] >> 1, e);
      }
    }
  }

  /** Looks at every node between two pieces of one input segment. */
  private void findWithin(int input, int[] pieces) {
    for (int i = 0; i < pieces.length; i++) {
      for (int j = 0; j < i; j++) {
        int node = commonNode(pieces[i], pieces[j]);
        if (node >= 0 && arrangement.net[pieces[i]] == 0 && arrangement.net[pieces[j]] == 0) {
          tell(input, node, pieces[i]);
        }
      }
    }
  }

  private int commonNode(int e, int f) {
    int[] from = arrangement.noded.from();
    int[] to = arrangement.noded.to();
    if (from[e] == from[f] || from[e] == to[f]) {
      return from[e];
    }
    return to[e] == from[f] || to[e] == to[f] ? to[e] : -1;
  }

  private void tell(int input, int node, int piece) {
    int owner = arrangement.owner(input);
    int[] start = arrangement.noded.useStart();
    for (int u = start[piece]; u < start[piece + 1]; u++) {
      int other = arrangement.owner(arrangement.noded.uses()[u] >> 1);
      if (other != owner) {
        int[] pair = {Math.min(owner, other), Math.max(owner, other)};
        if (told.add((long) node << 32 | Arrays.hashCode(pair))) {
          findings.addNode(pair, arrangement.point(node), offset(input, node));
        }
        return;
      }
    }
  }

  private double offset(int input, int node) {
    long at = arrangement.point(node);
    int position = positions[input];
    return Widest.distance(
        rings.points[position], rings.points[position + 1], Frame.x(at), Frame.y(at));
  }
}
