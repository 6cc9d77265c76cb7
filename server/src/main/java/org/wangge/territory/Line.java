package org.wangge.territory;

/** The four lines (四类网格): four sets of roles over the same geometry. The names are stored. */
public enum Line {
  DJ("党建网格"),
  ZZ("综治网格"),
  ZI("自治网格"),
  FW("服务网格");

  private final String label;

  Line(String label) {
    this.label = label;
  }

  /** What it is called. */
  public String label() {
    return label;
  }
}
