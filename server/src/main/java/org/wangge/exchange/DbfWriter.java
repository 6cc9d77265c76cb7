package org.wangge.exchange;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Writes the attribute table of a Shapefile (dBase III) in UTF-8. A text longer than a field can be
 * is cut between two characters.
 */
final class DbfWriter {
  private static final int MOST_BYTES = 254;
  private static final int MOST_NAME_BYTES = 10;
  private static final int NUMBER_BYTES = 19;

  /** Read as a whole number everywhere. */
  private static final int INTEGER_BYTES = 9;

  private static final int DECIMALS = 6;

  private record Field(String name, char type, int bytes, int decimals) {}

  private final Layer layer;
  private final List<Field> fields = new ArrayList<>();

  private DbfWriter(Layer layer) {
    this.layer = layer;
    if (!layer.features().isEmpty()) {
      layer.features().get(0).properties().keySet().forEach(name -> fields.add(field(name)));
    }
  }

  static byte[] write(Layer layer) {
    return new DbfWriter(layer).write();
  }

  private Field field(String name) {
    if (name.getBytes(StandardCharsets.UTF_8).length > MOST_NAME_BYTES) {
      throw new IllegalArgumentException("the name " + name + " is too long for a dBase table");
    }
    List<Object> values = new ArrayList<>();
    layer.features().forEach(feature -> add(values, feature.properties().get(name)));
    if (!values.isEmpty() && values.stream().allMatch(Number.class::isInstance)) {
      boolean whole = values.stream().noneMatch(Double.class::isInstance);
      boolean small =
          values.stream().allMatch(value -> ((Number) value).longValue() < 1_000_000_000);
      return whole && small
          ? new Field(name, 'N', INTEGER_BYTES, 0)
          : new Field(name, 'N', NUMBER_BYTES, whole ? 0 : DECIMALS);
    }
    int longest = values.stream().mapToInt(value -> bytes(value.toString()).length).max().orElse(1);
    return new Field(name, 'C', Math.min(Math.max(longest, 1), MOST_BYTES), 0);
  }

  private static void add(List<Object> values, @Nullable Object value) {
    if (value != null) {
      values.add(value);
    }
  }

  private byte[] write() {
    int rowBytes = 1 + fields.stream().mapToInt(Field::bytes).sum();
    int headerBytes = 32 + 32 * fields.size() + 1;
    int rows = layer.features().size();
    ByteBuffer file =
        ByteBuffer.allocate(headerBytes + rows * rowBytes + 1).order(ByteOrder.LITTLE_ENDIAN);
    file.put((byte) 3).put((byte) 126).put((byte) 1).put((byte) 1).putInt(rows);
    file.putShort((short) headerBytes).putShort((short) rowBytes).position(32);
    fields.forEach(field -> describe(file, field));
    file.put((byte) 0x0D);
    layer.features().forEach(feature -> row(file, feature));
    return file.put((byte) 0x1A).array();
  }

  private static void describe(ByteBuffer file, Field field) {
    int start = file.position();
    file.put(field.name().getBytes(StandardCharsets.UTF_8)).position(start + 11);
    file.put((byte) field.type()).position(start + 16);
    file.put((byte) field.bytes()).put((byte) field.decimals()).position(start + 32);
  }

  private void row(ByteBuffer file, Feature feature) {
    file.put((byte) ' ');
    for (Field field : fields) {
      byte[] cell = new byte[field.bytes()];
      Arrays.fill(cell, (byte) ' ');
      byte[] value = cell(field, feature.properties().get(field.name()));
      int start = field.type() == 'N' ? cell.length - value.length : 0;
      System.arraycopy(value, 0, cell, start, value.length);
      file.put(cell);
    }
  }

  private static byte[] cell(Field field, @Nullable Object value) {
    if (value == null) {
      return new byte[0];
    }
    if (field.type() == 'N') {
      double number = ((Number) value).doubleValue();
      return bytes(String.format(Locale.ROOT, "%." + field.decimals() + "f", number));
    }
    return cut(value.toString(), field.bytes());
  }

  private static byte[] cut(String text, int most) {
    String shorter = text;
    while (bytes(shorter).length > most) {
      shorter = shorter.substring(0, shorter.offsetByCodePoints(shorter.length(), -1));
    }
    return bytes(shorter);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
