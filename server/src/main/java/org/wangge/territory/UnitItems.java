package org.wangge.territory;

import java.util.ArrayList;
import java.util.List;
import org.wangge.catalogue.Description;
import org.wangge.catalogue.Description.GeometryKind;
import org.wangge.catalogue.Item;
import org.wangge.catalogue.Property;
import org.wangge.catalogue.Property.Type;
import org.wangge.zoning.Plan;

/** The collections {@code townships} and {@code communities}. */
final class UnitItems {
  private UnitItems() {}

  static Description townships() {
    return new Description(
        "townships",
        "镇街",
        "Townships",
        "乡镇、街道的管辖范围，由所辖网格合成。",
        GeometryKind.POLYGON,
        true,
        properties("district", "区"));
  }

  static Description communities() {
    return new Description(
        "communities",
        "村社区",
        "Communities and villages",
        "村、社区的管辖范围，由所辖网格合成。",
        GeometryKind.POLYGON,
        true,
        properties("township", "镇街"));
  }

  private static List<Property> properties(String parent, String parentLabel) {
    return List.of(
        Property.queryable("code", "编码", Type.STRING),
        Property.queryable("name", "名称", Type.STRING),
        Property.queryable("kind", "类别", Type.STRING),
        Property.queryable(parent + "Code", parentLabel + "编码", Type.STRING),
        Property.queryable(parent + "Name", parentLabel + "名称", Type.STRING),
        Property.of("grids", "网格数", Type.INTEGER),
        Property.of("households", "户数", Type.INTEGER),
        Property.of("people", "人口", Type.INTEGER),
        Property.of("areaSquareMetres", "面积（平方米）", Type.NUMBER),
        Property.of("validFrom", "生效日期", Type.DATE),
        Property.of("validTo", "失效日期", Type.DATE),
        Property.of("dataLabel", "数据说明", Type.STRING));
  }

  static List<Item> makeTownships(Columns columns, InForce inForce) {
    Plan plan = inForce.plan();
    int[] unitOfZone = new int[plan.zoneCount()];
    for (int z = 0; z < unitOfZone.length; z++) {
      unitOfZone[z] = plan.township(plan.community(z));
    }
    return make(columns, inForce, inForce.tree().townships(), unitOfZone);
  }

  static List<Item> makeCommunities(Columns columns, InForce inForce) {
    return make(columns, inForce, inForce.tree().communities(), inForce.plan().communities());
  }

  private static List<Item> make(
      Columns columns, InForce inForce, List<Unit> units, int[] unitOfZone) {
    int[] grids = new int[units.size()];
    int[] households = new int[units.size()];
    int[] people = new int[units.size()];
    for (int z = 0; z < unitOfZone.length; z++) {
      grids[unitOfZone[z]]++;
      households[unitOfZone[z]] += inForce.plan().households(z);
      people[unitOfZone[z]] += inForce.plan().people(z);
    }
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < units.size(); i++) {
      items.add(item(columns, inForce, units.get(i), grids[i], households[i], people[i]));
    }
    return items;
  }

  private static Item item(
      Columns columns, InForce inForce, Unit unit, int grids, int households, int people) {
    String parent = String.valueOf(unit.parent());
    return new Item(
        unit.code(),
        inForce.unitShape(unit.code()),
        columns.row(
            unit.code(),
            unit.name(),
            unit.kind(),
            parent,
            inForce.findUnit(parent).map(Unit::name).orElse(""),
            grids,
            households,
            people,
            Rounded.to(inForce.unitAreaSquareMetres(unit.code()), 1),
            unit.from(),
            unit.to(),
            inForce.settings().label()));
  }
}
