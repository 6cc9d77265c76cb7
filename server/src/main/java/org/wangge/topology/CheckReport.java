package org.wangge.topology;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a check found.
 *
 * @param polygons how many polygons were given
 * @param counts findings per kind, every kind present, zero included
 * @param findings worst first
 * @param apart present when the polygons were digitised apart; to be told first
 * @param provedClean true when the layer was proved to be a coverage of the domain (or, without a
 *     domain, of one region) on the grid: then there are no findings and nothing was tolerated
 * @param tolerated pieces of ground thinner than the tolerance that are told only as part of a
 *     mismatch
 * @param toleratedSquareMetres their area together
 * @param segments how many segments the polygons have
 * @param unmatchedSegments how many of them had no opposite twin and were arranged
 * @param gridMetres the grid that was used
 */
public record CheckReport(
    int polygons,
    Map<FindingKind, Integer> counts,
    List<Finding> findings,
    Optional<ApartNotice> apart,
    boolean provedClean,
    int tolerated,
    double toleratedSquareMetres,
    long segments,
    long unmatchedSegments,
    double gridMetres) {

  public CheckReport {
    findings = List.copyOf(findings);
    counts = Collections.unmodifiableMap(new EnumMap<>(counts));
  }

  public boolean isClean() {
    return findings.isEmpty();
  }

  /** How many findings of a kind there are. */
  public int count(FindingKind kind) {
    return counts.getOrDefault(kind, 0);
  }

  static Map<FindingKind, Integer> countsOf(List<Finding> findings) {
    Map<FindingKind, Integer> counts = new EnumMap<>(FindingKind.class);
    for (FindingKind kind : FindingKind.values()) {
      counts.put(kind, 0);
    }
    findings.forEach(finding -> counts.merge(finding.kind(), 1, Integer::sum));
    return counts;
  }
}
