package org.wangge.zoning;

/**
 * A rule that a step would break.
 *
 * @param rule which
 * @param zone the zone that suffers, −1 when none does
 * @param faces the blocks that break it
 * @param refuses whether the step must not be made; otherwise the planner is warned
 */
public record Objection(Rule rule, int zone, int[] faces, boolean refuses) {

  static Objection refusal(Rule rule, int zone, int[] faces) {
    return new Objection(rule, zone, faces, true);
  }
}
