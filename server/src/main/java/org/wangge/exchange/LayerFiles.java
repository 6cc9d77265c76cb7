package org.wangge.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads map layers from files of any known format. The format is told by what the file begins with,
 * then by its ending.
 *
 * <p>Thread-safe. Does not project, repair or store anything.
 */
public final class LayerFiles {

  public Layer read(Path file) {
    return read(file, ReadOptions.defaults());
  }

  /**
   * Reads one layer of a file.
   *
   * @throws ReadException saying what was attempted, what was met, where, and what to do
   */
  public Layer read(Path file, ReadOptions options) {
    if (!Files.isRegularFile(file)) {
      throw new ReadException(
          "reading " + file, "there is no such file", file.toString(), "check the path");
    }
    return read(DataSource.of(file), options);
  }

  public Layer read(DataSource source, ReadOptions options) {
    try {
      if (source.size() == 0) {
        throw new ReadException(
            "reading " + source.name(), "the file is empty", "byte 0", "send the file again");
      }
    } catch (IOException e) {
      throw Unpacked.problem("reading " + source.name(), e);
    }
    return new GeoJsonReader().read(source, options);
  }
}
