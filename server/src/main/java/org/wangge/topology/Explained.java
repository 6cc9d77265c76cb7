package org.wangge.topology;

import java.util.List;

/** Sentences that tell a finding with its figures. */
final class Explained {
  private Explained() {}

  static Words uncovered(FindingKind kind, double area, double width, List<Party> parties) {
    String figures = figuresChinese(area, width);
    return kind == FindingKind.INLET
        ? new Words(
            "责任范围边缘有一处无人管，紧邻 " + Measured.namesChinese(parties) + "，" + figures + "。",
            "Ground at the edge of the domain is covered by nobody, beside "
                + Measured.namesEnglish(parties)
                + figuresEnglish(area, width))
        : new Words(
            Measured.namesChinese(parties) + " 之间有一处无人管，" + figures + "。",
            "Ground between "
                + Measured.namesEnglish(parties)
                + " is covered by nobody"
                + figuresEnglish(area, width));
  }

  static Words overlap(double area, double width, List<Party> parties) {
    return new Words(
        Measured.namesChinese(parties) + " 重叠，" + figuresChinese(area, width) + "。",
        Measured.namesEnglish(parties) + " overlap" + figuresEnglish(area, width));
  }

  static Words duplicate(double area, double share, List<Party> parties) {
    String percent = Measured.fixed(100 * share, 1) + " %";
    return new Words(
        Measured.namesChinese(parties)
            + " 几乎相同或一个落在另一个里面：共有 "
            + Measured.area(area)
            + "，占较小者的 "
            + percent
            + "。",
        Measured.namesEnglish(parties)
            + " are the same or one lies in the other: they share "
            + Measured.area(area)
            + ", "
            + percent
            + " of the smaller.");
  }

  static Words stray(double area, double width, List<Party> parties) {
    return new Words(
        Measured.namesChinese(parties) + " 伸出责任范围之外，" + figuresChinese(area, width) + "。",
        Measured.namesEnglish(parties)
            + " lies outside the domain here"
            + figuresEnglish(area, width));
  }

  static Words sliver(Cover cover, int parts, double area, double width, List<Party> parties) {
    return new Words(
        Measured.namesChinese(parties)
            + " 的边界没有贴合："
            + (parts > 1 ? parts + " 段" : "一段")
            + "碎片（"
            + cover.label()
            + "），"
            + figuresChinese(area, width)
            + "。",
        "The borders of "
            + Measured.namesEnglish(parties)
            + " do not fit: "
            + parts
            + (parts > 1 ? " slivers (" : " sliver (")
            + english(cover)
            + ")"
            + figuresEnglish(area, width));
  }

  static Words mismatch(int nodes, int slivers, double area, double width, List<Party> parties) {
    return new Words(
        Measured.namesChinese(parties)
            + " 的公共边界节点对不上："
            + nodes
            + " 个节点只在一侧，"
            + slivers
            + " 处毫厘之差，共 "
            + Measured.area(area)
            + "，最大相距 "
            + Measured.length(width)
            + "。",
        "The common border of "
            + Measured.namesEnglish(parties)
            + " does not match: "
            + nodes
            + " vertices on one side only, "
            + slivers
            + " hairline slivers, together "
            + Measured.area(area)
            + ", at most "
            + Measured.length(width)
            + " apart.");
  }

  static Words outline(int nodes, int slivers, double area, double width, int polygons) {
    return new Words(
        "责任范围界线与 "
            + polygons
            + " 个图形的外缘不是同一条线："
            + slivers
            + " 处碎片、"
            + nodes
            + " 个节点只在一侧，共 "
            + Measured.area(area)
            + "，最宽 "
            + Measured.length(width)
            + "。这是一处整体性的差异，对齐一次即可。",
        "The domain outline and the outer edge of "
            + polygons
            + " polygons are not the same line: "
            + slivers
            + " slivers and "
            + nodes
            + " vertices on one side only, together "
            + Measured.area(area)
            + ", at most "
            + Measured.length(width)
            + " wide. It is one difference as a whole; aligning once settles it.");
  }

  static Words detached(LayerPolygon polygon, double area, double distance) {
    return new Words(
        polygon.id() + " 有一块离开主体 " + Measured.length(distance) + "，面积 " + Measured.area(area) + "。",
        "A part of "
            + polygon.id()
            + " lies "
            + Measured.length(distance)
            + " from its largest part, area "
            + Measured.area(area)
            + ".");
  }

  static Words crossing(
      LayerPolygon polygon, LayerPolygon home, LayerPolygon wrong, double area, double width) {
    return new Words(
        polygon.id()
            + " 属于 "
            + home.id()
            + "，却越界进入 "
            + wrong.id()
            + "，"
            + figuresChinese(area, width)
            + "。",
        polygon.id()
            + " belongs to "
            + home.id()
            + " but reaches into "
            + wrong.id()
            + figuresEnglish(area, width));
  }

  private static String english(Cover cover) {
    return switch (cover) {
      case UNCOVERED -> "covered by nobody";
      case DOUBLE -> "covered twice";
      case OUTSIDE -> "outside the domain";
      case MIXED -> "gaps and overlaps in turn";
      case NONE -> "no ground";
    };
  }

  private static String figuresChinese(double area, double width) {
    return "面积 " + Measured.area(area) + "，最宽 " + Measured.length(width);
  }

  private static String figuresEnglish(double area, double width) {
    return ": " + Measured.area(area) + ", at most " + Measured.length(width) + " wide.";
  }
}
