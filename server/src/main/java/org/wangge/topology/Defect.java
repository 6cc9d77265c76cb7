package org.wangge.topology;

import java.util.Locale;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/** What is wrong with a ring or polygon, as half a sentence in two languages. */
record Defect(String chinese, String english) {
  static final Defect EMPTY = new Defect("没有图形", "has no geometry");
  static final Defect SMALLER_THAN_GRID =
      new Defect("小于坐标网格，化为一点或一线", "is smaller than the coordinate grid");

  static Defect unclosed(double metres) {
    return new Defect(
            String.format(Locale.ROOT, "环未闭合，首尾相距 %.3f 米", metres),
            String.format(Locale.ROOT, "ring is not closed: its ends are %.3f m apart", metres))
        .repaired();
  }

  static Defect notPolygon(String type) {
    return new Defect("不是面（" + type + "）", "is not a polygon but a " + type);
  }

  static Defect notFinite(int vertex, Coordinate c) {
    String at = "(" + c.x + ", " + c.y + ")";
    return new Defect(
        "第 " + vertex + " 个顶点的坐标 " + at + " 不是可用的数",
        "vertex " + vertex + " has the unusable coordinate " + at);
  }

  static Defect of(TopologyValidationError error) {
    return new Defect(chinese(error.getErrorType()), error.getMessage());
  }

  Defect repaired() {
    return new Defect(chinese + "；检查时已临时修复", english + "; repaired for this check only");
  }

  Defect leftOut() {
    return new Defect(chinese + "；检查时未计入", english + "; left out of this check");
  }

  private static String chinese(int errorType) {
    return switch (errorType) {
      case TopologyValidationError.HOLE_OUTSIDE_SHELL -> "内环在外环之外";
      case TopologyValidationError.NESTED_HOLES -> "内环套内环";
      case TopologyValidationError.DISCONNECTED_INTERIOR -> "内环把面切断";
      case TopologyValidationError.SELF_INTERSECTION -> "边界自相交";
      case TopologyValidationError.RING_SELF_INTERSECTION -> "环在一点自相接";
      case TopologyValidationError.NESTED_SHELLS -> "部分之间互相包含";
      case TopologyValidationError.DUPLICATE_RINGS -> "环重复";
      case TopologyValidationError.TOO_FEW_POINTS -> "顶点太少，围不成面";
      case TopologyValidationError.INVALID_COORDINATE -> "坐标不是可用的数";
      case TopologyValidationError.RING_NOT_CLOSED -> "环未闭合";
      default -> "图形不成立";
    };
  }
}
