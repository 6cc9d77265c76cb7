package org.wangge.fabric;

/** Bits of {@link Fabric#arcFlags(int)}. They are stored: never renumber. */
public final class ArcFlags {
  /** The face on the left of the forward half-edge is outside the domain. */
  public static final int OUTSIDE_LEFT = 1;

  /** The face on the right of the forward half-edge is outside the domain. */
  public static final int OUTSIDE_RIGHT = 2;

  /** A statutory border or the outline of the domain runs along the arc. */
  public static final int MANDATORY = 4;

  /** The street runs on a bridge here. */
  public static final int BRIDGE = 8;

  /** The street runs in a tunnel here. */
  public static final int TUNNEL = 16;

  /** The arc was not given but added to close a near miss. */
  public static final int EXTENSION = 32;

  /** Either outside bit: the arc is part of the domain's outline. */
  public static final int OUTLINE = OUTSIDE_LEFT | OUTSIDE_RIGHT;

  private ArcFlags() {}

  /** The flags as seen when the arc runs the other way. */
  static int reversed(int flags) {
    int outline = ((flags & OUTSIDE_LEFT) << 1) | ((flags & OUTSIDE_RIGHT) >> 1);
    return (flags & ~OUTLINE) | outline;
  }
}
