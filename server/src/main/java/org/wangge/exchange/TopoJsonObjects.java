package org.wangge.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** Turns the geometry objects of a topology into features by stringing arcs together. */
final class TopoJsonObjects {
  private final List<double @Nullable []> arcs;
  private final TopoJsonReader.@Nullable Quantisation quantisation;
  private final FeatureCollector collector;
  private final GeometryAssembler assembler;

  TopoJsonObjects(
      List<double @Nullable []> arcs,
      TopoJsonReader.@Nullable Quantisation quantisation,
      FeatureCollector collector) {
    this.arcs = arcs;
    this.quantisation = quantisation;
    this.collector = collector;
    this.assembler = collector.assembler();
  }

  void add(Map<String, @Nullable Object> object) {
    if ("GeometryCollection".equals(object.get("type"))
        && object.get("geometries") instanceof List<?> geometries) {
      geometries.forEach(geometry -> add(TopoJsonReader.asMap(geometry)));
      return;
    }
    Object id = object.get("id");
    collector.add(
        id == null ? null : id.toString(),
        TopoJsonReader.asMap(object.get("properties")),
        "geometry " + collector.size(),
        () -> geometry(object));
  }

  private Geometry geometry(Map<String, @Nullable Object> object) {
    if (!(object.get("type") instanceof String type)) {
      throw new BadGeometryException("it has no geometry", "");
    }
    if (type.equals("Point") || type.equals("MultiPoint")) {
      return assembler.assemble(type, positions(object.get("coordinates")));
    }
    return assembler.assemble(type, tree(type, object.get("arcs")));
  }

  private CoordinateTree tree(String type, @Nullable Object value) {
    if (!(value instanceof List<?> list)) {
      throw new BadGeometryException("a %s without arcs".formatted(type), "");
    }
    if (type.equals("LineString")) {
      return chain(list);
    }
    boolean nested = type.equals("MultiPolygon");
    CoordinateTree tree = new CoordinateTree();
    for (Object child : list) {
      tree.add(
          nested
              ? tree("Polygon", child)
              : chain(child instanceof List<?> part ? part : List.of()));
    }
    return tree;
  }

  private CoordinateTree chain(List<?> indices) {
    CoordinateTree line = new CoordinateTree();
    for (Object index : indices) {
      append(line, index instanceof Long ? ((Long) index).intValue() : Integer.MIN_VALUE);
    }
    return line;
  }

  private void append(CoordinateTree line, int index) {
    int number = index < 0 ? ~index : index;
    if (number >= arcs.size()) {
      throw new BadGeometryException(
          "it names arc %d of %d".formatted(index, arcs.size()), "arc " + index);
    }
    double[] arc = arcs.get(number);
    if (arc == null) {
      throw new BadGeometryException(
          "its arc %d cannot be read".formatted(number), "arc " + number);
    }
    int count = arc.length / 2;
    // The first point of an arc is the last point of the arc before it.
    for (int i = line.size() == 0 ? 0 : 1; i < count; i++) {
      int at = 2 * (index < 0 ? count - 1 - i : i);
      line.add(GeometryAssembler.checked(arc[at]), GeometryAssembler.checked(arc[at + 1]));
    }
  }

  private CoordinateTree positions(@Nullable Object value) {
    if (!(value instanceof List<?> list) || list.isEmpty()) {
      throw new BadGeometryException("its geometry is empty", "");
    }
    if (list.get(0) instanceof Number) {
      double[] xy = position(list);
      return CoordinateTree.position(xy[0], xy[1]);
    }
    CoordinateTree tree = new CoordinateTree();
    List<double[]> points = new ArrayList<>();
    list.forEach(point -> points.add(position(point instanceof List<?> pair ? pair : List.of())));
    points.forEach(xy -> tree.add(xy[0], xy[1]));
    return tree;
  }

  private double[] position(List<?> pair) {
    if (pair.size() < 2
        || !(pair.get(0) instanceof Number x)
        || !(pair.get(1) instanceof Number y)) {
      throw new BadGeometryException("a position needs 2 numbers", String.valueOf(pair));
    }
    if (quantisation == null) {
      return new double[] {
        GeometryAssembler.checked(x.doubleValue()), GeometryAssembler.checked(y.doubleValue())
      };
    }
    TopoJsonReader.Quantisation q = Objects.requireNonNull(quantisation);
    return new double[] {
      x.doubleValue() * q.scaleX() + q.translateX(), y.doubleValue() * q.scaleY() + q.translateY()
    };
  }
}
