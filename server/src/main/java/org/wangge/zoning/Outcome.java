package org.wangge.zoning;

import java.util.List;
import java.util.Optional;

/**
 * What came of asking for a change: a step, or the rules that stand against it.
 *
 * @param step what to do; empty when a rule refuses it or there is nothing to do
 * @param objections rules broken, those that refuse first
 * @param remedy the blocks that could be asked for instead: the smallest set found that breaks no
 *     rule; empty when none was looked for or found
 */
public record Outcome(Optional<Step> step, List<Objection> objections, int[] remedy) {

  public Outcome {
    objections = List.copyOf(objections);
  }

  static Outcome of(Step step) {
    return new Outcome(Optional.of(step), List.of(), new int[0]);
  }

  static Outcome warned(Step step, List<Objection> warnings) {
    return new Outcome(Optional.of(step), warnings, new int[0]);
  }

  static Outcome refused(Objection objection) {
    return refused(List.of(objection), new int[0]);
  }

  static Outcome refused(List<Objection> objections, int[] remedy) {
    return new Outcome(Optional.empty(), objections, remedy);
  }

  static Outcome nothing() {
    return new Outcome(Optional.empty(), List.of(), new int[0]);
  }

  public boolean isRefused() {
    return objections.stream().anyMatch(Objection::refuses);
  }
}
