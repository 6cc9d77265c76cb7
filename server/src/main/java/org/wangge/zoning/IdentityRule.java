package org.wangge.zoning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.wangge.zoning.Lineage.Flow;

/**
 * Which zone after a redraw is still the zone it was, and so keeps its code: the one that keeps a
 * given share of the households. A pure function; the share is a setting of the district.
 */
public final class IdentityRule {
  /** Of the households. */
  public static final double USUAL_SHARE = 0.6;

  private static final int NONE = -1;

  /** What a reviewer should look at. */
  public enum Concern {
    /** A zone keeps the code of one of which it has less than the share. */
    KEEPS_TOO_LITTLE,
    /** A zone has most of one before, enough to be it, and is called otherwise. */
    IS_CALLED_OTHERWISE
  }

  /**
   * One thing to look at.
   *
   * @param before zone before
   * @param after zone after
   * @param share of the households of the zone before that the zone after has
   */
  public record Warning(Concern concern, int before, int after, double share) {}

  private IdentityRule() {}

  /**
   * For every zone after the zone before that it continues, −1 for a new one. No zone before is
   * continued twice. A zone that has enough of several continues the one with most households.
   *
   * @param share at least so much of the households of the zone before, above 0
   */
  public static int[] propose(Lineage lineage, double share) {
    int[] continued = new int[lineage.zonesAfter()];
    Arrays.fill(continued, NONE);
    boolean[] taken = new boolean[lineage.zonesBefore()];
    lineage.flows().stream()
        .filter(flow -> flow.share() >= share)
        .sorted(
            Comparator.comparingInt(Flow::households)
                .thenComparingLong(Flow::doubleArea)
                .reversed()
                .thenComparingInt(Flow::from)
                .thenComparingInt(Flow::to))
        .filter(flow -> continued[flow.to()] == NONE && !taken[flow.from()])
        .forEach(
            flow -> {
              continued[flow.to()] = flow.from();
              taken[flow.from()] = true;
            });
    return continued;
  }

  /**
   * Where given identities differ from the rule.
   *
   * @param continued per zone after the zone before whose code it has, −1 for none
   */
  public static List<Warning> warnings(Lineage lineage, int[] continued, double share) {
    int[] proposed = propose(lineage, share);
    List<Warning> warnings = new ArrayList<>();
    for (int after = 0; after < continued.length; after++) {
      warning(lineage, after, continued[after], proposed[after], share).ifPresent(warnings::add);
    }
    return warnings;
  }

  private static Optional<Warning> warning(
      Lineage lineage, int after, int continued, int proposed, double share) {
    double kept = share(lineage, continued, after);
    if (continued != NONE && kept < share) {
      return Optional.of(new Warning(Concern.KEEPS_TOO_LITTLE, continued, after, kept));
    }
    boolean otherwise = proposed != NONE && continued != proposed;
    return otherwise
        ? Optional.of(
            new Warning(
                Concern.IS_CALLED_OTHERWISE, proposed, after, share(lineage, proposed, after)))
        : Optional.empty();
  }

  private static double share(Lineage lineage, int before, int after) {
    return lineage.to(after).stream()
        .filter(flow -> flow.from() == before)
        .mapToDouble(Flow::share)
        .sum();
  }
}
