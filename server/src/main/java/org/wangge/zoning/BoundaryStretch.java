package org.wangge.zoning;

import org.wangge.fabric.ArcClass;

/**
 * A run of border along one line, as long as it keeps its name: a street with all its bends, a
 * river, a piece of nameless lane up to its next corner.
 *
 * @param halfEdges in the order in which one walks them, clockwise around what the border encloses
 * @param name of the line, "" when it has none
 * @param arcClass what it is on most of its length
 * @param level the highest unit that ends here
 * @param lengthMetres along the line
 */
public record BoundaryStretch(
    int[] halfEdges, String name, ArcClass arcClass, Level level, double lengthMetres) {

  /** Whether the line has a name. */
  public boolean isNamed() {
    return !name.isEmpty();
  }
}
