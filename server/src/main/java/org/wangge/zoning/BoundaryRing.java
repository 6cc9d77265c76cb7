package org.wangge.zoning;

import java.util.List;

/**
 * One closed border, walked clockwise from its north-west corner on.
 *
 * @param hole whether it is the border around something that lies inside and does not belong
 * @param stretches in the order of the walk; the last one ends where the first begins
 */
public record BoundaryRing(boolean hole, List<BoundaryStretch> stretches) {

  public BoundaryRing {
    stretches = List.copyOf(stretches);
  }

  /** Metres all around. */
  public double lengthMetres() {
    return stretches.stream().mapToDouble(BoundaryStretch::lengthMetres).sum();
  }
}
