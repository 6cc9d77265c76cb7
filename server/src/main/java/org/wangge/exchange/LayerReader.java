package org.wangge.exchange;

/** Reads one file format. Implementations keep no state and are thread-safe. */
public interface LayerReader {

  /**
   * Reads one layer.
   *
   * @throws ReadException when the file as a whole cannot be read; single bad features are in
   *     {@link Layer#bad()}
   */
  Layer read(DataSource source, ReadOptions options);
}
