package org.wangge.territory;

/**
 * Something bound to blocks that a redraw hands over from one grid to another: open cases, party
 * members, service points. A feature registers what it has, so that the consequences of a plan can
 * be told without knowing the feature.
 */
public interface Attribution {
  /** Stable name for machines: openCases. */
  String key();

  /** What it is called: 未结案件. */
  String label();

  /** Its counter: 件. */
  String unit();

  /** How many of them are bound to each block of the snapshot's fabric. */
  int[] perFace(InForce inForce);
}
