package org.wangge.territory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.wangge.zoning.Lineage;
import org.wangge.zoning.Lineage.Flow;

/**
 * What happens to the grids from one plan to the next, found from both plans alone. Every grid that
 * gives ground away has exactly one event with its flows: so the shares of each add up to 1.
 *
 * <ul>
 *   <li>a grid that gives to a new one is split; one that is given wholly to another is merged into
 *       it; else ground is transferred;
 *   <li>a new code on unchanged ground is a recode: the grid is the same.
 * </ul>
 */
final class ChangeEvents {
  private static final int NONE = -1;

  private final InForce before;
  private final InForce after;
  private final Lineage lineage;
  private final int[] continued;
  private final int[] heir;
  private final List<ChangeEvent> events = new ArrayList<>();

  private ChangeEvents(InForce before, InForce after, Lineage lineage, int[] continued) {
    this.before = before;
    this.after = after;
    this.lineage = lineage;
    this.continued = continued;
    this.heir = heirs(continued, before.grids().size());
  }

  /**
   * Per zone after the zone before that is the same grid, −1 for a new one: by its code, and by its
   * ground where a new code took the place of one that is gone.
   */
  static int[] continued(InForce before, InForce after, Lineage lineage) {
    Map<Integer, Integer> sameGround = new HashMap<>();
    for (int zone : lineage.unchanged()) {
      sameGround.put(lineage.from(zone).get(0).to(), zone);
    }
    return after.grids().stream()
        .mapToInt(
            grid ->
                before
                    .findGrid(grid.code())
                    .map(Grid::zone)
                    .orElseGet(() -> recoded(before, after, sameGround.get(grid.zone()))))
        .toArray();
  }

  private static int recoded(
      InForce before, InForce after, @org.jspecify.annotations.Nullable Integer zone) {
    boolean gone = zone != null && after.findGrid(before.grid(zone).code()).isEmpty();
    return zone != null && gone ? zone : NONE;
  }

  private static int[] heirs(int[] continued, int count) {
    int[] heir = new int[count];
    Arrays.fill(heir, NONE);
    IntStream.range(0, continued.length)
        .filter(zone -> continued[zone] != NONE)
        .forEach(zone -> heir[continued[zone]] = zone);
    return heir;
  }

  /** All of them, by kind and zone. */
  static List<ChangeEvent> of(InForce before, InForce after, Lineage lineage, int[] continued) {
    ChangeEvents found = new ChangeEvents(before, after, lineage, continued);
    found.gone();
    found.made();
    found.moved();
    found.described();
    return List.copyOf(found.events);
  }

  private void gone() {
    IntStream.range(0, heir.length)
        .filter(zone -> heir[zone] == NONE)
        .forEach(zone -> add(ChangeKind.ABOLISH, zone, NONE, before.grid(zone).name(), List.of()));
  }

  private void made() {
    IntStream.range(0, continued.length)
        .filter(zone -> continued[zone] == NONE)
        .forEach(zone -> add(ChangeKind.CREATE, NONE, zone, after.grid(zone).name(), List.of()));
  }

  private void moved() {
    for (int zone = 0; zone < heir.length; zone++) {
      List<Flow> flows = lineage.from(zone);
      if (flows.size() > 1 || flows.get(0).to() != heir[zone]) {
        add(kind(zone, flows), zone, heir[zone], "", flows);
      }
    }
  }

  private ChangeKind kind(int zone, List<Flow> flows) {
    if (heir[zone] == NONE && flows.size() == 1) {
      return ChangeKind.MERGE;
    }
    boolean toNew = flows.stream().anyMatch(flow -> continued[flow.to()] == NONE);
    return toNew || heir[zone] == NONE ? ChangeKind.SPLIT : ChangeKind.TRANSFER;
  }

  private void described() {
    for (int zone = 0; zone < continued.length; zone++) {
      if (continued[zone] != NONE) {
        described(before.grid(continued[zone]), after.grid(zone));
      }
    }
  }

  private void described(Grid old, Grid now) {
    said(ChangeKind.RENAME, old, now, old.name(), now.name());
    said(ChangeKind.RENAME, old, now, old.kind(), now.kind());
    said(ChangeKind.RECODE, old, now, old.code(), now.code());
    said(ChangeKind.TRANSFER, old, now, old.communityCode(), now.communityCode());
  }

  private void said(ChangeKind kind, Grid old, Grid now, String was, String is) {
    if (!was.equals(is)) {
      add(kind, old.zone(), now.zone(), was + " → " + is, List.of());
    }
  }

  private void add(ChangeKind kind, int zoneBefore, int zoneAfter, String note, List<Flow> flows) {
    events.add(new ChangeEvent(kind, zoneBefore, zoneAfter, note, flows));
  }
}
