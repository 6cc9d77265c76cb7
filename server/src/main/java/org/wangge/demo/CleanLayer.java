package org.wangge.demo;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.wangge.fabric.Fabric;
import org.wangge.territory.FirstPublication;
import org.wangge.territory.Grid;
import org.wangge.territory.Unit;
import org.wangge.territory.UnitLevel;
import org.wangge.zoning.ZonePolygons;

/**
 * The district before it is spoilt.
 *
 * @param zone grid of every face
 * @param community community of every grid, as a number
 * @param shapes of the grids
 */
record CleanLayer(
    Fabric fabric,
    int[] zone,
    int[] community,
    List<Grid> grids,
    List<Geometry> shapes,
    List<Unit> communities,
    List<Geometry> communityShapes,
    Geometry domain) {

  static CleanLayer of(FirstPublication district) {
    List<Unit> communities =
        district.units().stream().filter(unit -> unit.level() == UnitLevel.COMMUNITY).toList();
    Map<String, Integer> number = new HashMap<>();
    communities.forEach(unit -> number.put(unit.code(), number.size()));
    int[] community =
        district.grids().stream().mapToInt(g -> number.get(g.communityCode())).toArray();
    int[] ofFace = Arrays.stream(district.zone()).map(z -> community[z]).toArray();
    Fabric fabric = district.fabric();
    return new CleanLayer(
        fabric,
        district.zone(),
        community,
        district.grids(),
        List.of(ZonePolygons.of(fabric, district.zone(), district.grids().size())),
        communities,
        List.of(ZonePolygons.of(fabric, ofFace, communities.size())),
        ZonePolygons.of(fabric, new int[fabric.faceCount()], 1)[0]);
  }

  boolean sameCommunity(int a, int b) {
    return community[a] == community[b];
  }

  String code(int z) {
    return grids.get(z).code();
  }
}
