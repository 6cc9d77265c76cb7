package org.wangge.checking;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.wangge.exchange.Crs;
import org.wangge.topology.Cover;
import org.wangge.topology.GroundPiece;
import org.wangge.topology.GroundPieces;
import org.wangge.topology.LayerPolygon;
import org.wangge.topology.MetresPerUnit;

/**
 * The plane in which a file's lines are straight: degrees for a file in degrees (so says RFC 7946
 * of GeoJSON), else metres.
 *
 * @param polygons in that plane
 * @param scale how long its units are near a place
 * @param toLonLat from the plane to longitude and latitude
 */
record GroundPlane(
    List<LayerPolygon> polygons,
    Function<Coordinate, MetresPerUnit> scale,
    UnaryOperator<Coordinate> toLonLat) {

  static GroundPlane metres(List<LayerPolygon> polygons, UnaryOperator<Geometry> toLonLat) {
    return new GroundPlane(
        polygons,
        place -> MetresPerUnit.METRES,
        place -> toLonLat.apply(new GeometryFactory().createPoint(place)).getCoordinate());
  }

  /** Longitude and latitude, in this order, of a geographic system. */
  static GroundPlane degrees(List<LayerPolygon> polygons, Crs crs) {
    return new GroundPlane(
        polygons,
        place -> MetresPerUnit.ofDegrees(place.y),
        place -> {
          double[] xy = {place.x, place.y};
          crs.toLonLat().apply(xy, 1);
          return new Coordinate(xy[0], xy[1]);
        });
  }

  /** Empty when there is too much to look at piece by piece. */
  Optional<CheckGround> find(double toleranceMetres) {
    return GroundPieces.find(polygons, scale).map(found -> ground(found, toleranceMetres));
  }

  private CheckGround ground(List<GroundPiece> found, double toleranceMetres) {
    List<CheckGround.Piece> pieces = new ArrayList<>();
    for (GroundPiece piece : found) {
      Coordinate place = toLonLat.apply(piece.place());
      pieces.add(
          new CheckGround.Piece(
              piece.cover() == Cover.DOUBLE ? CheckGround.OVERLAP : CheckGround.GAP,
              piece.areaSquareMetres(),
              piece.widthMetres(),
              piece.widthMetres() < toleranceMetres,
              piece.polygons().stream().map(LayerPolygon::id).toList(),
              place.x,
              place.y));
    }
    return new CheckGround(pieces);
  }
}
