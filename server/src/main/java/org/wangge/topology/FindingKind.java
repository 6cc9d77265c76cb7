package org.wangge.topology;

import java.util.Locale;

/** The kinds of things that can be wrong with a layer. Declared worst first. */
public enum FindingKind {
  /** A ring that is no ring: the polygon is repaired for the rest of the check, or left out. */
  INVALID("无效图形", "图形本身不成立（自相交、未闭合、坐标缺失等），先修好它，其余检查才可信。"),
  /** Ground inside the domain without a polygon, closed in by polygons on all sides. */
  GAP("漏管", "四周都有网格、中间却没有人管的地方。"),
  /**
   * Ground inside the domain without a polygon that shares a length of the domain outline, so that
   * it is open to the outside. Without a domain the outside cannot be told from an inlet: none is
   * reported.
   */
  INLET("缺口", "在责任范围边缘、向外敞开的无人管地带。"),
  /** Ground covered by two polygons or more. */
  OVERLAP("重叠", "两个或更多网格同时覆盖的地方。"),
  /**
   * Two polygons that share at least {@link CheckOptions#duplicateShare()} of the smaller one: the
   * same polygon twice, or one lying whole in the other.
   */
  DUPLICATE("重复图形", "两个图形几乎相同，或一个整个落在另一个里面。"),
  /** Ground of a polygon outside the domain. */
  STRAY("越界", "网格伸出责任范围之外的部分。"),
  /** Ground of a polygon inside a parent that is not the one holding most of it. */
  CROSSING("跨界", "网格越过上级（社区、镇街）的界线。"),
  /** A part of a polygon detached from its largest part. */
  MULTIPART("飞地", "网格由互不相连的几块组成，这是离开主体的一块。"),
  /** A gap, inlet, overlap or stray piece thinner than the sliver width. */
  SLIVER("碎片", "又细又长的缝隙或重叠，多为描绘时没有贴合。"),
  /**
   * Borders that should be one line but whose vertices differ, with no area worth naming between.
   * One per border and cover, and one for the whole domain outline. Polygon vertices on an outline
   * without vertices of its own, or beside it by no more than rounding to millimetres makes (1.5
   * mm), are only counted: a domain need not have a vertex wherever two polygons meet on it.
   */
  MISMATCH("节点不合", "相邻边界看上去重合，但节点对不上。");

  private final String label;
  private final String explanation;

  FindingKind(String label, String explanation) {
    this.label = label;
    this.explanation = explanation;
  }

  /** Chinese name. */
  public String label() {
    return label;
  }

  /** One Chinese sentence for people who meet the kind for the first time. */
  public String explanation() {
    return explanation;
  }

  /** Lower-case name as written in JSON: {@code gap}, {@code inlet}, … */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
