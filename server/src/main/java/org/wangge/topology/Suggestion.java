package org.wangge.topology;

/**
 * What to do about a finding: data only, nothing is applied here.
 *
 * @param action what to do
 * @param towards index of the polygon or parent that receives the ground or does the yielding; −1
 *     when the action names nobody
 * @param words the same as a sentence
 */
public record Suggestion(Action action, int towards, Words words) {

  /** The things that can be proposed. */
  public enum Action {
    /** Redraw or repair the ring. */
    REDRAW,
    /** Give the uncovered ground whole to one neighbour. */
    GIVE,
    /** Share the uncovered ground among its neighbours block by block, never whole to one. */
    SHARE_PER_BLOCK,
    /** The uncovered ground is as big as a polygon: draw a new one. */
    NEW_POLYGON,
    /** Choose one line through the doubly covered ground and cut both polygons along it. */
    CUT,
    /** Keep one of two copies. */
    REMOVE_COPY,
    /** Cut the part outside the domain, or extend the domain. */
    TRIM,
    /** Cut along the parent's line and give the far part to a polygon of that parent. */
    CUT_AT_PARENT,
    /** Give the detached part to the neighbour that surrounds it most. */
    MERGE_PART,
    /** Draw both borders through the same vertices. */
    ALIGN,
    /** Decide by looking: nothing can be proposed. */
    REVIEW
  }
}
