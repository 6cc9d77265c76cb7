package org.wangge.access;

import java.util.List;
import java.util.Optional;
import org.wangge.policy.Area;
import org.wangge.policy.Grant;
import org.wangge.policy.Policy;
import org.wangge.territory.Grid;
import org.wangge.territory.Jurisdiction;
import org.wangge.territory.Territory;
import org.wangge.territory.Unit;
import org.wangge.web.JsonFields;
import org.wangge.web.Problem;
import org.wangge.web.ProblemException;
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

  /**
   * Whether an area holds all that a grant reaches; the scope of one that is not there any more
   * lies nowhere.
   */
  boolean holds(Area area, Grant grant) {
    return area.isEverywhere()
        || (!Policy.reachesBeyondScope(grant.role())
            && findChain(grant.scope()).filter(chain -> area.contains(chain)).isPresent());
  }

  /**
   * Whether an area holds all of them. None at all may become any: they are a matter of the whole
   * district.
   */
  boolean holds(Area area, List<Grant> grants) {
    return area.isEverywhere()
        || (!grants.isEmpty() && grants.stream().allMatch(grant -> holds(area, grant)));
  }

  /**
   * Asks that grants are of units there are, and reach no further than the giver is responsible
   * for.
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
    }
    if (!holds(area, grants)) {
      throw beyond(area, grants);
    }
  }

  private ProblemException beyond(Area area, List<Grant> grants) {
    Problem problem =
        Problem.of(ProblemKind.FORBIDDEN, "This reaches beyond the units you are responsible for.")
            .withRemedy(
                "Give grants inside your own units; auditors, and accounts without any grant, are"
                    + " made by administrators of the whole district.");
    return grants.stream()
        .filter(grant -> !holds(area, grant))
        .findFirst()
        .map(
            grant ->
                problem
                    .withAttempted("give " + grant.role().label() + " in " + grant.scope())
                    .withValue(grant.scope()))
        .orElse(problem.withAttempted("make an account without grants"))
        .raise();
  }
}
