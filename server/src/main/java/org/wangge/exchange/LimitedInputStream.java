package org.wangge.exchange;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;

/**
 * Stops reading unpacked bytes when there are too many of them, or too many for what was packed (a
 * zip bomb).
 */
final class LimitedInputStream extends FilterInputStream {
  private static final long UNSUSPICIOUS_BYTES = 10_000_000;

  private final String name;
  private final ReadLimits limits;
  private final LongSupplier packedBytes;
  private long count;

  LimitedInputStream(InputStream in, String name, ReadLimits limits, LongSupplier packedBytes) {
    super(in);
    this.name = name;
    this.limits = limits;
    this.packedBytes = packedBytes;
  }

  @Override
  public int read() throws IOException {
    int value = super.read();
    return value < 0 ? value : counted(1, value);
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = super.read(buffer, offset, length);
    return read < 0 ? read : counted(read, read);
  }

  private int counted(int bytes, int result) {
    count += bytes;
    if (count > limits.bytes()) {
      throw tooBig(count + " bytes after unpacking, " + limits.bytes() + " are allowed");
    }
    long packed = Math.max(1, packedBytes.getAsLong());
    if (count > UNSUSPICIOUS_BYTES && count / packed > limits.ratio()) {
      throw tooBig("%d bytes out of %d packed ones: a zip bomb".formatted(count, packed));
    }
    return result;
  }

  private ReadException tooBig(String what) {
    return new ReadException(
        "unpacking " + name,
        what,
        "byte " + count,
        "unpack it yourself and send only the layer that is needed");
  }
}
