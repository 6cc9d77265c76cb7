package org.wangge.territory;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The few values that were asked for last, each made once. The very last is found without a lock.
 */
final class Recent<T> {
  private static final int KEPT = 3;

  private final Map<String, T> kept = new LinkedHashMap<>(8, 0.75f, true);
  private volatile @Nullable Entry<T> latest;

  T get(String key, Supplier<T> maker) {
    Entry<T> last = latest;
    return last != null && last.key.equals(key) ? last.value : getOrMake(key, maker);
  }

  private synchronized T getOrMake(String key, Supplier<T> maker) {
    T value = kept.get(key);
    if (value == null) {
      value = maker.get();
      put(key, value);
    }
    latest = new Entry<>(key, value);
    return value;
  }

  synchronized void put(String key, T value) {
    kept.put(key, value);
    if (kept.size() > KEPT) {
      kept.remove(kept.keySet().iterator().next());
    }
  }

  synchronized Map<String, T> copy() {
    return new LinkedHashMap<>(kept);
  }

  private record Entry<T>(String key, T value) {}
}
