/**
 * What a planner hands in and a leader publishes: the 四至 table, the change list, the wall map, the
 * notice, the layers as files, and the seamless certificate.
 *
 * <p>Every document is made from snapshots ({@link org.wangge.territory.InForce}), so a draft gives
 * the same documents as a publication. The libraries that write office formats are seen here only.
 */
@NullMarked
package org.wangge.documents;

import org.jspecify.annotations.NullMarked;
