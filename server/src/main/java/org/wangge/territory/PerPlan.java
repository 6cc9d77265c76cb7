package org.wangge.territory;

import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Something made from the plan in force: when first asked for, and again after it was forgotten or
 * the plan changed. Thread-safe; made by one thread while the others wait.
 */
public final class PerPlan<E> {
  private final Territory territory;
  private final BiFunction<String, Optional<InForce>, E> maker;
  private @Nullable Made<E> made;

  /**
   * @param maker gets the version of the plan, empty when none is in force, and the plan
   */
  public PerPlan(Territory territory, BiFunction<String, Optional<InForce>, E> maker) {
    this.territory = territory;
    this.maker = maker;
    territory.onChange(this::forget);
  }

  /** Makes it anew when next asked. */
  public synchronized void forget() {
    made = null;
  }

  public synchronized E current() {
    Optional<InForce> inForce = territory.findInForce();
    String plan = inForce.map(InForce::version).orElse("");
    Made<E> known = made;
    if (known == null || !known.plan().equals(plan)) {
      known = new Made<>(plan, maker.apply(plan, inForce));
      made = known;
    }
    return known.edition();
  }

  private record Made<E>(String plan, E edition) {}
}
