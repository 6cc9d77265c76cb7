package org.wangge.policy;

/** How far a right of a role goes. */
public enum Reach {
  /** Not at all. */
  NONE,
  /** Inside the scope of the grant. */
  WITHIN,
  /** In the whole district, whatever the scope. */
  EVERYWHERE
}
