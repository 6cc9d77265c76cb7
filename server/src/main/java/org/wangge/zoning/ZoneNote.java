package org.wangge.zoning;

import java.util.Locale;

/**
 * What a design says about one of its zones.
 *
 * @param zone number of the zone in the design
 * @param region region it lies in
 * @param blocks how many blocks it has
 * @param load sum of the blocks' loads
 * @param target load it was meant to have
 * @param unmet the rule it misses, {@link Unmet#NONE} when it meets all
 * @param block the block the reason speaks of, {@code -1} when none
 * @param blockLoad load of that block
 */
public record ZoneNote(
    int zone,
    int region,
    int blocks,
    double load,
    double target,
    Unmet unmet,
    int block,
    double blockLoad) {

  /** A zone within this share of its target meets the rule of suitable scale. */
  public static final double TOLERANCE = 0.1;

  /** Why a zone is not as it should be. */
  public enum Unmet {
    NONE,
    /**
     * One block alone has more than the whole zone should have: no assignment of whole blocks can
     * do better.
     */
    BLOCK_TOO_BIG,
    /** The region has fewer blocks than zones were asked for; this one is empty. */
    TOO_FEW_BLOCKS,
    /** The region itself falls apart, so that this zone has parts that do not touch. */
    REGION_APART,
    /** The blocks are too coarse for the target here. */
    TOO_COARSE
  }

  /** Share by which the load misses the target: −0.2 is a fifth too small. */
  public double deviation() {
    return load / target - 1;
  }

  /** The reason in words for the planner; empty when all rules are met. */
  public String because() {
    return switch (unmet) {
      case NONE -> "";
      case BLOCK_TOO_BIG ->
          String.format(Locale.ROOT, "街区 %d 一块就有目标的 %.1f 倍，须先切分该街区", block, blockLoad / target);
      case TOO_FEW_BLOCKS -> "街区数少于所要的网格数，此网格没有街区";
      case REGION_APART -> "所在社区本身不连片，此网格由几块不相邻的街区组成";
      case TOO_COARSE -> String.format(Locale.ROOT, "街区偏大，只能做到偏离目标 %+.0f%%", 100 * deviation());
    };
  }
}
