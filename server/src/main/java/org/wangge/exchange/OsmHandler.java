package org.wangge.exchange;

import java.util.Map;

/** Told what is in an OSM file, in file order (nodes, then ways, then relations). */
interface OsmHandler {

  /** Degrees in units of 1e-7. */
  void node(long id, int lon, int lat);

  void way(long id, long[] nodes, Map<String, String> tags);

  /**
   * A relation.
   *
   * @param members ids
   * @param types 0 node, 1 way, 2 relation
   * @param roles as written
   */
  void relation(long id, long[] members, long[] types, String[] roles, Map<String, String> tags);
}
