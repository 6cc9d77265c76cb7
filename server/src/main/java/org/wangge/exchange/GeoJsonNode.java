package org.wangge.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * The members of one GeoJSON object, of whatever type it will turn out to be: members come in any
 * order.
 */
final class GeoJsonNode {
  String type = "";
  String where = "";
  @Nullable String id;
  @Nullable GeoJsonNode geometry;
  @Nullable CoordinateTree coordinates;
  @Nullable List<GeoJsonNode> geometries;
  @Nullable BadGeometryException complaint;
  boolean collection;
  Map<String, @Nullable Object> properties = new LinkedHashMap<>();

  /**
   * Keeps the first complaint; the rest of the object is still read, so that the next feature can
   * be.
   */
  void complain(String what, String at) {
    if (complaint == null) {
      complaint = new BadGeometryException(what, at);
    }
  }

  /**
   * The geometry of this object.
   *
   * @throws BadGeometryException when there is none
   */
  Geometry assemble(GeometryAssembler assembler) {
    if (complaint != null) {
      Coordinate place = coordinates == null ? null : coordinates.firstNumbers();
      throw new BadGeometryException(complaint.what(), complaint.where(), place);
    }
    if (type.equals("Feature")) {
      return geometryOfFeature(assembler);
    }
    if (type.equals("GeometryCollection") && geometries != null) {
      return collection(assembler, geometries);
    }
    if (coordinates == null) {
      throw new BadGeometryException(
          type.isEmpty() ? "it has no type" : "a %s without coordinates".formatted(type), where);
    }
    return assembler.assemble(type, coordinates);
  }

  private Geometry geometryOfFeature(GeometryAssembler assembler) {
    if (geometry == null) {
      throw new BadGeometryException("it has no geometry", where);
    }
    return geometry.assemble(assembler);
  }

  private static Geometry collection(GeometryAssembler assembler, List<GeoJsonNode> nodes) {
    List<Geometry> parts = new ArrayList<>();
    nodes.forEach(node -> parts.add(node.assemble(assembler)));
    if (parts.isEmpty()) {
      throw new BadGeometryException("its geometry is empty", "GeometryCollection");
    }
    return assembler.collection(parts);
  }
}
