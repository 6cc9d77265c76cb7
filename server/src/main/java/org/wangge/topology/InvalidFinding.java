package org.wangge.topology;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.wangge.topology.Suggestion.Action;

/** Findings about one polygon's own shape. */
final class InvalidFinding {
  private static final Words REDRAW =
      new Words("请在此处重画或修复该图形的边界。", "Redraw or repair the polygon's outline at this place.");

  private InvalidFinding() {}

  static Finding of(
      Party.Role role, LayerPolygon polygon, @Nullable Coordinate where, Defect defect) {
    Coordinate place = where == null ? new Coordinate(0, 0) : where.copy();
    return new Finding(
        FindingKind.INVALID,
        Cover.NONE,
        0,
        0,
        1,
        List.of(new Party(role, polygon.index(), polygon.id(), 0)),
        place,
        where == null
            ? GridGeometry.FACTORY.createPoint()
            : GridGeometry.FACTORY.createPoint(place),
        new Suggestion(Action.REDRAW, polygon.index(), REDRAW),
        1,
        words(role, polygon, defect));
  }

  private static Words words(Party.Role role, LayerPolygon polygon, Defect defect) {
    if (role == Party.Role.DOMAIN) {
      return new Words("责任范围：" + defect.chinese() + "。", "The domain: " + defect.english() + ".");
    }
    return new Words(
        "第 " + polygon.index() + " 个图形（" + polygon.id() + "）：" + defect.chinese() + "。",
        "Polygon " + polygon.index() + " (" + polygon.id() + "): " + defect.english() + ".");
  }
}
