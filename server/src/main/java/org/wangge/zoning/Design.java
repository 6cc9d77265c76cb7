package org.wangge.zoning;

import java.util.List;

/**
 * A designer's answer. Zones are numbered region by region in the order of the request's targets.
 *
 * @param zone zone of every block, {@code -1} where the request gave no region; not to be changed
 * @param regionOfZone region of every zone
 * @param notes one per zone: load, target and the rule it misses, if any
 */
public record Design(int[] zone, int[] regionOfZone, List<ZoneNote> notes) {

  public Design {
    notes = List.copyOf(notes);
  }

  public int zoneCount() {
    return regionOfZone.length;
  }
}
