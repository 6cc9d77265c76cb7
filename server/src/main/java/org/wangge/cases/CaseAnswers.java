package org.wangge.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.wangge.territory.Grid;
import org.wangge.territory.InForce;
import org.wangge.territory.Sight;
import org.wangge.territory.Territory;

/** The bodies of the answers about cases, ready to be written as JSON. */
final class CaseAnswers {
  private static final int CLASSES = 6;

  private final CaseSource source;
  private final Territory territory;
  private final HeatLegends legends = new HeatLegends();

  CaseAnswers(CaseSource source, Territory territory) {
    this.source = source;
    this.territory = territory;
  }

  /**
   * {@code {bbox, width, height, bandwidthMetres, cellMetres, unit: "件/km²", max, top, breaks,
   * encoding: "uint16", values}}. The picture has equal steps of longitude across and of Web
   * Mercator northing down, row 0 in the north: laid over {@code bbox} on a web map it fits
   * exactly. {@code values} is base64 of little-endian unsigned 16-bit shares of {@code top}:
   * density = share / 65535 × top. {@code top} is the highest density in the district for this
   * filter and bandwidth, {@code max} that of the picture, {@code breaks} limits of classes up to
   * the top.
   */
  Map<String, Object> heat(
      CaseBook.Edition edition, CaseFilter filter, Viewport view, double bandwidthMetres) {
    HeatGrid heat = HeatGrid.compute(edition.columns(), filter, view, bandwidthMetres);
    float top = Math.max(heat.max(), legends.top(edition, filter, bandwidthMetres));
    Envelope box = view.lonLat();
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("bbox", List.of(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()));
    body.put("width", view.width());
    body.put("height", view.height());
    body.put("bandwidthMetres", bandwidthMetres);
    body.put("cellMetres", heat.cellMetres());
    body.put("unit", "件/km²");
    body.put("max", heat.max());
    body.put("top", top);
    body.put("breaks", ClassBreaks.upTo(top));
    body.put("encoding", "uint16");
    body.put("values", Base64.getEncoder().encodeToString(heat.sixteenBit(top)));
    return body;
  }

  /**
   * {@code {measure, unit, total, breaks, grids: [{code, count, households, value}]}} in the order
   * of the zones.
   */
  Map<String, Object> choropleth(
      CaseBook.Edition edition, InForce inForce, CaseFilter filter, boolean perThousand) {
    int[] counts = CaseCounts.of(edition.columns(), filter).perZone(inForce.plan().zoneCount());
    double[] values =
        IntStream.range(0, counts.length)
            .mapToDouble(z -> value(inForce, z, counts, perThousand))
            .toArray();
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("measure", perThousand ? "per1000" : "count");
    body.put("unit", perThousand ? "件/千户" : "件");
    body.put("total", IntStream.of(counts).sum());
    body.put("breaks", ClassBreaks.quantiles(values, CLASSES));
    body.put(
        "grids",
        inForce.grids().stream().map(grid -> grid(inForce, grid, counts, values)).toList());
    return body;
  }

  private static double value(InForce inForce, int z, int[] counts, boolean perThousand) {
    int households = inForce.plan().households(z);
    return !perThousand ? counts[z] : households == 0 ? 0 : counts[z] * 1000.0 / households;
  }

  private static Map<String, Object> grid(
      InForce inForce, Grid grid, int[] counts, double[] values) {
    int z = grid.zone();
    double value = Math.round(values[z] * 10) / 10.0;
    return Map.of(
        "code",
        grid.code(),
        "count",
        counts[z],
        "households",
        inForce.plan().households(z),
        "value",
        value);
  }

  /**
   * {@code {bucket, from, to, total, starts: [day], counts: [n]}}; without from and to the span of
   * all cases.
   */
  Map<String, Object> histogram(
      CaseBook.Edition edition,
      CaseFilter filter,
      Bucket bucket,
      Optional<LocalDate> from,
      Optional<LocalDate> to) {
    @Nullable Instant earliest = edition.fingerprint().earliest();
    @Nullable Instant latest = edition.fingerprint().latest();
    LocalDate first = from.orElseGet(() -> day(earliest));
    LocalDate last = to.orElseGet(() -> day(latest));
    List<LocalDate> starts = earliest == null ? List.of() : CaseCounts.buckets(bucket, first, last);
    int[] counts = CaseCounts.of(edition.columns(), filter).perBucket(starts, territory.zone());
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("bucket", bucket.name().toLowerCase(java.util.Locale.ROOT));
    body.put("from", first);
    body.put("to", last);
    body.put("total", IntStream.of(counts).sum());
    body.put("starts", starts);
    body.put("counts", counts);
    return body;
  }

  private LocalDate day(@Nullable Instant instant) {
    return LocalDate.ofInstant(instant == null ? Instant.EPOCH : instant, territory.zone());
  }

  /**
   * {@code {total, from, to, groups: [{code, label, count, categories: [{code, label, count}]}],
   * channels: [{label, count}]}}; restricted ones are not there.
   */
  Map<String, Object> categories(CaseBook.Edition edition, CaseFilter filter) {
    CaseCounts counting = CaseCounts.of(edition.columns(), filter);
    int[] counts = counting.perCategory();
    int[] channels = counting.perChannel();
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("total", IntStream.of(counts).sum());
    body.put("from", Optional.ofNullable(edition.fingerprint().earliest()).map(this::day));
    body.put("to", Optional.ofNullable(edition.fingerprint().latest()).map(this::day));
    body.put("groups", groups(counts));
    body.put(
        "channels",
        IntStream.range(0, channels.length)
            .mapToObj(i -> Map.of("label", Channel.labels().get(i), "count", channels[i]))
            .toList());
    return body;
  }

  private static List<Map<String, Object>> groups(int[] counts) {
    Categories categories = Categories.standard();
    List<Map<String, Object>> groups = new ArrayList<>();
    for (Category group : categories.groups()) {
      if (!group.restricted()) {
        List<Category> leaves =
            categories.leaves().stream().filter(leaf -> leaf.group().equals(group.code())).toList();
        int sum = leaves.stream().mapToInt(leaf -> counts[categories.index(leaf.code())]).sum();
        Map<String, Object> entry = counted(group, sum);
        entry.put(
            "categories",
            leaves.stream()
                .map(leaf -> counted(leaf, counts[categories.index(leaf.code())]))
                .toList());
        groups.add(entry);
      }
    }
    return groups;
  }

  private static Map<String, Object> counted(Category category, int count) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("code", category.code());
    entry.put("label", category.label());
    entry.put("count", count);
    return entry;
  }

  /**
   * {@code {total, cases: [{id, lon, lat, code, category …}]}}: the properties of the collection
   * with the place.
   */
  Map<String, Object> list(long total, List<Case> cases, Sight sight) {
    return Map.of("total", total, "cases", cases.stream().map(each -> one(each, sight)).toList());
  }

  Map<String, @Nullable Object> one(Case each, Sight sight) {
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("id", each.id());
    body.put("lon", each.site().lon());
    body.put("lat", each.site().lat());
    body.putAll(source.properties(each, sight));
    return body;
  }
}
