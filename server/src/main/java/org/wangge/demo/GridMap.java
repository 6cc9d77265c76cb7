package org.wangge.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.wangge.fabric.Fabric;
import org.wangge.territory.Grid;
import org.wangge.territory.GridCodes;
import org.wangge.zoning.BlockGraph;
import org.wangge.zoning.DesignRequest;
import org.wangge.zoning.Designer;
import org.wangge.zoning.ZonePolygons;

/**
 * The grids with their codes and names.
 *
 * @param zone grid of every face
 * @param grids in the order of the zones, which is that of the codes
 */
record GridMap(int[] zone, List<Grid> grids) {
  private static final int TREES = 20;
  private static final double CONTRAST = 2;

  static GridMap draw(Fabric fabric, BlockGraph graph, Communities communities, long seed) {
    DesignRequest request =
        DesignRequest.even(
            graph.withContrast(CONTRAST), communities.community(), communities.grids(), seed);
    int[] zone = Designer.design(request.withTrees(TREES)).zone();
    Connected.fill(graph, zone, -1);
    return number(fabric, zone, communities);
  }

  private static GridMap number(Fabric fabric, int[] zone, Communities communities) {
    Geometry[] shapes = ZonePolygons.of(fabric, zone);
    int[] first = new int[communities.grids().length + 1];
    for (int c = 0; c < communities.grids().length; c++) {
      first[c + 1] = first[c] + communities.grids()[c];
    }
    List<Grid> unordered = new ArrayList<>();
    for (int c = 0; c < communities.grids().length; c++) {
      addGrids(
          unordered,
          communities.units().get(c),
          first[c],
          Arrays.copyOfRange(shapes, first[c], first[c + 1]));
    }
    return ordered(zone, unordered);
  }

  private static void addGrids(
      List<Grid> grids, AdministrativeUnit unit, int first, Geometry[] shapes) {
    List<Coordinate> centres =
        Arrays.stream(shapes).map(s -> s.getCentroid().getCoordinate()).toList();
    List<String> codes = GridCodes.number(unit.code(), centres);
    for (int i = 0; i < shapes.length; i++) {
      String name = unit.name() + "第" + Integer.parseInt(codes.get(i).substring(12)) + "网格";
      grids.add(new Grid(first + i, codes.get(i), name, unit.code(), kind(unit)));
    }
  }

  private static String kind(AdministrativeUnit unit) {
    boolean urban = unit.kind().equals("社区") && unit.code().compareTo("430302100") < 0;
    return urban ? "城镇网格" : "农村网格";
  }

  private static GridMap ordered(int[] zone, List<Grid> unordered) {
    List<Grid> byCode = unordered.stream().sorted(Comparator.comparing(Grid::code)).toList();
    int[] rank = new int[byCode.size()];
    IntStream.range(0, rank.length).forEach(i -> rank[byCode.get(i).zone()] = i);
    List<Grid> grids = new ArrayList<>();
    for (Grid g : byCode) {
      grids.add(new Grid(rank[g.zone()], g.code(), g.name(), g.communityCode(), g.kind()));
    }
    return new GridMap(Arrays.stream(zone).map(z -> rank[z]).toArray(), grids);
  }
}
