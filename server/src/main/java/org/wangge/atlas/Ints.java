package org.wangge.atlas;

import java.util.Arrays;
import org.wangge.web.JsonBytes;

/** A growing column of whole numbers. */
final class Ints {
  private int[] values = new int[256];
  private int size;

  void add(int value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, 2 * size);
    }
    values[size++] = value;
  }

  void write(JsonBytes json, String name) {
    json.name(name).beginArray();
    for (int i = 0; i < size; i++) {
      json.number(values[i]);
    }
    json.endArray();
  }
}
