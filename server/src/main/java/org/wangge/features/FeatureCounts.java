package org.wangge.features;

import java.util.LinkedHashMap;
import java.util.Map;
import org.wangge.catalogue.FeatureQuery;
import org.wangge.catalogue.FeatureSource;

/**
 * How many items match, asked of a source once for each of its versions: the pages of one query
 * share the answer. Thread-safe; keeps the latest {@value #KEPT}.
 */
final class FeatureCounts {
  private static final int KEPT = 256;

  private final Map<Key, Long> counts =
      new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Long> eldest) {
          return size() > KEPT;
        }
      };

  private record Key(String collection, String version, FeatureQuery query) {}

  long count(FeatureSource source, String version, FeatureQuery query) {
    Key key = new Key(source.description().id(), version, query.forCounting());
    Long known = get(key);
    if (known != null) {
      return known;
    }
    long count = source.count(query);
    put(key, count);
    return count;
  }

  private synchronized @org.jspecify.annotations.Nullable Long get(Key key) {
    return counts.get(key);
  }

  private synchronized void put(Key key, long count) {
    counts.put(key, count);
  }
}
