package org.wangge.demo;

import org.wangge.fabric.Progress;
import org.wangge.territory.InForce;

/**
 * Demo data that hangs on the demo district: cases, members, service points. Called once, right
 * after the district was published into an empty store.
 */
@FunctionalInterface
public interface DemoLayer {

  /**
   * @param district the demo district as it is in force: its grids, blocks and buildings
   * @param seed equal seeds give equal data
   */
  void fill(InForce district, long seed, Progress progress);
}
