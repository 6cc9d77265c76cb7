package org.wangge.demo;

import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.wangge.territory.FirstPublication;
import org.wangge.territory.Grid;
import org.wangge.territory.Unit;

/**
 * The demo district as a planner could have sent it: the same grids with 68 planted defects. 30
 * places nobody has (插花地: of these 6 open to the outside), 22 overlaps, 10 grids that cross a
 * community line, 6 grids with a detached part. Each is one finding of its kind; they keep apart
 * from each other; elsewhere the layer is seamless.
 *
 * @param grids in the order of {@code shapes}
 * @param shapes altered grids, metres
 * @param communities in the order of {@code communityShapes}
 * @param communityShapes as they are, metres
 * @param domain coverage domain, metres
 * @param planted what was done, in the order in which it was done
 */
public record DirtyTwin(
    List<Grid> grids,
    List<Geometry> shapes,
    List<Unit> communities,
    List<Geometry> communityShapes,
    Geometry domain,
    List<Planted> planted) {

  /** Spoils a clean district. Equal seeds give equal twins. */
  public static DirtyTwin of(FirstPublication district, long seed) {
    CleanLayer clean = CleanLayer.of(district);
    Planting planting = new Planting(clean, seed);
    planting.detachedParts(6);
    planting.openBlocks(3);
    planting.enclosedBlocks(6, 1);
    planting.enclosedBlocks(5, 3);
    planting.crossingBlocks(4);
    planting.sharedBlocks(5);
    planting.crossingStrips(6, 5, 16);
    planting.openStrips(3, 3, 12);
    planting.gapStrips(8, 3, 14);
    planting.overlapStrips(11, 2, 15);
    planting.gapStrips(5, 0.25, 0.9);
    planting.overlapStrips(6, 0.25, 0.9);
    return new DirtyTwin(
        district.grids(),
        planting.shapes(),
        clean.communities(),
        clean.communityShapes(),
        clean.domain(),
        planting.planted());
  }
}
