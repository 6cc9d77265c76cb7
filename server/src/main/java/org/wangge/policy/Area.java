package org.wangge.policy;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where something is allowed.
 *
 * @param isEverywhere the whole district; {@code codes} do not count then
 * @param codes units and grids, each with everything in it; none, and not everywhere, is nowhere
 */
public record Area(boolean isEverywhere, Set<String> codes) {
  private static final Area NOWHERE = new Area(false, Set.of());
  private static final Area EVERYWHERE = new Area(true, Set.of());

  public Area {
    codes = Set.copyOf(codes);
  }

  public static Area nowhere() {
    return NOWHERE;
  }

  public static Area wholeDistrict() {
    return EVERYWHERE;
  }

  /** Inside the units and grids with these codes; {@link Grant#WHOLE} among them is everywhere. */
  public static Area of(Collection<String> codes) {
    if (codes.contains(Grant.WHOLE)) {
      return EVERYWHERE;
    }
    return codes.isEmpty() ? NOWHERE : new Area(false, Set.copyOf(codes));
  }

  public boolean isNowhere() {
    return !isEverywhere && codes.isEmpty();
  }

  /**
   * Whether something lies inside.
   *
   * @param chain the codes of all units and the grid that hold it
   */
  public boolean contains(Collection<String> chain) {
    return isEverywhere || chain.stream().anyMatch(codes::contains);
  }

  /** Equal texts for equal areas: for entity tags. */
  public String key() {
    return isEverywhere ? "*" : String.join("+", new TreeSet<>(codes));
  }
}
