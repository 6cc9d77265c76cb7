package org.wangge.territory;

import java.util.List;
import org.wangge.catalogue.Description;
import org.wangge.catalogue.Description.GeometryKind;
import org.wangge.catalogue.Item;
import org.wangge.catalogue.Property;
import org.wangge.catalogue.Property.Type;

/** The collection {@code grids}. */
final class GridItems {
  private GridItems() {}

  static Description description() {
    return new Description(
        "grids",
        "网格",
        "Grids",
        "基层治理网格：街区之并，全域覆盖、互不重叠。",
        GeometryKind.POLYGON,
        true,
        List.of(
            Property.queryable("code", "网格编码", Type.STRING),
            Property.queryable("name", "网格名称", Type.STRING),
            Property.queryable("kind", "网格类别", Type.STRING),
            Property.queryable("communityCode", "村社区编码", Type.STRING),
            Property.queryable("communityName", "村社区名称", Type.STRING),
            Property.queryable("townshipCode", "镇街编码", Type.STRING),
            Property.queryable("townshipName", "镇街名称", Type.STRING),
            Property.of("households", "户数", Type.INTEGER),
            Property.of("people", "人口", Type.INTEGER),
            Property.of("buildings", "楼栋数", Type.INTEGER),
            Property.of("blocks", "街区数", Type.INTEGER),
            Property.of("areaSquareMetres", "面积（平方米）", Type.NUMBER),
            Property.of("onStreetShare", "街巷定界率", Type.NUMBER),
            Property.queryable("publication", "发布版", Type.INTEGER),
            Property.of("validFrom", "生效日期", Type.DATE),
            Property.of("validTo", "失效日期", Type.DATE),
            Property.of("dataLabel", "数据说明", Type.STRING)));
  }

  static List<Item> make(Columns columns, InForce inForce) {
    return inForce.grids().stream().map(grid -> item(columns, inForce, grid)).toList();
  }

  private static Item item(Columns columns, InForce inForce, Grid grid) {
    Unit community = inForce.communityOf(grid);
    Unit township = inForce.townshipOf(grid);
    int zone = grid.zone();
    return new Item(
        grid.code(),
        inForce.gridShape(zone),
        columns.row(
            grid.code(),
            grid.name(),
            grid.kind(),
            community.code(),
            community.name(),
            township.code(),
            township.name(),
            inForce.plan().households(zone),
            inForce.plan().people(zone),
            inForce.buildings().countIn(zone),
            inForce.plan().faces(zone).length,
            Rounded.to(inForce.gridAreaSquareMetres(zone), 1),
            Rounded.to(inForce.measures().onGroundShare(zone), 4),
            inForce.publication().number(),
            inForce.publication().effective(),
            null,
            inForce.settings().label()));
  }
}
