package org.wangge.demo;

import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;
import org.wangge.fabric.Fabric;
import org.wangge.fabric.FaceKind;
import org.wangge.zoning.BlockGraph;

/**
 * What the demo wants to know of every face.
 *
 * @param centre centroid, metres
 * @param area square metres
 * @param dry whether it is drawn into zones like a block; the wide river and its islands are given
 *     to zones afterwards
 * @param park whether it is ground where nobody lives
 */
record Blocks(Coordinate[] centre, double[] area, boolean[] dry, boolean[] park) {
  private static final double WIDE_RIVER_METRES = 130;

  static Blocks of(Fabric fabric, BlockGraph graph, StreetMap map) {
    Polygon[] shapes =
        IntStream.range(0, fabric.faceCount())
            .mapToObj(fabric::faceGeometry)
            .toArray(Polygon[]::new);
    Coordinate[] centre = new Coordinate[shapes.length];
    double[] area = new double[shapes.length];
    boolean[] dry = new boolean[shapes.length];
    boolean[] park = new boolean[shapes.length];
    for (int f = 0; f < shapes.length; f++) {
      centre[f] = shapes[f].getCentroid().getCoordinate();
      area[f] = fabric.areaSquareMetres(f);
      boolean wide = 2 * area[f] / shapes[f].getLength() > WIDE_RIVER_METRES;
      dry[f] = fabric.kind(f) != FaceKind.WATER || !wide;
      park[f] =
          map.parks().findIn(Plot.of(shapes[f].getExteriorRing().getCoordinates())).isPresent();
    }
    return new Blocks(centre, area, mainland(graph, dry), park);
  }

  /** Islands in the wide river are out of reach. */
  private static boolean[] mainland(BlockGraph graph, boolean[] dry) {
    int[] label = IntStream.range(0, dry.length).map(f -> dry[f] ? 0 : -1).toArray();
    Connected.mend(graph, label, 1);
    boolean[] mainland = new boolean[dry.length];
    for (int f = 0; f < dry.length; f++) {
      mainland[f] = label[f] == 0;
    }
    return mainland;
  }

  /** Areas, with 0 for what is not dry. */
  double[] dryArea() {
    return IntStream.range(0, area.length).mapToDouble(f -> dry[f] ? area[f] : 0).toArray();
  }
}
