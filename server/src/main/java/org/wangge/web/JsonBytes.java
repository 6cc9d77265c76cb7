package org.wangge.web;

import java.io.Flushable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON as UTF-8 bytes through one buffer to a stream; commas come by themselves. Made for
 * answers with very many numbers: no text is built for a number. Failures of the stream come as
 * {@link UncheckedIOException}. Not thread-safe.
 *
 * <p>{@link #decimal} writes a number rounded half up to so many decimals, without trailing zeros,
 * exactly as {@link BigDecimal} would; NaN and infinities are written as null.
 */
public final class JsonBytes implements Flushable {
  private static final int BUFFER = 1 << 15;
  private static final int LONGEST_NUMBER = 40;
  private static final long[] POWERS = {
    1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000
  };
  private static final double LARGEST_SCALED = 1e15;

  private static final byte[] TENS = new byte[100];
  private static final byte[] ONES = new byte[100];
  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  static {
    for (int i = 0; i < 100; i++) {
      TENS[i] = (byte) ('0' + i / 10);
      ONES[i] = (byte) ('0' + i % 10);
    }
  }

  private final OutputStream out;
  private final byte[] buffer = new byte[BUFFER];
  private int size;
  private boolean comma;

  public JsonBytes(OutputStream out) {
    this.out = out;
  }

  public JsonBytes beginObject() {
    separate();
    put('{');
    comma = false;
    return this;
  }

  public JsonBytes endObject() {
    put('}');
    comma = true;
    return this;
  }

  public JsonBytes beginArray() {
    separate();
    put('[');
    comma = false;
    return this;
  }

  public JsonBytes endArray() {
    put(']');
    comma = true;
    return this;
  }

  /** The name of a member; its value follows. */
  public JsonBytes name(String name) {
    text(name);
    put(':');
    comma = false;
    return this;
  }

  public JsonBytes text(String text) {
    separate();
    put('"');
    escape(text);
    put('"');
    return this;
  }

  public JsonBytes number(long number) {
    separate();
    room(LONGEST_NUMBER);
    digits(number);
    return this;
  }

  public JsonBytes bool(boolean value) {
    return raw(value ? "true" : "false");
  }

  public JsonBytes nothing() {
    return raw("null");
  }

  /** A double in its own shortest form. */
  public JsonBytes number(double number) {
    if (!Double.isFinite(number)) {
      return nothing();
    }
    return number == Math.rint(number) && Math.abs(number) < LARGEST_SCALED
        ? number((long) number)
        : raw(Double.toString(number));
  }

  /**
   * @param decimals 0 … 9
   */
  public JsonBytes decimal(double number, int decimals) {
    separate();
    decimalDigits(number, decimals);
    return this;
  }

  /** One position, {@code [x,y]}. */
  public JsonBytes position(double x, double y, int decimals) {
    separate();
    put('[');
    decimalDigits(x, decimals);
    put(',');
    decimalDigits(y, decimals);
    put(']');
    comma = true;
    return this;
  }

  /** Text, number, boolean, time (as text), list, map or null. */
  public JsonBytes value(@Nullable Object value) {
    if (value == null) {
      return nothing();
    } else if (value instanceof Number number) {
      return anyNumber(number);
    } else if (value instanceof Boolean bool) {
      return bool(bool);
    } else if (value instanceof List<?> list) {
      return list(list);
    } else if (value instanceof Map<?, ?> map) {
      return map(map);
    }
    return text(value.toString());
  }

  /** Ready JSON as it is: ASCII only. */
  public JsonBytes raw(String json) {
    separate();
    ascii(json);
    return this;
  }

  @Override
  public void flush() {
    try {
      out.write(buffer, 0, size);
      size = 0;
      out.flush();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private JsonBytes anyNumber(Number number) {
    boolean whole = number instanceof Integer || number instanceof Long || number instanceof Short;
    return whole ? number(number.longValue()) : number(number.doubleValue());
  }

  private JsonBytes list(List<?> list) {
    beginArray();
    list.forEach(this::value);
    return endArray();
  }

  private JsonBytes map(Map<?, ?> map) {
    beginObject();
    map.forEach((name, value) -> name(String.valueOf(name)).value(value));
    return endObject();
  }

  private void separate() {
    if (comma) {
      put(',');
    }
    comma = true;
  }

  private void put(char ascii) {
    room(1);
    buffer[size++] = (byte) ascii;
  }

  private void room(int bytes) {
    if (size + bytes > BUFFER) {
      drain();
    }
  }

  /**
   * Hands the buffer on without flushing what lies behind it: a compressing stream keeps its block.
   */
  private void drain() {
    try {
      out.write(buffer, 0, size);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    size = 0;
  }

  private void ascii(String text) {
    int length = text.length();
    for (int start = 0; start < length; start += BUFFER) {
      int end = Math.min(length, start + BUFFER);
      room(end - start);
      for (int i = start; i < end; i++) {
        buffer[size++] = (byte) text.charAt(i);
      }
    }
  }

  private void escape(String text) {
    int length = text.length();
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      room(6);
      if (c >= 0x80) {
        i += wide(text, i);
      } else if (c < 0x20 || c == '"' || c == '\\') {
        control(c);
      } else {
        buffer[size++] = (byte) c;
      }
    }
  }

  private void control(char c) {
    buffer[size++] = '\\';
    if (c >= 0x20) {
      buffer[size++] = (byte) c;
    } else {
      buffer[size++] = 'u';
      buffer[size++] = '0';
      buffer[size++] = '0';
      buffer[size++] = HEX[c >> 4];
      buffer[size++] = HEX[c & 15];
    }
  }

  /**
   * Writes the code point at i in two to four bytes; a lone surrogate becomes U+FFFD. Returns how
   * many chars more it took.
   */
  private int wide(String text, int i) {
    int point = text.codePointAt(i);
    if (point < 0x800) {
      buffer[size++] = (byte) (0xC0 | point >> 6);
    } else if (point < 0x10000) {
      point = point >= 0xD800 && point <= 0xDFFF ? 0xFFFD : point;
      buffer[size++] = (byte) (0xE0 | point >> 12);
      buffer[size++] = (byte) (0x80 | point >> 6 & 0x3F);
    } else {
      buffer[size++] = (byte) (0xF0 | point >> 18);
      buffer[size++] = (byte) (0x80 | point >> 12 & 0x3F);
      buffer[size++] = (byte) (0x80 | point >> 6 & 0x3F);
    }
    buffer[size++] = (byte) (0x80 | point & 0x3F);
    return point >= 0x10000 ? 1 : 0;
  }

  private void decimalDigits(double number, int decimals) {
    double scaled = Math.abs(number * POWERS[decimals]);
    long units = (long) scaled;
    double fraction = scaled - units;
    if (scaled < LARGEST_SCALED && !isNearTie(fraction, scaled)) {
      room(LONGEST_NUMBER);
      fixed(number < 0, fraction > 0.5 ? units + 1 : units, decimals);
    } else {
      exact(number, decimals);
    }
  }

  /**
   * The product with the power of ten may be off by half a unit in its last place (relative 2⁻⁵³);
   * only when it lies that near to a tie could the rounding differ from the exact one.
   */
  private static boolean isNearTie(double fraction, double scaled) {
    return Math.abs(fraction - 0.5) <= scaled * 0x1p-51;
  }

  private void exact(double number, int decimals) {
    if (!Double.isFinite(number)) {
      ascii("null");
      return;
    }
    BigDecimal rounded = new BigDecimal(number).setScale(decimals, RoundingMode.HALF_UP);
    ascii(rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString());
  }

  /**
   * Divides as doubles, which is faster than as longs, and puts right what that may have rounded.
   */
  private void fixed(boolean negative, long units, int decimals) {
    long power = POWERS[decimals];
    long whole = (long) ((double) units / power);
    long rest = units - whole * power;
    if (rest < 0) {
      whole--;
      rest += power;
    }
    if (negative && units != 0) {
      buffer[size++] = '-';
    }
    digits(whole);
    if (rest != 0) {
      buffer[size++] = '.';
      fraction((int) rest, decimals);
    }
  }

  /** Exactly {@code places} digits, then trailing zeros taken back. */
  private void fraction(int fraction, int places) {
    int rest = fraction;
    int at = size + places;
    size = at;
    for (int left = places; left > 1; left -= 2) {
      int two = rest % 100;
      rest /= 100;
      buffer[--at] = ONES[two];
      buffer[--at] = TENS[two];
    }
    if ((places & 1) == 1) {
      buffer[--at] = (byte) ('0' + rest);
    }
    while (buffer[size - 1] == '0') {
      size--;
    }
  }

  private void digits(long number) {
    if (number == Long.MIN_VALUE) {
      ascii("-9223372036854775808");
      return;
    }
    long rest = number;
    if (rest < 0) {
      buffer[size++] = '-';
      rest = -rest;
    }
    int count = countDigits(rest);
    int at = size + count;
    size = at;
    for (; rest >= 100; rest /= 100) {
      int two = (int) (rest % 100);
      buffer[--at] = ONES[two];
      buffer[--at] = TENS[two];
    }
    buffer[--at] = ONES[(int) rest];
    if (rest >= 10) {
      buffer[--at] = TENS[(int) rest];
    }
  }

  private static int countDigits(long number) {
    if (number < 1000) {
      return number < 10 ? 1 : number < 100 ? 2 : 3;
    }
    int count = 4;
    for (long rest = number / 10_000; rest > 0; rest /= 10) {
      count++;
    }
    return count;
  }
}
