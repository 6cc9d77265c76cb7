package org.wangge.fabric;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Attributes by number. Number 0 stands for the outline of the domain alone. */
final class AttributeTable {
  static final int OUTLINE = 0;

  private final List<Attribute> attributes = new ArrayList<>();
  private final Map<Attribute, Integer> numbers = new HashMap<>();
  private final Map<Long, Integer> merged = new HashMap<>();

  AttributeTable() {
    attributes.add(new Attribute(ArcClass.STATUTORY, "", 0, ArcFlags.MANDATORY));
  }

  int numberOf(Attribute attribute) {
    return numbers.computeIfAbsent(
        attribute,
        added -> {
          attributes.add(added);
          return attributes.size() - 1;
        });
  }

  int size() {
    return attributes.size();
  }

  Attribute get(int number) {
    return attributes.get(number);
  }

  /** The attribute of an arc along which both run. */
  int merge(int a, int b) {
    if (a == b) {
      return a;
    }
    long key = (long) Math.min(a, b) << 32 | Math.max(a, b);
    Integer known = merged.get(key);
    if (known != null) {
      return known;
    }
    int number = numberOf(get(a).merge(get(b)));
    merged.put(key, number);
    return number;
  }
}
