package org.wangge.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wangge.planning.DraftStore.Decision;

/**
 * The approvals that a draft that was handed in has, and the one it needs next.
 *
 * @param given who gave them, in the order of the steps
 */
record Approvals(List<ReviewStep> steps, List<String> given) {

  /** What was said before the draft was handed in last, or had to be approved again, is past. */
  static Approvals of(List<ReviewStep> steps, List<Decision> decisions) {
    List<String> given = new ArrayList<>();
    for (Decision each : decisions) {
      if (each.decision().equals("approve")) {
        given.add(each.actor());
      } else {
        given.clear();
      }
    }
    return new Approvals(steps, List.copyOf(given));
  }

  /** Empty when it has all. */
  Optional<ReviewStep> next() {
    return given.size() < steps.size() ? Optional.of(steps.get(given.size())) : Optional.empty();
  }

  /** Whether one more is all it needs. */
  boolean isLast() {
    return given.size() + 1 >= steps.size();
  }
}
