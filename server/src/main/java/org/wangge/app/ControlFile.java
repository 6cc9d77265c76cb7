package org.wangge.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;

/**
 * {@code server.control} in the data directory: where the running server of that directory is, and
 * the key with which the command line of the same user speaks to it. Only its owner can read it; it
 * goes when the server stops.
 */
final class ControlFile {
  private static final String NAME = "server.control";

  private final Path path;

  private ControlFile(Path path) {
    this.path = path;
  }

  static ControlFile below(Path data) {
    return new ControlFile(data.toAbsolutePath().resolve(NAME));
  }

  /** What stands in the file. */
  record Server(String url, String key) {}

  void write(String url, String key) {
    try {
      Files.createDirectories(path.getParent());
      Path fresh = Files.createTempFile(path.getParent(), NAME, ".new");
      Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-------"));
      Files.write(fresh, List.of(url, key), StandardCharsets.UTF_8);
      Files.move(fresh, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot write " + path, failed);
    }
  }

  /** The server that wrote it last; it may have been killed since. */
  Optional<Server> find() {
    try {
      List<String> lines = Files.readAllLines(path, StandardCharsets.UTF_8);
      return lines.size() == 2
          ? Optional.of(new Server(lines.get(0), lines.get(1)))
          : Optional.empty();
    } catch (IOException noSuchFile) {
      return Optional.empty();
    }
  }

  void deleteOnExit() {
    path.toFile().deleteOnExit();
  }
}
