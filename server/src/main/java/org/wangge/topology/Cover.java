package org.wangge.topology;

/** How the ground of a finding is covered. */
public enum Cover {
  /** No polygon covers it. */
  UNCOVERED("无人覆盖"),
  /** Two polygons or more cover it. */
  DOUBLE("重复覆盖"),
  /** A polygon covers it but it lies outside the domain. */
  OUTSIDE("超出范围"),
  /** Several of these alternate along one border. */
  MIXED("交错"),
  /** The finding is not about cover: validity, parts, nodes, nesting. */
  NONE("—");

  private final String label;

  Cover(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
