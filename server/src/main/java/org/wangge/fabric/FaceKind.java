package org.wangge.fabric;

/** What a face is. The order of the constants is stored: never reorder, only append. */
public enum FaceKind {
  /** A block: can be assigned and lived in. */
  LAND("街区"),
  /** The strip between two carriageways; goes with a neighbour. */
  MEDIAN("分隔带"),
  /** More than half of it is water. */
  WATER("水域");

  private static final FaceKind[] STORED = values();

  private final String label;

  FaceKind(String label) {
    this.label = label;
  }

  /** The kind stored under that number. */
  public static FaceKind ofOrdinal(int ordinal) {
    return STORED[ordinal];
  }

  /** Chinese name. */
  public String label() {
    return label;
  }
}
