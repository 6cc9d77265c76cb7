package org.wangge.topology;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/**
 * One connected piece of ground that two polygons share, or that polygons close in and none covers.
 *
 * @param cover {@link Cover#DOUBLE} or {@link Cover#UNCOVERED}
 * @param areaSquareMetres of the piece
 * @param widthMetres diameter of the largest circle that fits in, within 2 %
 * @param polygons the two that share it, or all that border it, in the order of the layer
 * @param place a point in the piece, in the coordinates of the polygons
 */
public record GroundPiece(
    Cover cover,
    double areaSquareMetres,
    double widthMetres,
    List<LayerPolygon> polygons,
    Coordinate place) {

  public GroundPiece {
    polygons = List.copyOf(polygons);
  }
}
