package org.wangge.services;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wangge.intake.Sites;
import org.wangge.territory.Grid;
import org.wangge.territory.PerPlan;
import org.wangge.territory.Territory;

/** All service points under the plan in force, read again after a change. Thread-safe. */
final class ServiceBook {
  private final ServiceStore store;
  private final PerPlan<Edition> editions;

  ServiceBook(ServiceStore store, Territory territory) {
    this.store = store;
    this.editions = new PerPlan<>(territory, (plan, now) -> read(plan, now.map(Sites::of)));
    store.onChange(editions::forget);
  }

  Edition current() {
    return editions.current();
  }

  private Edition read(String plan, Optional<Sites> sites) {
    return new Edition(
        plan,
        store.list().stream()
            .map(point -> new Placed(point, sites.map(s -> s.grid(point.site())).orElse(null)))
            .toList());
  }

  /** A point with its grid, null when no plan is in force. */
  record Placed(ServicePoint point, @Nullable Grid grid) {}

  /**
   * One state of the points.
   *
   * @param plan version of the plan, empty when none is in force
   */
  record Edition(String plan, List<Placed> points) {

    /** Changes whenever an answer could: points are only ever added. */
    String version() {
      return plan + "/" + points.size();
    }

    Optional<Placed> find(String id) {
      return points.stream()
          .filter(placed -> Long.toString(placed.point().id()).equals(id))
          .findFirst();
    }
  }
}
