package org.wangge.territory;

import java.util.List;
import java.util.Set;
import org.wangge.fabric.Fabric;

/**
 * A plan somebody proposes to follow one that was published: drawn, not in force. What is not said
 * here (units, roles, buildings, exclusions) is that of the publication it stands on.
 *
 * <p>A grid with a code of the base is that grid, changed or not; a grid with another code is a new
 * one; a grid of the base whose code is missing is abolished.
 *
 * @param base number of the publication it was drawn on
 * @param fabric that of the base, or one in which some of its blocks are split
 * @param zone grid of each face of that fabric; total
 * @param grids in the order of the zones: {@code grids.get(z).zone() == z}
 * @param inPieces codes of the grids that may lie in several pieces: each a recorded exception
 */
public record Proposal(
    int base, Fabric fabric, int[] zone, List<Grid> grids, Set<String> inPieces) {

  public Proposal {
    grids = List.copyOf(grids);
    inPieces = Set.copyOf(inPieces);
  }
}
