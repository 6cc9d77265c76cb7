package org.wangge.intake;

/** What a district looks like to a point that is asked whether it belongs there. */
public interface Terrain {

  /** The block under a place in degrees, −1 outside the coverage domain. */
  int faceAt(double lon, double lat);

  /**
   * How plausible it is that people report something here, 0 (outside, on water) to 1 (at a
   * building). Used to compare readings of the same file, so only differences matter.
   */
  double plausibility(double lon, double lat);
}
