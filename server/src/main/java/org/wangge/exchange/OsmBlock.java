package org.wangge.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One PrimitiveBlock of an OSM PBF file. */
final class OsmBlock {
  private static final double UNITS_PER_NANODEGREE = 1e-2;

  private final OsmHandler handler;
  private final List<ProtoReader> groups = new ArrayList<>();
  private final List<String> strings = new ArrayList<>();
  private long granularity = 100;
  private long latOffset;
  private long lonOffset;

  OsmBlock(OsmHandler handler) {
    this.handler = handler;
  }

  void read(ProtoReader block) {
    while (block.hasNext()) {
      switch (block.field()) {
        case 1 -> readStrings(block.message());
        case 2 -> groups.add(block.message());
        case 17 -> granularity = block.varint();
        case 19 -> latOffset = block.varint();
        case 20 -> lonOffset = block.varint();
        default -> block.skip();
      }
    }
    groups.forEach(this::readGroup);
  }

  private void readStrings(ProtoReader table) {
    while (table.hasNext()) {
      if (table.field() == 1) {
        strings.add(table.text());
      } else {
        table.skip();
      }
    }
  }

  private void readGroup(ProtoReader group) {
    while (group.hasNext()) {
      switch (group.field()) {
        case 1 -> readNode(group.message());
        case 2 -> readDense(group.message());
        case 3 -> readWay(group.message());
        case 4 -> readRelation(group.message());
        default -> group.skip();
      }
    }
  }

  private void readNode(ProtoReader node) {
    long id = 0;
    long lat = 0;
    long lon = 0;
    while (node.hasNext()) {
      switch (node.field()) {
        case 1 -> id = node.signed();
        case 8 -> lat = node.signed();
        case 9 -> lon = node.signed();
        default -> node.skip();
      }
    }
    handler.node(id, units(lonOffset, lon), units(latOffset, lat));
  }

  private void readDense(ProtoReader dense) {
    long[] ids = {};
    long[] lats = {};
    long[] lons = {};
    while (dense.hasNext()) {
      switch (dense.field()) {
        case 1 -> ids = dense.packedDeltas();
        case 8 -> lats = dense.packedDeltas();
        case 9 -> lons = dense.packedDeltas();
        default -> dense.skip();
      }
    }
    for (int i = 0; i < ids.length; i++) {
      handler.node(ids[i], units(lonOffset, lons[i]), units(latOffset, lats[i]));
    }
  }

  private int units(long offset, long value) {
    return (int) Math.rint((offset + granularity * value) * UNITS_PER_NANODEGREE);
  }

  private void readWay(ProtoReader way) {
    long id = 0;
    long[] keys = {};
    long[] values = {};
    long[] nodes = {};
    while (way.hasNext()) {
      switch (way.field()) {
        case 1 -> id = way.varint();
        case 2 -> keys = way.packed();
        case 3 -> values = way.packed();
        case 8 -> nodes = way.packedDeltas();
        default -> way.skip();
      }
    }
    handler.way(id, nodes, tags(keys, values));
  }

  private void readRelation(ProtoReader relation) {
    long id = 0;
    long[] keys = {};
    long[] values = {};
    long[] roles = {};
    long[] members = {};
    long[] types = {};
    while (relation.hasNext()) {
      switch (relation.field()) {
        case 1 -> id = relation.varint();
        case 2 -> keys = relation.packed();
        case 3 -> values = relation.packed();
        case 8 -> roles = relation.packed();
        case 9 -> members = relation.packedDeltas();
        case 10 -> types = relation.packed();
        default -> relation.skip();
      }
    }
    handler.relation(id, members, types, texts(roles), tags(keys, values));
  }

  private String[] texts(long[] indices) {
    String[] texts = new String[indices.length];
    for (int i = 0; i < indices.length; i++) {
      texts[i] = strings.get((int) indices[i]);
    }
    return texts;
  }

  private Map<String, String> tags(long[] keys, long[] values) {
    Map<String, String> tags = new LinkedHashMap<>();
    for (int i = 0; i < keys.length; i++) {
      tags.put(strings.get((int) keys[i]), strings.get((int) values[i]));
    }
    return tags;
  }
}
