package org.wangge.zoning;

import java.util.Locale;

/** What a step may not break, and what a planner is warned of. */
public enum Rule {
  /** A grid lies in one piece, across arcs. */
  CONTIGUITY("连片"),
  /** A grid lies in one community. */
  NESTING("不跨村社区"),
  /** A locked grid neither loses nor gains; a locked border stays between the same two grids. */
  LOCK("锁定"),
  /** A grid keeps at least one block; who wants to abolish it merges it. */
  EMPTY("不留空网格"),
  /** A path must cut what it is drawn through into two parts. */
  PATH("切分线"),
  /** Households within the band. */
  BAND("规模适度"),
  /** What was asked for is so already, or nothing better was found. */
  NOTHING("无可调整");

  private final String label;

  Rule(String label) {
    this.label = label;
  }

  /** Stable name outside the code. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Chinese name. */
  public String label() {
    return label;
  }
}
