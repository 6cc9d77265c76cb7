package org.wangge.fabric;

/**
 * What an arc is on the ground. The order of the constants is stored: never reorder, only append.
 *
 * <p>When several lines run along one segment, the arc takes the class with the greatest {@link
 * #strength()}: what can be seen on the ground wins over what is only on paper, so that a statutory
 * border along a street counts as a street.
 */
public enum ArcClass {
  EXPRESSWAY("快速路", 10, 0.6),
  ARTERIAL("主干路", 9, 0.7),
  COLLECTOR("次干路", 8, 0.8),
  LOCAL("支路", 7, 1.0),
  PATH("小路", 3, 1.6),
  RIVER("河流", 6, 0.7),
  RAIL("铁路", 5, 0.8),
  WALL("围墙", 4, 1.2),
  STATUTORY("法定界线", 2, 1.5),
  CUT("划线", 1, 4.0);

  private static final ArcClass[] STORED = values();

  private final String label;
  private final int strength;
  private final double weight;

  ArcClass(String label, int strength, double weight) {
    this.label = label;
    this.strength = strength;
    this.weight = weight;
  }

  /** The class stored under that number. */
  public static ArcClass ofOrdinal(int ordinal) {
    return STORED[ordinal];
  }

  /** Somewhere people drive or walk. */
  public boolean isStreet() {
    return ordinal() <= PATH.ordinal();
  }

  /** Something that can be seen on the ground and that 街巷定界 accepts as a boundary. */
  public boolean isOnGround() {
    return ordinal() <= WALL.ordinal();
  }

  /** A collector or wider street: the sides of a median. */
  public boolean isMajorStreet() {
    return ordinal() <= COLLECTOR.ordinal();
  }

  /** Greater wins where lines coincide. */
  public int strength() {
    return strength;
  }

  /**
   * Cost per metre for a boundary that follows this class; less is preferred, a local street costs
   * 1.
   */
  public double weight() {
    return weight;
  }

  /** Chinese name. */
  public String label() {
    return label;
  }
}
