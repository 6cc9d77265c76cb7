package org.wangge.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The wanted files of a zip, in memory. Stops at too many entries, too many unpacked bytes or too
 * good a ratio; refuses names that climb out of a folder. Nothing is written to disk.
 */
final class ZipEntries {
  private static final Charset CHINESE_NAMES = Charset.forName("GB18030");

  private final DataSource source;
  private final ReadLimits limits;

  ZipEntries(DataSource source, ReadLimits limits) {
    this.source = source;
    this.limits = limits;
  }

  Map<String, byte[]> read(Predicate<String> wanted) {
    try {
      return read(wanted, CHINESE_NAMES);
    } catch (IllegalArgumentException e) {
      // A name that is neither UTF-8 nor GBK: only its ending matters.
      return read(wanted, StandardCharsets.ISO_8859_1);
    }
  }

  private Map<String, byte[]> read(Predicate<String> wanted, Charset names) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (CountingInputStream packed = new CountingInputStream(source.open());
        ZipInputStream zip = new ZipInputStream(packed, names)) {
      InputStream limited = new LimitedInputStream(zip, source.name(), limits, packed::count);
      int count = 0;
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        check(entry, ++count);
        byte[] bytes = limited.readAllBytes();
        if (!entry.isDirectory() && wanted.test(entry.getName())) {
          files.put(entry.getName(), bytes);
        }
      }
      return files;
    } catch (IOException e) {
      throw Unpacked.problem("unpacking " + source.name(), e);
    }
  }

  private void check(ZipEntry entry, int count) {
    String name = entry.getName();
    if (count > limits.entries()) {
      throw new ReadException(
          "unpacking " + source.name(),
          "more than " + limits.entries() + " files in it",
          "entry " + name,
          "send a zip with one layer");
    }
    if (name.startsWith("/")
        || name.contains("\\")
        || name.contains(":")
        || name.matches("(.*/)?\\.\\.(/.*)?")) {
      throw new ReadException(
          "unpacking " + source.name(),
          "the unsafe file name '" + name + "'",
          "entry " + count,
          "pack the files again without folders");
    }
  }
}
