package org.wangge.cases;

import java.time.Instant;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * All unrestricted cases as primitive columns: what heat, choropleth and histogram are computed
 * from without asking the store. Immutable and thread-safe. Rows are kept sorted by square tile
 * (row by row, south to north), so that a viewport touches only the runs under it; within a tile
 * the order of adding is kept.
 *
 * <p>Places are Web Mercator centimetres (EPSG:3857 × 100, an int reaches round the world): the
 * heat of a map on screen needs that and nothing else. Times are epoch seconds.
 */
public final class CaseColumns {
  private static final int TILES_PER_SIDE = 256;

  final int[] xs;
  final int[] ys;
  final long[] reportedAt;
  final short[] category;
  final int[] zone;
  final byte[] channel;
  final byte[] status;
  private final Tiling tiling;
  private final int[] tileStart;

  private CaseColumns(Builder from) {
    int n = from.size;
    tiling = Tiling.around(from.xs, from.ys, n, TILES_PER_SIDE);
    tileStart = tiling.starts(from.xs, from.ys, n);
    int[] order = tiling.order(from.xs, from.ys, n, tileStart);
    xs = gather(from.xs, order);
    ys = gather(from.ys, order);
    zone = gather(from.zone, order);
    reportedAt = Arrays.stream(order).mapToLong(i -> from.reportedAt[i]).toArray();
    category = new short[n];
    channel = new byte[n];
    status = new byte[n];
    IntStream.range(0, n).forEach(i -> fillSmall(from, i, order[i]));
  }

  private void fillSmall(Builder from, int to, int row) {
    category[to] = from.category[row];
    channel[to] = from.channel[row];
    status[to] = from.status[row];
  }

  private static int[] gather(int[] column, int[] order) {
    return Arrays.stream(order).map(i -> column[i]).toArray();
  }

  public static CaseColumns empty() {
    return builder(0).build();
  }

  /** A builder that expects about so many rows and grows when there are more. */
  public static Builder builder(int expected) {
    return new Builder(Math.max(expected, 16));
  }

  public int size() {
    return xs.length;
  }

  /**
   * Box of all places in Web Mercator metres as {west, south, east, north}; west > east when there
   * are none.
   */
  double[] bounds() {
    return tiling.boundsMetres();
  }

  /**
   * Calls back with the runs [from, to) of rows whose tiles touch the box (Web Mercator
   * centimetres).
   */
  void runs(double west, double south, double east, double north, RunConsumer consumer) {
    tiling.runs(tileStart, west, south, east, north, consumer);
  }

  /** Takes rows [from, to). */
  interface RunConsumer {
    void accept(int from, int to);
  }

  /** Collects rows. Not thread-safe. */
  public static final class Builder {
    private int size;
    private int[] xs;
    private int[] ys;
    private long[] reportedAt;
    private short[] category;
    private int[] zone;
    private byte[] channel;
    private byte[] status;

    private Builder(int expected) {
      xs = new int[expected];
      ys = new int[expected];
      reportedAt = new long[expected];
      category = new short[expected];
      zone = new int[expected];
      channel = new byte[expected];
      status = new byte[expected];
    }

    /**
     * Adds one case.
     *
     * @param categoryIndex its {@link Categories#index}
     * @param gridZone its zone in the plan in force, −1 outside
     */
    public Builder add(
        double lon,
        double lat,
        Instant reported,
        int categoryIndex,
        Channel in,
        Status now,
        int gridZone) {
      grow();
      xs[size] = (int) Math.round(Mercator.x(lon) * 100);
      ys[size] = (int) Math.round(Mercator.y(lat) * 100);
      reportedAt[size] = reported.getEpochSecond();
      category[size] = (short) categoryIndex;
      channel[size] = (byte) in.ordinal();
      status[size] = (byte) now.ordinal();
      zone[size++] = gridZone;
      return this;
    }

    private void grow() {
      if (size == xs.length) {
        int length = size * 2;
        xs = Arrays.copyOf(xs, length);
        ys = Arrays.copyOf(ys, length);
        reportedAt = Arrays.copyOf(reportedAt, length);
        category = Arrays.copyOf(category, length);
        zone = Arrays.copyOf(zone, length);
        channel = Arrays.copyOf(channel, length);
        status = Arrays.copyOf(status, length);
      }
    }

    public CaseColumns build() {
      return new CaseColumns(this);
    }
  }
}
