package org.wangge.cases;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The top of the scale of a heat map: the highest density anywhere in the district for that filter
 * and bandwidth, so that colours stay what they are while the map is panned and zoomed. Keeps the
 * last few. Thread-safe.
 */
final class HeatLegends {
  private static final int KEPT = 64;

  private final Map<Key, Float> tops = new LinkedHashMap<>();

  synchronized float top(CaseBook.Edition edition, CaseFilter filter, double bandwidthMetres) {
    Key key = new Key(edition.version(), filter, bandwidthMetres);
    @Nullable Float known = tops.get(key);
    return known == null
        ? keep(key, HeatGrid.peak(edition.columns(), filter, bandwidthMetres))
        : known;
  }

  private float keep(Key key, float top) {
    if (tops.size() >= KEPT) {
      tops.remove(tops.keySet().iterator().next());
    }
    tops.put(key, top);
    return top;
  }

  private record Key(String version, CaseFilter filter, double bandwidthMetres) {}
}
