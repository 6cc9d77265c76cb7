package org.wangge.zoning;

/**
 * The highest unit that changes across an arc. The order is stored and compared: higher units come
 * later.
 */
public enum Level {
  /** The same grid on both sides. */
  NONE("街区线"),
  GRID("网格界"),
  COMMUNITY("村社区界"),
  TOWNSHIP("镇街界"),
  /** The outline of the domain. */
  DISTRICT("区界");

  private final String label;

  Level(String label) {
    this.label = label;
  }

  /** Chinese name. */
  public String label() {
    return label;
  }
}
