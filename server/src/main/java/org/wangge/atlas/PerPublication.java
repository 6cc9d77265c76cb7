package org.wangge.atlas;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.wangge.territory.InForce;

/**
 * Something made once for the publication in force and kept until there is another. Thread-safe:
 * made by one thread.
 */
final class PerPublication<T> {
  private final Function<InForce, T> maker;
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
    Made<T> made = latest;
    if (made == null || !made.version().equals(inForce.version())) {
      made = new Made<>(inForce.version(), maker.apply(inForce));
      latest = made;
    }
    return made.value();
  }
}
