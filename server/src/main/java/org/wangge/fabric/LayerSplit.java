package org.wangge.fabric;

import java.util.List;

/**
 * Lines that may bound, and lines that do not because of their layer.
 *
 * @param bounding lines to node
 * @param passing interior lines of reason LAYER
 * @param crossings places where lines of different layers pass without meeting
 */
record LayerSplit(List<BoundaryLine> bounding, List<InteriorLine> passing, int crossings) {

  /** Everything bounds. */
  static LayerSplit of(List<BoundaryLine> lines, FabricOptions options) {
    return new LayerSplit(lines, List.of(), 0);
  }
}
