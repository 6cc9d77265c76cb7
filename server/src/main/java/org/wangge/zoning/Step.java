package org.wangge.zoning;

import org.wangge.fabric.Fabric;
import org.wangge.fabric.FaceSplit;

/**
 * What an operation does to a {@link Redraw}, worked out to the last block, with everything needed
 * to take it back. A step belongs to the redraw it was made for; the arrays must not be changed.
 */
public sealed interface Step {

  /**
   * Blocks change their zone.
   *
   * @param faces which, each once
   * @param from the zone of each before
   * @param to the zone of each after; may be one that is opened
   * @param opened communities of the zones that are appended to the list, in order
   */
  record Moved(int[] faces, int[] from, int[] to, int[] opened) implements Step {}

  /**
   * Zones or arcs are locked, or unlocked; each was not before.
   *
   * @param lock whether they are locked after
   */
  record Locked(boolean lock, int[] zones, int[] arcs) implements Step {}

  /**
   * A block is split in two; both parts stay in its zone.
   *
   * @param before the fabric before
   */
  record Refined(Fabric before, FaceSplit split) implements Step {}

  /** Which zone each of those faces goes to, from where it is in the redraw. */
  static Moved moved(Redraw redraw, int[] faces, int[] to, int[] opened) {
    int[] from = new int[faces.length];
    for (int i = 0; i < faces.length; i++) {
      from[i] = redraw.zone(faces[i]);
    }
    return new Moved(faces, from, to, opened);
  }
}
