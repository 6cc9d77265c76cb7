package org.wangge.zoning;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.wangge.fabric.Fabric;
import org.wangge.fabric.Rings;

/**
 * Outlines of zones, by walking the half-edges between one label and another. Every polygon is
 * valid; neighbours share their vertices exactly; a zone in several pieces becomes a MultiPolygon.
 */
public final class ZonePolygons {
  private ZonePolygons() {}

  /** Per zone its polygon in metres. */
  public static Geometry[] of(Plan plan) {
    return of(plan.fabric(), plan.zones(), plan.zoneCount());
  }

  /** Per label, from 0 to the greatest, its polygon in metres. */
  public static Geometry[] of(Fabric fabric, int[] label) {
    int count = 0;
    for (int l : label) {
      count = Math.max(count, l + 1);
    }
    return of(fabric, label, count);
  }

  /**
   * @param label per face, −1 for faces that belong to nothing
   * @param count how many polygons to make; a label without faces gives an empty MultiPolygon
   */
  public static Geometry[] of(Fabric fabric, int[] label, int count) {
    Rings rings = new Rings(fabric);
    List<List<int[]>> simple = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      simple.add(new ArrayList<>());
    }
    RegionWalk walk = new RegionWalk(fabric, label);
    walk.forEachBoundary((of, cycle) -> simple.get(of).addAll(rings.split(cycle)));
    return simple.stream().map(rings::region).toArray(Geometry[]::new);
  }
}
