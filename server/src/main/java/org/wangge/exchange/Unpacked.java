package org.wangge.exchange;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * The bytes of a source, gunzipped when they begin like gzip, within limits; openable again and
 * again.
 */
final class Unpacked {
  private final DataSource source;
  private final ReadLimits limits;

  Unpacked(DataSource source, ReadLimits limits) {
    this.source = source;
    this.limits = limits;
  }

  InputStream open() throws IOException {
    if (!isGzip()) {
      return new LimitedInputStream(source.open(), source.name(), limits, () -> Long.MAX_VALUE);
    }
    CountingInputStream packed = new CountingInputStream(source.open());
    return new LimitedInputStream(
        new GZIPInputStream(packed, 1 << 16), source.name(), limits, packed::count);
  }

  private boolean isGzip() throws IOException {
    try (InputStream in = source.open()) {
      return in.read() == 0x1f && in.read() == 0x8b;
    }
  }

  byte[] readAll() throws IOException {
    try (InputStream in = open()) {
      return in.readAllBytes();
    }
  }

  static ReadException problem(String attempted, IOException e) {
    if (e instanceof EOFException || e instanceof ZipException) {
      String what = "the packed data ends or breaks in the middle (%s)".formatted(e.getMessage());
      return new ReadException(
          new ReadProblem(attempted, what, "the packed stream", "send the whole file again"), e);
    }
    if (e instanceof java.nio.file.NoSuchFileException
        || e instanceof java.io.FileNotFoundException) {
      return new ReadException(
          new ReadProblem(
              attempted, "there is no such file", String.valueOf(e.getMessage()), "check the path"),
          e);
    }
    return new ReadException(
        new ReadProblem(
            attempted,
            String.valueOf(e.getMessage()),
            e.getClass().getSimpleName(),
            "check that the file can be read"),
        e);
  }
}
