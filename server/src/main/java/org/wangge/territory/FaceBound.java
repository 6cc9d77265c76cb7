package org.wangge.territory;

import org.wangge.zoning.FaceMap;

/**
 * Rows of a feature that are bound to blocks by (fabric, face). Their face is always one of the
 * latest fabric of the store, and their fabric the one since which they have it; in an older one
 * they lie where their place says, as they did then.
 */
@FunctionalInterface
public interface FaceBound {
  /**
   * Binds the rows to the latest fabric. Called on the thread of the publishing transaction, which
   * {@code Database.inTransaction} joins; when it throws, nothing is published.
   *
   * @param fabric number of the latest fabric
   * @param faces from the blocks of the fabric before to those of the latest
   */
  void rebind(int fabric, FaceMap faces);
}
