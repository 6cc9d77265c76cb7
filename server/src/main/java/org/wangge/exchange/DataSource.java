package org.wangge.exchange;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that can be read again from the start: a file, or an upload held in memory.
 *
 * @param name file name with its ending, used to tell formats apart and in messages
 */
public record DataSource(String name, @Nullable Path path, byte[] bytes) {

  public static DataSource of(Path path) {
    return new DataSource(String.valueOf(path.getFileName()), path, new byte[0]);
  }

  public static DataSource of(String name, byte[] bytes) {
    return new DataSource(name, null, bytes);
  }

  public InputStream open() throws IOException {
    return path == null
        ? new ByteArrayInputStream(bytes)
        : new BufferedInputStream(Files.newInputStream(path), 1 << 16);
  }

  public long size() throws IOException {
    return path == null ? bytes.length : Files.size(path);
  }

  public Optional<Path> findPath() {
    return Optional.ofNullable(path);
  }

  /** The name without folders and without the endings of its format. */
  public String baseName() {
    return name.replaceFirst("(?i)(\\.[a-z0-9]{1,8}){1,2}$", "");
  }

  boolean hasEnding(String... endings) {
    String lower = name.toLowerCase(Locale.ROOT);
    for (String ending : endings) {
      if (lower.endsWith(ending)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public String toString() {
    return name;
  }
}
