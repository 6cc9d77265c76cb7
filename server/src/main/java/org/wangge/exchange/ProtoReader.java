package org.wangge.exchange;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads protocol-buffer wire format from a byte range: just what OSM PBF needs. Running over the
 * end is an {@link IndexOutOfBoundsException}, which the caller turns into a problem.
 */
final class ProtoReader {
  private final byte[] data;
  private int position;
  private final int end;
  private int wireType;

  ProtoReader(byte[] data, int start, int end) {
    this.data = data;
    this.position = start;
    this.end = end;
    if (start < 0 || end < start || end > data.length) {
      throw new IndexOutOfBoundsException("a field runs over the end of its block");
    }
  }

  ProtoReader(byte[] data) {
    this(data, 0, data.length);
  }

  boolean hasNext() {
    return position < end;
  }

  /** The number of the next field; its value must be read or skipped. */
  int field() {
    long key = varint();
    wireType = (int) (key & 7);
    return (int) (key >>> 3);
  }

  long varint() {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      byte next = data[checked(1)];
      value |= (long) (next & 0x7f) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new IndexOutOfBoundsException("a number has more than 10 bytes");
  }

  long signed() {
    long value = varint();
    return (value >>> 1) ^ -(value & 1);
  }

  /** The embedded message at this field. */
  ProtoReader message() {
    int length = length();
    int start = checked(length);
    return new ProtoReader(data, start, start + length);
  }

  byte[] bytes() {
    int length = length();
    int start = checked(length);
    return Arrays.copyOfRange(data, start, start + length);
  }

  String text() {
    int length = length();
    return new String(data, checked(length), length, StandardCharsets.UTF_8);
  }

  /** A packed list of plain varints. */
  long[] packed() {
    ProtoReader list = message();
    long[] values = new long[list.end - list.position];
    int count = 0;
    while (list.hasNext()) {
      values[count++] = list.varint();
    }
    return Arrays.copyOf(values, count);
  }

  /** A packed list of zigzag differences, summed up. */
  long[] packedDeltas() {
    long[] values = packed();
    long sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += (values[i] >>> 1) ^ -(values[i] & 1);
      values[i] = sum;
    }
    return values;
  }

  void skip() {
    switch (wireType) {
      case 0 -> varint();
      case 1 -> checked(8);
      case 2 -> checked(length());
      case 5 -> checked(4);
      default -> throw new IndexOutOfBoundsException("wire type " + wireType + " is unknown");
    }
  }

  private int length() {
    long length = varint();
    if (length < 0 || length > end - position) {
      throw new IndexOutOfBoundsException(
          "a field of %d bytes runs over the end".formatted(length));
    }
    return (int) length;
  }

  /** Moves over some bytes and gives where they start. */
  private int checked(int bytes) {
    if (bytes < 0 || bytes > end - position) {
      throw new IndexOutOfBoundsException("the block ends in the middle of a value");
    }
    int start = position;
    position += bytes;
    return start;
  }
}
