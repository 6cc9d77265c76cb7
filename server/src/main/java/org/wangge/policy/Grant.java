package org.wangge.policy;

/**
 * A role and where it holds.
 *
 * @param scope code of a unit or grid, and everything in it; {@link #WHOLE} for the whole district
 *     whatever its code, also while it has none
 */
public record Grant(Role role, String scope) {
  /** The scope of a grant for the whole district. */
  public static final String WHOLE = "*";
}
