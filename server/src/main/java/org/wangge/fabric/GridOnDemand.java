package org.wangge.fabric;

import org.jspecify.annotations.Nullable;

/** The segments of a fabric in a grid, put there when first asked for. Safe for threads. */
final class GridOnDemand {
  private final FabricData data;
  private volatile @Nullable SegmentGrid grid;

  GridOnDemand(FabricData data) {
    this.data = data;
  }

  SegmentGrid get() {
    SegmentGrid made = grid;
    if (made == null) {
      made = SegmentGrid.of(data);
      grid = made;
    }
    return made;
  }
}
