package org.wangge.territory;

/**
 * Something that is bound to blocks and counted: open cases, members, points. A redraw tells its
 * consequences with it, without knowing what cases or members are. Thread-safe.
 */
public interface Attribution {
  /** Stable, for machines: {@code openCases}. */
  String key();

  /** For people: 未结案件. */
  String label();

  /** The measure word: 件. */
  String unit();

  /**
   * How many there are now on each block, by face of the fabric of that snapshot, which may be one
   * that was never published. Not to be changed by who asks.
   */
  int[] perFace(InForce inForce);
}
