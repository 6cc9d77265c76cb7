package org.wangge.territory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.wangge.catalogue.Description;
import org.wangge.catalogue.Description.GeometryKind;
import org.wangge.catalogue.Item;
import org.wangge.catalogue.Property;
import org.wangge.catalogue.Property.Type;
import org.wangge.catalogue.Shape;
import org.wangge.fabric.ArcClass;
import org.wangge.fabric.Fabric;
import org.wangge.fabric.InteriorLine;
import org.wangge.zoning.Level;

/**
 * The collection {@code streets}: the arcs of the fabric in force, named {@code fabric-arc}, and
 * the lines that bound nothing, named {@code fabric-i-line}.
 */
final class StreetItems {
  private StreetItems() {}

  static Description description() {
    return new Description(
        "streets",
        "街巷与界线",
        "Streets and boundary lines",
        "街区底图的弧段：街巷、河流、铁路、围墙与法定界线，以及不成界的内部街巷。",
        GeometryKind.LINE,
        false,
        List.of(
            Property.queryable("name", "名称", Type.STRING),
            Property.oneOf("class", "类别", names(ArcClass.values())),
            Property.of("classLabel", "类别名称", Type.STRING),
            Property.oneOf("level", "界线级别", names(Level.values())),
            Property.of("lengthMetres", "长度（米）", Type.NUMBER),
            Property.queryable("leftGrid", "左侧网格", Type.STRING),
            Property.queryable("rightGrid", "右侧网格", Type.STRING),
            Property.queryable("bounding", "是否成界", Type.BOOLEAN),
            Property.of("dataLabel", "数据说明", Type.STRING)));
  }

  private static List<String> names(Enum<?>[] values) {
    return Arrays.stream(values).map(Enum::name).toList();
  }

  static List<Item> make(Columns columns, InForce inForce) {
    List<Item> items = new ArrayList<>();
    for (int arc = 0; arc < inForce.fabric().arcCount(); arc++) {
      items.add(arc(columns, inForce, arc));
    }
    for (int line = 0; line < inForce.interiorLines().size(); line++) {
      items.add(interior(columns, inForce, line));
    }
    return items;
  }

  private static Item arc(Columns columns, InForce inForce, int arc) {
    Fabric fabric = inForce.fabric();
    return new Item(
        inForce.publication().fabric() + "-" + arc,
        inForce.arcShape(arc),
        columns.row(
            fabric.arcName(arc),
            fabric.arcClass(arc).name(),
            fabric.arcClass(arc).label(),
            inForce.plan().level(arc).name(),
            Rounded.to(fabric.arcLengthMetres(arc), 2),
            codeOf(inForce, inForce.plan().left(arc)),
            codeOf(inForce, inForce.plan().right(arc)),
            true,
            inForce.settings().label()));
  }

  private static @Nullable String codeOf(InForce inForce, int zone) {
    return zone < 0 ? null : inForce.grid(zone).code();
  }

  private static Item interior(Columns columns, InForce inForce, int index) {
    InteriorLine line = inForce.interiorLines().get(index);
    Shape shape = inForce.interiorShape(index);
    return new Item(
        inForce.publication().fabric() + "-i-" + index,
        shape,
        columns.row(
            line.name(),
            line.arcClass().name(),
            line.arcClass().label(),
            Level.NONE.name(),
            Rounded.to(shape.metric().getLength(), 2),
            null,
            null,
            false,
            inForce.settings().label()));
  }

  /** The line in metres. */
  static Geometry metric(InteriorLine line) {
    Coordinate[] points = new Coordinate[line.xs().length];
    for (int i = 0; i < points.length; i++) {
      points[i] =
          new Coordinate(Millimetres.toMetres(line.xs()[i]), Millimetres.toMetres(line.ys()[i]));
    }
    return new GeometryFactory().createLineString(points);
  }
}
