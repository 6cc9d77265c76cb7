package org.wangge.territory;

import java.util.List;
import org.wangge.catalogue.FeatureSource;

/**
 * The collections that the territory offers: townships, communities, grids, blocks, streets,
 * buildings.
 */
public final class TerritorySources {
  private TerritorySources() {}

  /** In the order in which they should be listed. */
  public static List<FeatureSource> of(Territory territory) {
    return List.of(
        new SnapshotSource(territory, UnitItems.townships(), UnitItems::makeTownships),
        new SnapshotSource(territory, UnitItems.communities(), UnitItems::makeCommunities),
        new SnapshotSource(territory, GridItems.description(), GridItems::make),
        new SnapshotSource(territory, BlockItems.description(), BlockItems::make),
        new SnapshotSource(territory, StreetItems.description(), StreetItems::make),
        new SnapshotSource(territory, BuildingItems.description(), BuildingItems::make));
  }
}
