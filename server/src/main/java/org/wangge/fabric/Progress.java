package org.wangge.fabric;

/**
 * Told how far long work has come. Implementations must be quick: they are called from the working
 * thread.
 */
@FunctionalInterface
public interface Progress {

  /**
   * @param stage what is being done, in words for people (Chinese)
   * @param share of the whole work that is done, 0 to 1, never falling
   */
  void report(String stage, double share);

  /** Tells nobody. */
  static Progress none() {
    return (stage, share) -> {};
  }
}
