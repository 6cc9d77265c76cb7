package org.wangge.cases;

import java.util.Optional;
import org.wangge.intake.Sites;
import org.wangge.territory.PerPlan;
import org.wangge.territory.Territory;

/**
 * The columns of all cases under the plan in force, made when first asked for and again after cases
 * or the plan changed. Thread-safe.
 */
final class CaseBook {
  private final CaseStore store;
  private final PerPlan<Edition> editions;

  CaseBook(CaseStore store, Territory territory) {
    this.store = store;
    this.editions = new PerPlan<>(territory, (plan, now) -> read(plan, now.map(Sites::of)));
    store.onChange(editions::forget);
  }

  /** What is known now. */
  Edition current() {
    return editions.current();
  }

  private Edition read(String plan, Optional<Sites> sites) {
    CaseStore.Fingerprint fingerprint = store.fingerprint();
    CaseColumns.Builder builder = CaseColumns.builder((int) fingerprint.count());
    Categories categories = Categories.standard();
    store.forEachBrief(
        brief ->
            builder.add(
                brief.lon(),
                brief.lat(),
                brief.reportedAt(),
                categories.index(brief.category()),
                brief.channel(),
                brief.status(),
                zone(sites, brief)));
    return new Edition(plan, fingerprint, builder.build());
  }

  private static int zone(Optional<Sites> sites, CaseStore.Brief brief) {
    return sites
        .map(s -> s.zone(brief.fabric(), brief.face(), brief.lon(), brief.lat()))
        .orElse(-1);
  }

  /**
   * One state of the cases under one plan.
   *
   * @param plan version of the plan, empty when none is in force
   */
  record Edition(String plan, CaseStore.Fingerprint fingerprint, CaseColumns columns) {

    /** Changes whenever an answer about cases could. */
    String version() {
      return plan + "/" + fingerprint.count() + "/" + fingerprint.last();
    }
  }
}
