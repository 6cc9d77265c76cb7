package org.wangge.topology;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Puts the polygons of a layer on the grid in an order in which neighbours come soon after each
 * other: strips from west to east. Polygons of one simple ring are read at once, in bands that
 * threads can share; what is not so plain is left to {@link SoundReader}.
 */
final class LayerReader {
  private static final int BAND_POINTS = 1 << 18;
  private static final int UNSORTED_POLYGONS = 1024;
  private static final int STRIP_POLYGONS = 64;
  private static final int INDEX_BITS = 26;

  private final List<LayerPolygon> polygons;
  private final Frame frame;
  private final int threads;

  LayerReader(List<LayerPolygon> polygons, Frame frame, int threads) {
    this.polygons = polygons;
    this.frame = frame;
    this.threads = threads;
  }

  /**
   * @param rings ring k belongs to the k-th polygon of the order; empty where it was not plain
   * @param bands ring numbers at which bands begin, and the end
   * @param unread positions in the layer of the polygons that were not plain
   */
  record Read(Rings rings, int[] bands, int[] unread) {}

  Read read() {
    int[] order = order();
    Rings rings = slots(order);
    int[] bands = bands(rings);
    IntStream range = IntStream.range(0, bands.length - 1);
    (threads > 1 ? range.parallel() : range)
        .forEach(band -> readBand(rings, bands[band], bands[band + 1]));
    int[] unread =
        IntStream.range(0, rings.count)
            .filter(ring -> rings.start[ring] == rings.end[ring])
            .map(ring -> rings.owner[ring])
            .sorted()
            .toArray();
    return new Read(rings, bands, unread);
  }

  private int[] order() {
    int n = polygons.size();
    if (n <= UNSORTED_POLYGONS) {
      return IntStream.range(0, n).toArray();
    }
    long[] keys = new long[n];
    for (int i = 0; i < n; i++) {
      keys[i] = firstPoint(i);
    }
    int minY = Integer.MAX_VALUE;
    int maxY = Integer.MIN_VALUE;
    for (long key : keys) {
      minY = Math.min(minY, Frame.y(key));
      maxY = Math.max(maxY, Frame.y(key));
    }
    int strips = Math.max(1, (int) Math.round(Math.sqrt(n) / STRIP_POLYGONS));
    double stripHeight = ((double) maxY - minY + 1) / strips;
    for (int i = 0; i < n; i++) {
      keys[i] = sweepKey(keys[i], minY, stripHeight, i);
    }
    Arrays.sort(keys);
    return Arrays.stream(keys).mapToInt(key -> (int) (key & ((1 << INDEX_BITS) - 1))).toArray();
  }

  private static long sweepKey(long point, int minY, double stripHeight, int index) {
    long strip = (long) ((Frame.y(point) - (double) minY) / stripHeight);
    long x = ((long) Frame.x(point) + (1L << 31)) >>> 8;
    return strip << 50 | x << INDEX_BITS | index;
  }

  private long firstPoint(int index) {
    Geometry geometry = polygons.get(index).geometry();
    Coordinate first = geometry.getCoordinate();
    if (first == null) {
      return 0;
    }
    int x = frame.x(first.x);
    int y = frame.y(first.y);
    return x == Integer.MIN_VALUE || y == Integer.MIN_VALUE ? 0 : Frame.pack(x, y);
  }

  private Rings slots(int[] order) {
    long total = 0;
    int[] starts = new int[order.length];
    for (int k = 0; k < order.length; k++) {
      starts[k] = Math.toIntExact(total);
      total += plainRing(order[k]) == null ? 0 : polygons.get(order[k]).geometry().getNumPoints();
    }
    Rings rings = new Rings(Math.toIntExact(total), order.length + 16);
    rings.reserve(Math.toIntExact(total));
    for (int k = 0; k < order.length; k++) {
      rings.add(order[k], starts[k], starts[k]);
    }
    return rings;
  }

  private @Nullable LinearRing plainRing(int index) {
    Geometry geometry = polygons.get(index).geometry();
    Geometry only = geometry.getNumGeometries() == 1 ? geometry.getGeometryN(0) : geometry;
    return only instanceof Polygon polygon
            && polygon.getNumInteriorRing() == 0
            && !polygon.isEmpty()
        ? polygon.getExteriorRing()
        : null;
  }

  private int[] bands(Rings rings) {
    int[] bands = new int[rings.points.length / BAND_POINTS + 2];
    int band = 1;
    for (int ring = 0; ring < rings.count; ring++) {
      if (rings.start[ring] >= (long) band * BAND_POINTS) {
        bands[band++] = ring;
      }
    }
    bands[band] = rings.count;
    return Arrays.copyOf(bands, band + 1);
  }

  private void readBand(Rings rings, int fromRing, int toRing) {
    RingReader reader = new RingReader(frame);
    for (int ring = fromRing; ring < toRing; ring++) {
      LinearRing source = plainRing(rings.owner[ring]);
      int from = rings.start[ring];
      int to = source == null ? from : reader.read(source, rings.points, from);
      boolean simple = to > from && reader.orient(rings.points, from, to);
      rings.end[ring] = simple ? to : from;
    }
  }
}
