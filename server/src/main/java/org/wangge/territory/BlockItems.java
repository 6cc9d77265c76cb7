package org.wangge.territory;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.wangge.catalogue.Description;
import org.wangge.catalogue.Description.GeometryKind;
import org.wangge.catalogue.Item;
import org.wangge.catalogue.Property;
import org.wangge.catalogue.Property.Type;
import org.wangge.fabric.Fabric;
import org.wangge.fabric.FaceKind;

/** The collection {@code blocks}: the faces of the fabric in force, named {@code fabric-face}. */
final class BlockItems {
  private BlockItems() {}

  static Description description() {
    return new Description(
        "blocks",
        "街区",
        "Street blocks",
        "街巷、河流、铁路围成的街区，网格的最小单元。",
        GeometryKind.POLYGON,
        false,
        List.of(
            Property.of("face", "面号", Type.INTEGER),
            Property.oneOf("kind", "类别", Arrays.stream(FaceKind.values()).map(Enum::name).toList()),
            Property.queryable("gridCode", "网格编码", Type.STRING),
            Property.queryable("communityCode", "村社区编码", Type.STRING),
            Property.of("households", "户数", Type.INTEGER),
            Property.of("people", "人口", Type.INTEGER),
            Property.of("areaSquareMetres", "面积（平方米）", Type.NUMBER),
            Property.of("dataLabel", "数据说明", Type.STRING)));
  }

  /** Id of a block: it names the fabric too, because another fabric numbers its faces anew. */
  static String id(InForce inForce, int face) {
    return inForce.publication().fabric() + "-" + face;
  }

  static List<Item> make(Columns columns, InForce inForce) {
    return IntStream.range(0, inForce.fabric().faceCount())
        .mapToObj(face -> item(columns, inForce, face))
        .toList();
  }

  private static Item item(Columns columns, InForce inForce, int face) {
    Fabric fabric = inForce.fabric();
    Grid grid = inForce.grid(inForce.plan().zone(face));
    return new Item(
        id(inForce, face),
        inForce.blockShape(face),
        columns.row(
            face,
            fabric.kind(face).name(),
            grid.code(),
            grid.communityCode(),
            fabric.households(face),
            fabric.people(face),
            Rounded.to(EllipsoidArea.squareMetres(inForce.blockShape(face).lonLat()), 1),
            inForce.settings().label()));
  }
}
