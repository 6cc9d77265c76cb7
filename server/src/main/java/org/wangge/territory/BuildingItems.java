package org.wangge.territory;

import java.util.List;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.GeometryFactory;
import org.wangge.catalogue.Description;
import org.wangge.catalogue.Description.GeometryKind;
import org.wangge.catalogue.Item;
import org.wangge.catalogue.Property;
import org.wangge.catalogue.Property.Type;

/** The collection {@code buildings}. */
final class BuildingItems {
  private static final GeometryFactory FACTORY = new GeometryFactory();

  private BuildingItems() {}

  static Description description() {
    return new Description(
        "buildings",
        "楼栋",
        "Buildings",
        "楼栋及其户数、人口，随所在街区归入网格。",
        GeometryKind.POINT,
        false,
        List.of(
            Property.queryable("id", "楼栋编号", Type.STRING),
            Property.queryable("name", "名称", Type.STRING),
            Property.of("address", "地址", Type.STRING),
            Property.queryable("gridCode", "网格编码", Type.STRING),
            Property.queryable("communityCode", "村社区编码", Type.STRING),
            Property.queryable("block", "街区", Type.STRING),
            Property.of("households", "户数", Type.INTEGER),
            Property.of("people", "人口", Type.INTEGER),
            Property.of("floors", "层数", Type.INTEGER),
            Property.of("dataLabel", "数据说明", Type.STRING)));
  }

  static List<Item> make(Columns columns, InForce inForce) {
    return IntStream.range(0, inForce.buildings().count())
        .mapToObj(i -> item(columns, inForce, i))
        .toList();
  }

  private static Item item(Columns columns, InForce inForce, int index) {
    Building building = inForce.buildings().get(index);
    int face = inForce.buildings().face(index);
    Grid grid = inForce.grid(inForce.plan().zone(face));
    return new Item(
        building.id(),
        new LazyShape(() -> FACTORY.createPoint(building.position()), inForce.projection()),
        columns.row(
            building.id(),
            building.name(),
            building.address(),
            grid.code(),
            grid.communityCode(),
            BlockItems.id(inForce, face),
            building.households(),
            building.people(),
            building.floors() == 0 ? null : building.floors(),
            inForce.settings().label()));
  }
}
