package org.wangge.cases;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Counts of selected cases: per grid, per span of time, per category and channel. One scan of the
 * columns each.
 */
final class CaseCounts {
  private final CaseColumns columns;
  private final Selection selection;

  private CaseCounts(CaseColumns columns, Selection selection) {
    this.columns = columns;
    this.selection = selection;
  }

  static CaseCounts of(CaseColumns columns, CaseFilter filter) {
    return new CaseCounts(columns, Selection.of(columns, filter));
  }

  /** Per zone of the plan; cases outside every zone are left out. */
  int[] perZone(int zones) {
    int[] counts = new int[zones];
    for (int i = 0; i < columns.size(); i++) {
      int zone = columns.zone[i];
      if (zone >= 0 && zone < zones && selection.test(i)) {
        counts[zone]++;
      }
    }
    return counts;
  }

  /** Per category index. */
  int[] perCategory() {
    int[] counts = new int[Categories.standard().leaves().size()];
    for (int i = 0; i < columns.size(); i++) {
      if (selection.test(i)) {
        counts[columns.category[i]]++;
      }
    }
    return counts;
  }

  /** Per channel in the order of the enum. */
  int[] perChannel() {
    int[] counts = new int[Channel.values().length];
    for (int i = 0; i < columns.size(); i++) {
      if (selection.test(i)) {
        counts[columns.channel[i]]++;
      }
    }
    return counts;
  }

  /**
   * Per bucket of local time; the starts are days, ascending, and the last bucket ends where the
   * next would start.
   */
  int[] perBucket(List<LocalDate> starts, ZoneId zone) {
    long[] limits =
        starts.stream().mapToLong(day -> day.atStartOfDay(zone).toEpochSecond()).toArray();
    int[] counts = new int[limits.length];
    for (int i = 0; i < columns.size(); i++) {
      int at = Arrays.binarySearch(limits, columns.reportedAt[i]);
      int bucket = at >= 0 ? at : -at - 2;
      if (bucket >= 0 && selection.test(i)) {
        counts[bucket]++;
      }
    }
    return counts;
  }

  /** The starts of all buckets that touch the days from the first to the last, both included. */
  static List<LocalDate> buckets(Bucket bucket, LocalDate first, LocalDate last) {
    List<LocalDate> starts = new ArrayList<>();
    for (LocalDate day = bucket.startOf(first); !day.isAfter(last); day = bucket.next(day)) {
      starts.add(day);
    }
    return starts;
  }
}
