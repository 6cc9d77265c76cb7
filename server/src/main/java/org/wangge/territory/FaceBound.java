package org.wangge.territory;

import org.wangge.zoning.FaceMap;

/**
 * Rows of a feature that are bound to blocks by (fabric, face). They always follow to the latest
 * fabric of the store: from there every older fabric is reached exactly, because a fabric only ever
 * splits the blocks of the one before.
 */
@FunctionalInterface
public interface FaceBound {
  /**
   * Binds every row to the latest fabric. Called on the thread of the publishing transaction, which
   * {@code Database.inTransaction} joins; when it throws, nothing is published.
   *
   * @param fabric number of the latest fabric
   * @param faces from the blocks of the fabric before to those of the latest
   */
  void rebind(int fabric, FaceMap faces);
}
