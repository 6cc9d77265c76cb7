package org.wangge.territory;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** What features register to be counted when ground changes hands. Thread-safe. */
public final class Attributions {
  private final List<Attribution> all = new CopyOnWriteArrayList<>();

  /**
   * Adds one.
   *
   * @throws IllegalArgumentException when its key is there already
   */
  public void register(Attribution attribution) {
    if (find(attribution.key()).isPresent()) {
      throw new IllegalArgumentException(attribution.key() + " is registered already");
    }
    all.add(attribution);
  }

  /** In the order in which they were registered. */
  public List<Attribution> list() {
    return List.copyOf(all);
  }

  public Optional<Attribution> find(String key) {
    return all.stream().filter(each -> each.key().equals(key)).findFirst();
  }
}
