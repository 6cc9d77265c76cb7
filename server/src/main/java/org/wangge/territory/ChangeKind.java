package org.wangge.territory;

/** What can happen to a grid. The names in lower case are stored. */
public enum ChangeKind {
  ABOLISH("撤销"),
  CREATE("新设"),
  SPLIT("拆分"),
  MERGE("并入"),
  TRANSFER("划转"),
  RENAME("更名"),
  RECODE("换码"),
  CORRECT("更正");

  private final String label;

  ChangeKind(String label) {
    this.label = label;
  }

  /** What it is called. */
  public String label() {
    return label;
  }

  /** How it is stored and told to machines. */
  public String code() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
