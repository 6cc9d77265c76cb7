package org.wangge.access;

import java.util.List;
import java.util.Optional;
import org.wangge.policy.Area;
import org.wangge.policy.Grant;
import org.wangge.territory.Grid;
import org.wangge.territory.Jurisdiction;
import org.wangge.territory.Territory;
import org.wangge.territory.Unit;
import org.wangge.web.JsonFields;
import org.wangge.web.Problem;
import org.wangge.web.ProblemKind;

/** What the scopes of grants mean in the plan in force. */
final class Scopes {
  private static final String WHOLE_NAME = "全区";

  private final Territory territory;

  Scopes(Territory territory) {
    this.territory = territory;
  }

  /** What people call a scope; empty when there is no such unit or grid any more. */
  String name(String scope) {
    if (scope.equals(Grant.WHOLE)) {
      return WHOLE_NAME;
    }
    return territory
        .findInForce()
        .flatMap(
            now ->
                now.findUnit(scope).map(Unit::name).or(() -> now.findGrid(scope).map(Grid::name)))
        .orElse("");
  }

  /** The codes of a unit or grid and of all that hold it. */
  private Optional<List<String>> findChain(String scope) {
    return scope.equals(Grant.WHOLE)
        ? Optional.of(List.of())
        : territory.findInForce().flatMap(now -> Jurisdiction.findChain(now, scope));
  }

  /** Whether an area holds the whole of a scope; one that is not there any more lies nowhere. */
  boolean holds(Area area, String scope) {
    return area.isEverywhere()
        || findChain(scope).filter(chain -> area.contains(chain)).isPresent();
  }

  /**
   * Asks that grants are of units there are, and of such that the giver is responsible for.
   *
   * @throws org.wangge.web.ProblemException 400 for a scope that is not there, 403 for one beyond
   */
  void requireGivable(Area area, List<Grant> grants) {
    for (Grant grant : grants) {
      if (findChain(grant.scope()).isEmpty()) {
        throw JsonFields.bad(
            "scope",
            grant.scope(),
            "names no unit or grid",
            "Give a code of the plan in force, or * for the whole district.");
      }
      if (!holds(area, grant.scope())) {
        throw Problem.of(
                ProblemKind.FORBIDDEN, "You are not responsible for the unit of this grant.")
            .withAttempted("give " + grant.role().label() + " in " + grant.scope())
            .withValue(grant.scope())
            .withRemedy("Give grants inside your own units only.")
            .raise();
      }
    }
  }
}
