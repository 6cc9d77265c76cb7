package org.wangge.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.wangge.topology.OwnerSearch.Owned;

/** All wrongly covered ground of an arrangement. */
final class AtomCollector {
  private final Arrangement arrangement;
  private final FaceReader faces;
  private final OwnerSearch search;
  private final int domain;
  private final boolean hasDomain;
  private final List<Atom> atoms = new ArrayList<>();

  /**
   * @param domain the owner number of the domain
   * @param hasDomain whether there is one
   */
  AtomCollector(Arrangement arrangement, OwnerSearch search, int domain, boolean hasDomain) {
    this.arrangement = arrangement;
    this.faces = new FaceReader(arrangement);
    this.search = search;
    this.domain = domain;
    this.hasDomain = hasDomain;
  }

  List<Atom> collect() {
    for (int cycle = 0; cycle < arrangement.tracing.cycles(); cycle++) {
      int depth = arrangement.nesting.depth(cycle);
      if (depth != (hasDomain ? 0 : 1) && arrangement.tracing.doubleArea(cycle) > 0) {
        collect(cycle, depth);
      }
    }
    return atoms;
  }

  private void collect(int face, int depth) {
    List<int[]> cycles = faces.cycles(face);
    Ground ground = faces.ground(cycles);
    Sides sides = faces.sides(cycles);
    if (depth < (hasDomain ? 0 : 1)) {
      boolean atOutline = hasDomain && sides.beyond(domain) > 0;
      int[] around = sides.ownersBeyond(domain);
      atoms.add(
          new Atom(Cover.UNCOVERED, ground, around, sides, atOutline, () -> faces.nodes(cycles)));
    } else {
      addCovered(ground, sides, depth, () -> faces.nodes(cycles));
    }
  }

  private void addCovered(Ground ground, Sides sides, int depth, Supplier<int[]> nodes) {
    for (Owned owned : search.owned(ground, sides, depth)) {
      boolean whole = owned.ground() == ground;
      Sides along = whole ? sides : search.sides(owned);
      if (owned.owners().length > 1 || !owned.insideDomain()) {
        Cover cover = owned.owners().length > 1 ? Cover.DOUBLE : Cover.OUTSIDE;
        boolean atOutline = hasDomain && along.length(domain) > 0;
        Supplier<int[]> at = whole ? nodes : () -> new int[0];
        atoms.add(new Atom(cover, owned.ground(), owned.owners(), along, atOutline, at));
      }
    }
  }
}
