package org.wangge.zoning;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.wangge.fabric.Fabric;

/**
 * What flows from the zones of one plan to the zones of the next, found from the blocks and from
 * nothing else: a pure function of both assignments and the {@link FaceMap}. Immutable.
 *
 * <p>Laws: the shares of each zone before sum to 1; households, people, blocks and area are
 * conserved; when nothing changes every zone flows wholly into itself.
 */
public final class Lineage {

  /**
   * What one zone gives to one zone.
   *
   * @param from zone before
   * @param to zone after
   * @param blocks faces of the fabric after
   * @param doubleArea twice the area in mm², exact
   * @param share of the zone before: of its households; of its area when nobody lives there
   */
  public record Flow(
      int from, int to, int blocks, int households, int people, long doubleArea, double share) {

    /** In the plane of the CRS. */
    public double areaSquareMetres() {
      return doubleArea / 2e6;
    }
  }

  private final List<Flow> flows;
  private final int before;
  private final int after;

  private Lineage(List<Flow> flows, int before, int after) {
    this.flows = flows;
    this.before = before;
    this.after = after;
  }

  /** Between two plans of which the second stands on the same fabric or a refinement of it. */
  public static Lineage of(Plan before, Plan after) {
    return of(before.zones(), after.zones(), FaceMap.of(before.fabric(), after.fabric()));
  }

  /**
   * @param before zone of every face before; total
   * @param after zone of every face after; total
   */
  public static Lineage of(int[] before, int[] after, FaceMap faces) {
    Map<Long, long[]> sums = new TreeMap<>();
    Fabric fabric = faces.after();
    long[][] total = new long[count(before)][SUMS];
    for (int f = 0; f < after.length; f++) {
      int from = before[faces.parent(f)];
      add(sums.computeIfAbsent(key(from, after[f]), key -> new long[SUMS]), fabric, f);
      add(total[from], fabric, f);
    }
    List<Flow> flows =
        sums.entrySet().stream().map(each -> flow(each.getKey(), each.getValue(), total)).toList();
    return new Lineage(flows, total.length, count(after));
  }

  private static final int SUMS = 4;

  private static int count(int[] zone) {
    return Arrays.stream(zone).max().orElse(-1) + 1;
  }

  private static long key(int from, int to) {
    return (long) from << 32 | to;
  }

  private static void add(long[] sums, Fabric fabric, int face) {
    sums[0]++;
    sums[1] += fabric.households(face);
    sums[2] += fabric.people(face);
    sums[3] += fabric.doubleAreaSquareMillimetres(face);
  }

  private static Flow flow(long key, long[] sum, long[][] total) {
    int from = (int) (key >> 32);
    long[] all = total[from];
    double share = all[1] > 0 ? (double) sum[1] / all[1] : (double) sum[3] / all[3];
    return new Flow(from, (int) key, (int) sum[0], (int) sum[1], (int) sum[2], sum[3], share);
  }

  /** Every pair of zones that have ground in common, by from and to. */
  public List<Flow> flows() {
    return flows;
  }

  /** Where the ground of a zone before went, by zone. */
  public List<Flow> from(int zoneBefore) {
    return flows.stream().filter(flow -> flow.from() == zoneBefore).toList();
  }

  /** Where the ground of a zone after came from, by zone. */
  public List<Flow> to(int zoneAfter) {
    return flows.stream().filter(flow -> flow.to() == zoneAfter).toList();
  }

  /** How many zones there were. */
  public int zonesBefore() {
    return before;
  }

  /** How many zones there are. */
  public int zonesAfter() {
    return after;
  }

  /** The zone that got most of a zone before; the lowest number of several. */
  public int heir(int zoneBefore) {
    return from(zoneBefore).stream()
        .max(Comparator.comparingDouble(Flow::share).thenComparing(flow -> -flow.to()))
        .map(Flow::to)
        .orElse(-1);
  }

  /** The zones before of which all ground lies in one zone after that has no other ground. */
  public int[] unchanged() {
    return IntStream.range(0, before)
        .filter(zone -> from(zone).size() == 1 && to(from(zone).get(0).to()).size() == 1)
        .toArray();
  }
}
