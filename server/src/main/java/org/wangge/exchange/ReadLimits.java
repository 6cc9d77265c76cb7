package org.wangge.exchange;

/**
 * Where reading stops, so that no file can exhaust the machine.
 *
 * @param bytes at most so many bytes, after unpacking
 * @param ratio at most so many unpacked bytes for one packed byte (looked at beyond the first 10
 *     MB)
 * @param entries at most so many files in a zip
 * @param depth at most so many nested JSON arrays and objects
 * @param features at most so many features
 * @param points at most so many points in all
 */
public record ReadLimits(long bytes, int ratio, int entries, int depth, int features, long points) {

  public static ReadLimits defaults() {
    return new ReadLimits(2_000_000_000L, 200, 10_000, 64, 5_000_000, 60_000_000L);
  }

  /** For what is sent over the network: less than what an administrator reads from his own disk. */
  public static ReadLimits ofUploads() {
    return new ReadLimits(300_000_000L, 200, 1_000, 64, 1_000_000, 8_000_000L);
  }

  public ReadLimits withBytes(long other) {
    return new ReadLimits(other, ratio, entries, depth, features, points);
  }

  public ReadLimits withPoints(long other) {
    return new ReadLimits(bytes, ratio, entries, depth, features, other);
  }
}
