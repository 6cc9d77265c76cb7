package org.wangge.exchange;

import java.util.Arrays;

/**
 * Where the nodes of an OSM file are: an open-addressing table from id to degrees in units of 1e-7.
 */
final class NodePlaces {
  private static final long EMPTY = Long.MIN_VALUE;
  private static final double UNITS_PER_DEGREE = 1e7;

  private long[] ids;
  private long[] places;
  private int count;

  NodePlaces() {
    ids = new long[1 << 16];
    places = new long[1 << 16];
    Arrays.fill(ids, EMPTY);
  }

  int size() {
    return count;
  }

  void put(long id, int lon, int lat) {
    if (2 * count >= ids.length) {
      grow();
    }
    int slot = slot(id);
    count += ids[slot] == EMPTY ? 1 : 0;
    ids[slot] = id;
    places[slot] = (long) lon << 32 | (lat & 0xffffffffL);
  }

  boolean contains(long id) {
    return ids[slot(id)] == id;
  }

  double lon(long id) {
    return (places[slot(id)] >> 32) / UNITS_PER_DEGREE;
  }

  double lat(long id) {
    return (int) places[slot(id)] / UNITS_PER_DEGREE;
  }

  private int slot(long id) {
    int mask = ids.length - 1;
    int slot = (int) ((id * 0x9E3779B97F4A7C15L) >>> 32) & mask;
    while (ids[slot] != EMPTY && ids[slot] != id) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldIds = ids;
    long[] oldPlaces = places;
    ids = new long[2 * oldIds.length];
    places = new long[2 * oldIds.length];
    Arrays.fill(ids, EMPTY);
    for (int i = 0; i < oldIds.length; i++) {
      if (oldIds[i] != EMPTY) {
        int slot = slot(oldIds[i]);
        ids[slot] = oldIds[i];
        places[slot] = oldPlaces[i];
      }
    }
  }
}
