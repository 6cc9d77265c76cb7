package org.wangge.zoning;

/**
 * How many households a grid should have (规模适度).
 *
 * @param min fewer are too few
 * @param target what a new grid is drawn for
 * @param max more are too many
 */
public record Band(int min, int target, int max) {

  public Band {
    if (min < 0 || min > target || target > max || target == 0) {
      throw new IllegalArgumentException(
          "a band is 0 <= min <= target <= max, not " + min + ", " + target + ", " + max);
    }
  }

  /** By how many households it is missed: negative below, positive above, 0 within. */
  public int excess(int households) {
    return households < min ? households - min : Math.max(0, households - max);
  }

  public boolean contains(int households) {
    return excess(households) == 0;
  }
}
