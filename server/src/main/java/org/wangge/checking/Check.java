package org.wangge.checking;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wangge.topology.ApartNotice;
import org.wangge.topology.FindingKind;

/**
 * A finished check.
 *
 * @param sources what was read, in which coordinates and why, one sentence each
 * @param warnings what to look at before believing the rest
 * @param crs in which metres it was measured
 * @param polygons how many polygons were looked at
 * @param items what is wrong, worst first
 * @param apart present when the polygons were digitised apart
 * @param provedClean proved to be a coverage on the millimetre grid
 * @param tolerated pieces thinner than the tolerance that are told only as part of a mismatch
 * @param ground every overlap and enclosed gap on its own; null when there are too many to look at
 */
public record Check(
    List<String> sources,
    List<String> warnings,
    String crs,
    int polygons,
    List<CheckItem> items,
    @Nullable ApartNotice apart,
    boolean provedClean,
    int tolerated,
    @Nullable CheckGround ground) {

  public Check {
    sources = List.copyOf(sources);
    warnings = List.copyOf(warnings);
    items = List.copyOf(items);
  }

  public boolean isClean() {
    return items.isEmpty();
  }

  public Optional<ApartNotice> findApart() {
    return Optional.ofNullable(apart);
  }

  public Optional<CheckGround> findGround() {
    return Optional.ofNullable(ground);
  }

  /** Items per kind, every kind present. */
  public Map<FindingKind, Integer> counts() {
    Map<FindingKind, Integer> counts = new EnumMap<>(FindingKind.class);
    for (FindingKind kind : FindingKind.values()) {
      counts.put(kind, 0);
    }
    items.forEach(item -> counts.merge(item.kind(), 1, Integer::sum));
    return counts;
  }
}
