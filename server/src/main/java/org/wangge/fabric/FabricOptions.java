package org.wangge.fabric;

/**
 * How a fabric is built.
 *
 * @param tunnels what becomes of lines below the ground (layer &lt; 0)
 * @param bridges what becomes of lines above the ground (layer &gt; 0)
 * @param nearMissMetres a dead end this close to a line that it does not touch is reported as a
 *     near miss
 * @param extendDangles close near misses by a straight piece (flag {@link ArcFlags#EXTENSION})
 *     instead of only reporting them
 * @param medianWidthMetres a face is a median when its mean width 2A/P is less
 * @param medianShare and at least this share of its perimeter runs along collectors or wider
 *     streets
 * @param waterShare a face is water when more than this share of its area is water
 * @param thinWidthMetres faces with a mean width below are counted as thin
 */
public record FabricOptions(
    LayerRule tunnels,
    LayerRule bridges,
    double nearMissMetres,
    boolean extendDangles,
    double medianWidthMetres,
    double medianShare,
    double waterShare,
    double thinWidthMetres) {

  /** What a line that is not on the ground does. */
  public enum LayerRule {
    /**
     * It bounds like a line on the ground; where it crosses other layers a node without a junction
     * appears.
     */
    BOUND,
    /**
     * It bounds, except for pieces between junctions that pass over or under a street of another
     * layer without meeting it: those become interior lines. Passing over rivers, railways, walls
     * and borders is allowed.
     */
    BOUND_UNLESS_CROSSING,
    /** It never bounds and becomes an interior line. */
    IGNORE
  }

  /**
   * Tunnels ignored, bridges bound unless they pass over streets, 5 m near misses reported only.
   */
  public static FabricOptions defaults() {
    return new FabricOptions(
        LayerRule.IGNORE, LayerRule.BOUND_UNLESS_CROSSING, 5, false, 25, 0.7, 0.5, 12);
  }

  public FabricOptions withExtendDangles(boolean extend) {
    return new FabricOptions(
        tunnels,
        bridges,
        nearMissMetres,
        extend,
        medianWidthMetres,
        medianShare,
        waterShare,
        thinWidthMetres);
  }

  public FabricOptions withLayers(LayerRule forTunnels, LayerRule forBridges) {
    return new FabricOptions(
        forTunnels,
        forBridges,
        nearMissMetres,
        extendDangles,
        medianWidthMetres,
        medianShare,
        waterShare,
        thinWidthMetres);
  }

  /** 0 looks for no near misses. */
  public FabricOptions withNearMissMetres(double metres) {
    return new FabricOptions(
        tunnels,
        bridges,
        metres,
        extendDangles,
        medianWidthMetres,
        medianShare,
        waterShare,
        thinWidthMetres);
  }
}
