package org.wangge.exchange;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The attribute table of a Shapefile (dBase III). Texts are read in the table's encoding; deleted
 * rows are marked.
 */
final class DbfTable {
  private static final int FIELD_BYTES = 32;

  private final ByteBuffer data;
  private final int rows;
  private final int headerBytes;
  private final int rowBytes;
  private final List<Field> fields = new ArrayList<>();
  private final Charset charset;

  private DbfTable(byte[] bytes, @Nullable Charset declared) {
    this.data = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    this.headerBytes = Short.toUnsignedInt(data.getShort(8));
    this.rowBytes = Short.toUnsignedInt(data.getShort(10));
    this.rows =
        rowBytes == 0 ? 0 : Math.min(data.getInt(4), (bytes.length - headerBytes + 1) / rowBytes);
    this.charset = declared != null && readsAs(declared) ? declared : detect();
    readFields();
  }

  /**
   * Reads a table.
   *
   * @param declared what the .cpg says, believed only when the bytes agree
   */
  static DbfTable of(byte[] bytes, @Nullable Charset declared, String attempted) {
    try {
      return new DbfTable(bytes, declared);
    } catch (IndexOutOfBoundsException e) {
      throw new ReadException(
          new ReadProblem(
              attempted,
              "its .dbf is cut off or not a dBase table",
              bytes.length + " bytes",
              "send the .dbf again"),
          e);
    }
  }

  /** What a .cpg file says; null when it is missing or unknown. */
  static @Nullable Charset charsetOf(byte @Nullable [] cpg) {
    if (cpg == null) {
      return null;
    }
    String name =
        new String(cpg, StandardCharsets.US_ASCII).strip().toUpperCase(java.util.Locale.ROOT);
    if (name.matches("(ANSI |CP)?936|GB.*")) {
      return Charset.forName("GB18030");
    }
    try {
      return Charset.forName(name);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private boolean readsAs(Charset declared) {
    return !declared.equals(StandardCharsets.UTF_8) || detect().equals(StandardCharsets.UTF_8);
  }

  /**
   * UTF-8 when every text of the table is; a text cut within a character at its end still counts.
   */
  private Charset detect() {
    for (int offset = FIELD_BYTES; data.get(offset) != 0x0d; offset += FIELD_BYTES) {
      if (!isUtf8(name(offset))) {
        return Charset.forName("GB18030");
      }
    }
    for (int row = 0; row < rows; row++) {
      byte[] text = new byte[rowBytes];
      data.get(
          headerBytes + row * rowBytes,
          text,
          0,
          Math.min(rowBytes, data.limit() - headerBytes - row * rowBytes));
      if (!isUtf8(text)) {
        return Charset.forName("GB18030");
      }
    }
    return StandardCharsets.UTF_8;
  }

  private static boolean isUtf8(byte[] bytes) {
    return Utf8Cut.isUtf8OrCut(bytes);
  }

  private byte[] name(int offset) {
    int length = 0;
    while (length < 11 && data.get(offset + length) != 0) {
      length++;
    }
    byte[] name = new byte[length];
    data.get(offset, name, 0, length);
    return name;
  }

  private void readFields() {
    int start = 1;
    for (int offset = FIELD_BYTES; data.get(offset) != 0x0d; offset += FIELD_BYTES) {
      int length = Byte.toUnsignedInt(data.get(offset + 16));
      int decimals = Byte.toUnsignedInt(data.get(offset + 17));
      fields.add(
          new Field(
              new String(name(offset), charset).strip(),
              (char) data.get(offset + 11),
              start,
              length,
              decimals));
      start += length;
    }
  }

  Charset charset() {
    return charset;
  }

  int rows() {
    return rows;
  }

  boolean isDeleted(int row) {
    return row < rows && data.get(headerBytes + row * rowBytes) == '*';
  }

  Map<String, @Nullable Object> row(int row) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    if (row < rows) {
      fields.forEach(field -> values.put(field.name, value(field, headerBytes + row * rowBytes)));
    }
    return values;
  }

  private @Nullable Object value(Field field, int rowStart) {
    byte[] bytes =
        new byte[Math.max(0, Math.min(field.length, data.limit() - rowStart - field.start))];
    data.get(rowStart + field.start, bytes);
    String text = new String(bytes, charset).replace("\0", "").strip();
    if (field.type == 'C') {
      return text;
    }
    if (text.isEmpty() || text.startsWith("*")) {
      return null;
    }
    return switch (field.type) {
      case 'N', 'F' -> number(text, field.decimals);
      case 'L' ->
          "TtYy".contains(text) ? Boolean.TRUE : "FfNn".contains(text) ? Boolean.FALSE : null;
      case 'D' -> text.matches("\\d{8}") ? text.replaceFirst("(....)(..)(..)", "$1-$2-$3") : text;
      default -> text;
    };
  }

  private static Object number(String text, int decimals) {
    try {
      return decimals == 0 && text.matches("[-+]?\\d{1,18}")
          ? (Object) Long.parseLong(text)
          : (Object) Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return text;
    }
  }

  private record Field(String name, char type, int start, int length, int decimals) {}
}
