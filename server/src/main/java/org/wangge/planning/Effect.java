package org.wangge.planning;

import java.util.List;
import java.util.Map;
import org.wangge.territory.Grid;
import org.wangge.zoning.Step;

/**
 * What an operation did to a {@link Drawing}: enough to take it back and to do it again.
 *
 * @param steps on the blocks, in order
 * @param opened the grids that the steps opened, in the order of their zones
 * @param renamed new names by zone
 * @param formerNames the names they had
 * @param apart codes of grids that from here on may lie in several pieces
 * @param decided blocks of the district's own fabric on which the draft stands whatever the adopted
 *     layer says
 * @param excepted findings of the adopted layer that are left as they are, with the reason
 */
public record Effect(
    List<Step> steps,
    List<Grid> opened,
    Map<Integer, String> renamed,
    Map<Integer, String> formerNames,
    List<String> apart,
    int[] decided,
    List<Waiver> excepted) {

  /** A finding that is left as it is until a day. */
  public record Waiver(String finding, String reason, String until) {}

  public Effect {
    steps = List.copyOf(steps);
    opened = List.copyOf(opened);
    renamed = Map.copyOf(renamed);
    formerNames = Map.copyOf(formerNames);
    apart = List.copyOf(apart);
    excepted = List.copyOf(excepted);
  }

  static Effect of(List<Step> steps, List<Grid> opened) {
    return new Effect(steps, opened, Map.of(), Map.of(), List.of(), new int[0], List.of());
  }

  static Effect of(Step step) {
    return of(List.of(step), List.of());
  }

  Effect withApart(List<String> codes) {
    return new Effect(steps, opened, renamed, formerNames, codes, decided, excepted);
  }

  Effect withDecided(int[] faces) {
    return new Effect(steps, opened, renamed, formerNames, apart, faces, excepted);
  }

  static Effect renaming(int zone, String from, String to) {
    return new Effect(
        List.of(),
        List.of(),
        Map.of(zone, to),
        Map.of(zone, from),
        List.of(),
        new int[0],
        List.of());
  }

  static Effect excepting(Waiver waiver) {
    return new Effect(
        List.of(), List.of(), Map.of(), Map.of(), List.of(), new int[0], List.of(waiver));
  }
}
