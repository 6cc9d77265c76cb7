package org.wangge.topology;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Groups pieces of ground that touch, directly or through others. */
final class Touching {
  private final int[] leader;

  private Touching(int count) {
    leader = IntStream.range(0, count).toArray();
  }

  static List<List<Atom>> groups(List<Atom> atoms) {
    Touching touching = new Touching(atoms.size());
    Map<Integer, Integer> atomAt = new HashMap<>();
    for (int i = 0; i < atoms.size(); i++) {
      for (int node : atoms.get(i).nodes()) {
        Integer other = atomAt.putIfAbsent(node, i);
        if (other != null) {
          touching.leader[touching.find(i)] = touching.find(other);
        }
      }
    }
    Map<Integer, List<Atom>> groups = new LinkedHashMap<>();
    for (int i = 0; i < atoms.size(); i++) {
      groups.computeIfAbsent(touching.find(i), key -> new ArrayList<>()).add(atoms.get(i));
    }
    return List.copyOf(groups.values());
  }

  private int find(int member) {
    int at = member;
    while (leader[at] != at) {
      leader[at] = leader[leader[at]];
      at = leader[at];
    }
    return at;
  }
}
