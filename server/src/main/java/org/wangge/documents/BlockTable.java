package org.wangge.documents;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;
import org.wangge.fabric.Fabric;
import org.wangge.territory.EllipsoidArea;
import org.wangge.territory.Grid;
import org.wangge.territory.InForce;

/**
 * Every block with the grid it belongs to, a point inside it and its counts, as CSV that
 * spreadsheets open in Chinese: UTF-8 with a mark, fields quoted.
 */
final class BlockTable {
  private static final List<String> HEAD =
      List.of(
          "街区", "类别", "网格编码", "网格名称", "村社区编码", "村社区", "镇街编码", "镇街", "户数", "人口", "楼栋", "面积(平方米)",
          "经度", "纬度", "数据说明");

  private final Subject subject;
  private final InForce inForce;
  private final int[] buildings;

  private BlockTable(Subject subject) {
    this.subject = subject;
    this.inForce = subject.after();
    this.buildings = new int[inForce.fabric().faceCount()];
    for (int b = 0; b < inForce.buildings().count(); b++) {
      buildings[inForce.buildings().face(b)]++;
    }
  }

  static byte[] make(Subject subject) {
    BlockTable table = new BlockTable(subject);
    return Stream.concat(Stream.of(HEAD), table.rows())
        .map(BlockTable::line)
        .collect(Collectors.joining("\r\n", "\uFEFF", "\r\n"))
        .getBytes(StandardCharsets.UTF_8);
  }

  private Stream<List<String>> rows() {
    return IntStream.range(0, inForce.fabric().faceCount())
        .filter(face -> subject.isInside(inForce.grid(inForce.plan().zone(face))))
        .mapToObj(this::row);
  }

  private List<String> row(int face) {
    Fabric fabric = inForce.fabric();
    Grid grid = inForce.grid(inForce.plan().zone(face));
    Coordinate metric = fabric.interiorPoint(face).getCoordinate();
    Coordinate place = inForce.projection().toLonLat(metric.x, metric.y);
    return List.of(
        inForce.publication().fabric() + "-" + face,
        fabric.kind(face).name(),
        grid.code(),
        grid.name(),
        grid.communityCode(),
        inForce.communityOf(grid).name(),
        inForce.townshipOf(grid).code(),
        inForce.townshipOf(grid).name(),
        Integer.toString(fabric.households(face)),
        Integer.toString(fabric.people(face)),
        Integer.toString(buildings[face]),
        decimal(EllipsoidArea.squareMetres(inForce.blockShape(face).lonLat()), 1),
        decimal(place.x, 7),
        decimal(place.y, 7),
        subject.label());
  }

  private static String decimal(double value, int decimals) {
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }

  private static String line(List<String> cells) {
    return cells.stream().map(BlockTable::cell).collect(Collectors.joining(","));
  }

  /** A text that begins like a formula gets an apostrophe, so that no spreadsheet computes it. */
  private static String cell(String text) {
    String safe = text.matches("(?s)[=+\\-@\\t\\r][^0-9].*") ? "'" + text : text;
    return '"' + safe.replace("\"", "\"\"") + '"';
  }
}
