package org.wangge.planning;

import java.util.List;
import org.wangge.zoning.Objection;

/**
 * What came of an operation.
 *
 * @param text what was done, for people
 * @param warnings rules a planner may overrule
 * @param notes explanations, one per grid
 */
record Made(Effect effect, String text, List<Objection> warnings, List<Note> notes) {

  /** What an operation that looks for a solution says of a grid. */
  record Note(String grid, int before, int after, int gained, int lost, String unmet) {}

  static Made of(Effect effect, String text) {
    return new Made(effect, text, List.of(), List.of());
  }
}
