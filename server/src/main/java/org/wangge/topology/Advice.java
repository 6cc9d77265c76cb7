package org.wangge.topology;

import java.util.List;
import org.wangge.topology.Suggestion.Action;

/** What to do about a finding, and how sure that is. */
record Advice(Suggestion suggestion, double confidence) {

  private static Advice of(
      Action action, int towards, double confidence, String chinese, String english) {
    return new Advice(new Suggestion(action, towards, new Words(chinese, english)), confidence);
  }

  /**
   * @param around neighbours, longest shared line first
   * @param big whether the ground is of the size of a polygon of its own
   */
  static Advice forUncovered(List<Party> around, boolean big) {
    List<Party> polygons =
        around.stream().filter(party -> party.role() == Party.Role.POLYGON).toList();
    if (big) {
      return of(Action.NEW_POLYGON, -1, 0.7, "建议新划一个网格。", "Draw a new polygon here.");
    }
    if (polygons.isEmpty()) {
      return of(Action.REVIEW, -1, 0.3, "请查看。", "Review.");
    }
    if (polygons.size() >= 3) {
      return of(
          Action.SHARE_PER_BLOCK,
          -1,
          0.6,
          "按街区分给四周的 " + polygons.size() + " 个网格，不宜整块给一个。",
          "Share it block by block among the "
              + polygons.size()
              + " neighbours; do not give it whole to one.");
    }
    return give(polygons);
  }

  private static Advice give(List<Party> polygons) {
    Party most = polygons.get(0);
    double sum = polygons.stream().mapToDouble(Party::sharedMetres).sum();
    double share = sum > 0 ? most.sharedMetres() / sum : 0.5;
    return of(
        Action.GIVE,
        most.index(),
        Math.max(0.5, Math.min(0.95, share)),
        "划给共边最长的 " + most.id() + "。",
        "Give it to " + most.id() + ", which shares the longest border.");
  }

  static Advice forOverlap(List<Party> owners) {
    return of(
        Action.CUT,
        owners.isEmpty() ? -1 : owners.get(owners.size() - 1).index(),
        0.6,
        "在重叠处定一条界线，" + Measured.namesChinese(owners) + " 都沿它裁切。",
        "Choose one line through the overlap and cut "
            + Measured.namesEnglish(owners)
            + " along it.");
  }

  static Advice forDuplicate(List<Party> owners) {
    Party last = owners.stream().max(java.util.Comparator.comparingInt(Party::index)).orElseThrow();
    return of(
        Action.REMOVE_COPY,
        last.index(),
        0.8,
        "只保留一个；若都要保留，请把 " + last.id() + " 从另一个中裁出。",
        "Keep one of them, or cut " + last.id() + " out of the other.");
  }

  static Advice forStray(Party stray) {
    return of(
        Action.TRIM,
        stray.index(),
        0.7,
        "沿责任范围界线裁去 " + stray.id() + " 的越界部分，或核对范围界线。",
        "Trim " + stray.id() + " at the domain outline, or correct the outline.");
  }

  static Advice forCrossing(LayerPolygon polygon, LayerPolygon wrongParent) {
    return of(
        Action.CUT_AT_PARENT,
        wrongParent.index(),
        0.75,
        "沿上级界线裁开，把这一块交给 " + wrongParent.id() + " 内的相邻网格。",
        "Cut "
            + polygon.id()
            + " at the parent's line and give this part to a polygon of "
            + wrongParent.id()
            + ".");
  }

  static Advice forDetached(List<Party> around) {
    if (around.isEmpty()) {
      return of(Action.REVIEW, -1, 0.4, "请核对是否确为飞地。", "Confirm that the detached part is meant.");
    }
    Party most = around.get(0);
    return of(
        Action.MERGE_PART,
        most.index(),
        0.6,
        "并入共边最长的 " + most.id() + "，或登记为确认的飞地。",
        "Merge it into " + most.id() + ", which shares the longest border, or record it as meant.");
  }

  static Advice forAlignment(double metres) {
    String within = Measured.length(metres);
    return of(
        Action.ALIGN,
        -1,
        0.9,
        "把两侧边界按 " + within + " 以内对齐到同一组节点。",
        "Align both borders to the same vertices within " + within + ".");
  }
}
