package org.wangge.topology;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Envelope;

/** Tells a layer digitised apart from one with a few errors. */
final class Apart {
  private static final int SAMPLE = 501;
  private static final double THIN = 0.1;
  private static final double NEAREST_METRES = 0.01;
  private static final double FARTHEST_METRES = 50;

  private final Layer layer;
  private final int[] leftover;
  private final RingIndex index;

  Apart(Layer layer, int[] leftover, RingIndex index) {
    this.layer = layer;
    this.leftover = leftover;
    this.index = index;
  }

  Optional<ApartNotice> find(List<Atom> atoms, double typicalArea, CheckOptions options) {
    if (leftover.length < options.apartShare() * layer.rings().segments()) {
      return Optional.empty();
    }
    double share = thinLength(atoms, THIN * Math.sqrt(typicalArea)) / borderLength();
    double[] offsets = share < options.apartShare() ? new double[0] : offsets();
    return offsets.length == 0 ? Optional.empty() : Optional.of(notice(share, offsets));
  }

  /** Length of the edges of thin pieces between two polygons, in steps. */
  private static double thinLength(List<Atom> atoms, double thinnerThan) {
    return atoms.stream()
        .filter(atom -> !atom.atOutline() && atom.owners().length > 1)
        .filter(atom -> atom.isNarrowerThan(thinnerThan / 2))
        .mapToDouble(atom -> atom.ground().perimeter())
        .sum();
  }

  private double borderLength() {
    Rings rings = layer.rings();
    double sum = 0;
    for (int ring = 0; ring < rings.count; ring++) {
      for (int i = rings.start[ring]; i + 1 < rings.end[ring]; i++) {
        sum += Frame.distance(rings.points[i], rings.points[i + 1]);
      }
    }
    return sum;
  }

  /** Metres from the middles of some unmatched segments to the nearest other polygon, sorted. */
  private double[] offsets() {
    int stride = Math.max(1, leftover.length / SAMPLE);
    double[] offsets =
        IntStream.iterate(0, i -> i < leftover.length, i -> i + stride)
            .mapToDouble(i -> offset(leftover[i]))
            .filter(offset -> offset < FARTHEST_METRES)
            .toArray();
    Arrays.sort(offsets);
    return offsets;
  }

  private double offset(int position) {
    Rings rings = layer.rings();
    int owner = rings.ownerAt(position);
    long a = rings.points[position];
    long b = rings.points[position + 1];
    double x = ((double) Frame.x(a) + Frame.x(b)) / 2;
    double y = ((double) Frame.y(a) + Frame.y(b)) / 2;
    for (double reach = NEAREST_METRES; reach <= FARTHEST_METRES; reach *= 4) {
      double nearest = nearest(owner, x, y, layer.frame().steps(reach));
      if (nearest <= layer.frame().steps(reach)) {
        return layer.frame().length(nearest);
      }
    }
    return Double.MAX_VALUE;
  }

  private double nearest(int owner, double x, double y, double reach) {
    double[] least = {Double.MAX_VALUE};
    Rings rings = layer.rings();
    index.forEachSegment(
        new Envelope(x - reach, x + reach, y - reach, y + reach),
        other -> {
          double distance = Widest.distance(rings.points[other], rings.points[other + 1], x, y);
          if (distance < least[0] && rings.ownerAt(other) != owner) {
            least[0] = distance;
          }
        });
    return least[0];
  }

  private static ApartNotice notice(double share, double[] offsets) {
    double typical = offsets[offsets.length / 2];
    double most = offsets[(int) (0.95 * (offsets.length - 1))];
    double align = Math.max(0.01, Math.ceil(most * 110) / 100);
    String percent = String.format(Locale.ROOT, "%.0f %%", 100 * Math.min(1, share));
    Words words =
        new Words(
            "各图形是分别描绘的：相邻边界有 "
                + percent
                + " 对不上，一般相距 "
                + Measured.length(typical)
                + "。建议先按 "
                + Measured.length(align)
                + " 以内整体对齐，再看其余问题。",
            "The polygons were digitised apart: "
                + percent
                + " of their common borders do not match, typically by "
                + Measured.length(typical)
                + ". Align the layer within "
                + Measured.length(align)
                + " first, then look at the rest.");
    return new ApartNotice(Math.min(1, share), typical, align, words);
  }
}
