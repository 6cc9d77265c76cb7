package org.wangge.exchange;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;

/** The binary form of a geometry in a GeoPackage: a header with an optional box, then WKB. */
final class GeoPackageGeometry {
  private static final int[] BOX_BYTES = {0, 32, 48, 48, 64};
  private static final int HEADER_BYTES = 8;

  private GeoPackageGeometry() {}

  static Geometry read(byte @Nullable [] blob) {
    if (blob == null) {
      throw new BadGeometryException("it has no geometry", "");
    }
    if (blob.length < HEADER_BYTES || blob[0] != 'G' || blob[1] != 'P') {
      throw new BadGeometryException("its geometry is not a GeoPackage geometry", "");
    }
    int box = (blob[3] >> 1) & 7;
    if (box >= BOX_BYTES.length || blob.length <= HEADER_BYTES + BOX_BYTES[box]) {
      throw new BadGeometryException("its geometry has a wrong header", "");
    }
    int start = HEADER_BYTES + BOX_BYTES[box];
    return wkb(java.util.Arrays.copyOfRange(blob, start, blob.length));
  }

  /** WKB to a geometry that is not empty and has numbers for coordinates. */
  static Geometry wkb(byte[] wkb) {
    try {
      Geometry geometry = new WKBReader().read(wkb);
      if (geometry.isEmpty()) {
        throw new BadGeometryException("its geometry is empty", geometry.getGeometryType());
      }
      for (Coordinate coordinate : geometry.getCoordinates()) {
        GeometryAssembler.checked(coordinate.x);
        GeometryAssembler.checked(coordinate.y);
      }
      return new GeometryMapper(CoordinateTransform.identity(), 0).map(geometry);
    } catch (ParseException | IllegalArgumentException | NegativeArraySizeException e) {
      throw new BadGeometryException("its geometry cannot be read: " + e.getMessage(), "");
    }
  }
}
