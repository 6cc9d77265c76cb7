package org.wangge.fabric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.wangge.fabric.FabricOptions.LayerRule;

/**
 * Lines that may bound, and lines that do not because of their layer.
 *
 * @param bounding lines to node
 * @param passing interior lines of reason LAYER
 * @param crossings places where lines of different layers pass without meeting
 */
record LayerSplit(List<BoundaryLine> bounding, List<InteriorLine> passing, int crossings) {

  static LayerSplit of(List<BoundaryLine> lines, FabricOptions options) {
    boolean layered = lines.stream().anyMatch(line -> line.layer() != 0);
    return layered ? new Splitter(lines, options).run() : new LayerSplit(lines, List.of(), 0);
  }

  private static final class Splitter {
    private final List<BoundaryLine> lines;
    private final FabricOptions options;
    private final LayerCrossings crossings;
    private final List<BoundaryLine> bounding = new ArrayList<>();
    private final List<InteriorLine> passing = new ArrayList<>();

    Splitter(List<BoundaryLine> lines, FabricOptions options) {
      this.lines = lines;
      this.options = options;
      this.crossings = new LayerCrossings(lines, line -> ruleOf(line) != LayerRule.IGNORE);
    }

    LayerSplit run() {
      for (int i = 0; i < lines.size(); i++) {
        place(i);
      }
      return new LayerSplit(bounding, passing, crossings.count());
    }

    private LayerRule ruleOf(BoundaryLine line) {
      if (line.layer() == 0) {
        return LayerRule.BOUND;
      }
      return line.layer() < 0 ? options.tunnels() : options.bridges();
    }

    private void place(int i) {
      BoundaryLine line = lines.get(i);
      switch (ruleOf(line)) {
        case BOUND -> bounding.add(line);
        case IGNORE -> passing.add(interior(line));
        case BOUND_UNLESS_CROSSING -> placePieces(i, line);
      }
    }

    private void placePieces(int i, BoundaryLine line) {
      int start = 0;
      for (int k = 1; k < line.pointCount(); k++) {
        if (k == line.pointCount() - 1 || crossings.isJunction(i, k)) {
          BoundaryLine piece = piece(line, start, k);
          if (crossings.passesStreet(i, start, k)) {
            passing.add(interior(piece));
          } else {
            bounding.add(piece);
          }
          start = k;
        }
      }
    }

    private static BoundaryLine piece(BoundaryLine of, int from, int to) {
      return new BoundaryLine(
          Arrays.copyOfRange(of.xs(), from, to + 1),
          Arrays.copyOfRange(of.ys(), from, to + 1),
          of.arcClass(),
          of.name(),
          of.streetId(),
          of.layer(),
          of.mandatory());
    }

    private static InteriorLine interior(BoundaryLine of) {
      return new InteriorLine(
          of.xs(),
          of.ys(),
          of.arcClass(),
          of.name(),
          of.streetId(),
          of.layer(),
          InteriorLine.Reason.LAYER);
    }
  }
}
