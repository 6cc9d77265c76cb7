package org.wangge.cases;

import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A {@link CaseFilter} made ready to be asked a million times over {@link CaseColumns}. */
final class Selection {
  private final CaseColumns columns;
  private final long from;
  private final long to;
  private final boolean[] category;
  private final boolean[] channel;
  private final @Nullable BitSet zones;
  private final boolean everything;

  private Selection(CaseColumns columns, CaseFilter filter) {
    this.columns = columns;
    this.from = seconds(filter.from(), Long.MIN_VALUE);
    this.to = seconds(filter.to(), Long.MAX_VALUE);
    this.category = categories(filter);
    this.channel = channels(filter);
    this.zones = filter.zones().orElse(null);
    this.everything = filter.equals(CaseFilter.all());
  }

  static Selection of(CaseColumns columns, CaseFilter filter) {
    return new Selection(columns, filter);
  }

  boolean test(int row) {
    return everything
        || (columns.reportedAt[row] >= from
            && columns.reportedAt[row] < to
            && category[columns.category[row]]
            && channel[columns.channel[row]]
            && (zones == null || isIn(zones, columns.zone[row])));
  }

  private static boolean isIn(BitSet zones, int zone) {
    return zone >= 0 && zones.get(zone);
  }

  /**
   * Rounds up: a case carries whole seconds, so "at or after 0.5 s" is "at or after 1 s", and the
   * same for "before".
   */
  private static long seconds(@Nullable Instant instant, long open) {
    return instant == null ? open : instant.getEpochSecond() + (instant.getNano() > 0 ? 1 : 0);
  }

  private static boolean[] categories(CaseFilter filter) {
    List<Category> leaves = Categories.standard().leaves();
    boolean[] wanted = new boolean[leaves.size()];
    for (int i = 0; i < wanted.length; i++) {
      wanted[i] = filter.wants(leaves.get(i));
    }
    return wanted;
  }

  private static boolean[] channels(CaseFilter filter) {
    boolean[] wanted = new boolean[Channel.values().length];
    for (Channel each : Channel.values()) {
      wanted[each.ordinal()] = filter.wants(each);
    }
    return wanted;
  }
}
