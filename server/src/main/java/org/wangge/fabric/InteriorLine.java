package org.wangge.fabric;

/**
 * A line inside the domain that bounds no face: for drawing, and a candidate cut line.
 *
 * @param xs millimetres east
 * @param ys millimetres north
 * @param arcClass what it is on the ground
 * @param name "" when it has none
 * @param streetId 0 when it has none
 * @param layer as in {@link BoundaryLine}
 * @param reason why it bounds nothing
 */
public record InteriorLine(
    long[] xs, long[] ys, ArcClass arcClass, String name, long streetId, int layer, Reason reason) {

  /** Why a line bounds nothing. */
  public enum Reason {
    /** It, or the tree it belongs to, ends dead. */
    DANGLE,
    /** It is the only link to a part of the network that lies inside a face. */
    ISTHMUS,
    /** It is a bridge or a tunnel that does not bound. */
    LAYER
  }
}
