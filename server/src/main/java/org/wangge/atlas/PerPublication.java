package org.wangge.atlas;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.wangge.territory.InForce;

/**
 * Something made once for a publication and kept while it is one of the few that were asked for
 * last. Thread-safe: made by one thread while the others wait.
 */
final class PerPublication<T> {
  private static final int KEPT = 4;

  private final Function<InForce, T> maker;
  private final Map<String, T> kept = new LinkedHashMap<>(8, 0.75f, true);
  private volatile @Nullable Made<T> latest;

  private record Made<T>(String version, T value) {}

  PerPublication(Function<InForce, T> maker) {
    this.maker = maker;
  }

  T get(InForce inForce) {
    Made<T> made = latest;
    return made != null && made.version().equals(inForce.version()) ? made.value() : make(inForce);
  }

  private synchronized T make(InForce inForce) {
    String version = inForce.version();
    T value = kept.get(version);
    if (value == null) {
      value = maker.apply(inForce);
      kept.put(version, value);
      if (kept.size() > KEPT) {
        kept.remove(kept.keySet().iterator().next());
      }
    }
    latest = new Made<>(version, value);
    return value;
  }
}
