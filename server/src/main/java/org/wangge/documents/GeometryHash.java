package org.wangge.documents;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * One number for the ground of many grids: SHA-256 over code and outline of each, by code, in units
 * of 10⁻⁸ degrees. The same for the same ground, wherever its rings begin and however they turn.
 */
final class GeometryHash {
  private static final double UNITS = 1e8;

  private GeometryHash() {}

  /**
   * @param lonLatByCode degrees
   */
  static String of(Map<String, Geometry> lonLatByCode) {
    MessageDigest digest = sha256();
    new TreeMap<>(lonLatByCode).forEach((code, geometry) -> add(digest, code, geometry));
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void add(MessageDigest digest, String code, Geometry geometry) {
    digest.update(code.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0xFF);
    Geometry normal = geometry.norm();
    for (int i = 0; i < normal.getNumGeometries(); i++) {
      Coordinate[] points = normal.getGeometryN(i).getCoordinates();
      ByteBuffer bytes = ByteBuffer.allocate(4 + 16 * points.length).putInt(points.length);
      for (Coordinate point : points) {
        bytes.putLong(Math.round(point.x * UNITS)).putLong(Math.round(point.y * UNITS));
      }
      digest.update(bytes.array());
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
