package org.wangge.checking;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.wangge.catalogue.Description;
import org.wangge.catalogue.Description.GeometryKind;
import org.wangge.catalogue.Extent;
import org.wangge.catalogue.FeatureQuery;
import org.wangge.catalogue.FeatureSource;
import org.wangge.catalogue.Item;
import org.wangge.catalogue.Property;
import org.wangge.catalogue.Property.Type;
import org.wangge.catalogue.Shape;
import org.wangge.checking.CheckItem.CheckParty;
import org.wangge.checking.CheckRun.Subject;
import org.wangge.territory.InForce;
import org.wangge.territory.Projection;
import org.wangge.territory.Territory;
import org.wangge.topology.FindingKind;

/**
 * The collection {@code findings}: what the latest check of the plan found. Empty when there was
 * none.
 */
public final class FindingSource implements FeatureSource {
  private static final Description DESCRIPTION =
      new Description(
          "findings",
          "问题项",
          "Findings",
          "最近一次对现行方案的检查所发现的漏管、重叠等问题。",
          GeometryKind.ANY,
          false,
          List.of(
              Property.queryable("check", "检查编号", Type.INTEGER),
              Property.of("number", "序号", Type.INTEGER),
              new Property(
                  "kind",
                  "类别",
                  Type.STRING,
                  true,
                  java.util.Arrays.stream(FindingKind.values()).map(FindingKind::key).toList()),
              Property.of("label", "类别名称", Type.STRING),
              Property.of("areaSquareMetres", "面积（平方米）", Type.NUMBER),
              Property.of("widthMetres", "宽度（米）", Type.NUMBER),
              Property.of("parties", "涉及", Type.STRING),
              Property.of("explanation", "说明", Type.STRING),
              Property.of("suggestion", "建议", Type.STRING),
              Property.of("confidence", "把握", Type.NUMBER),
              Property.of("checkedAt", "检查时间", Type.DATE_TIME)));

  private final CheckService service;
  private final Territory territory;
  private final AtomicReference<@Nullable Made> made = new AtomicReference<>();

  public FindingSource(CheckService service, Territory territory) {
    this.service = service;
    this.territory = territory;
  }

  @Override
  public Description description() {
    return DESCRIPTION;
  }

  @Override
  public Extent extent() {
    Envelope box = new Envelope();
    items()
        .forEach(
            item ->
                shapeOf(item).ifPresent(shape -> box.expandToInclude(shape.getEnvelopeInternal())));
    return new Extent(box, null, null);
  }

  @Override
  public String version() {
    return "findings-" + service.findLatestId(Subject.PLAN).orElse(0L);
  }

  @Override
  public long count(FeatureQuery query) {
    return matches(query).count();
  }

  @Override
  public Stream<Item> list(FeatureQuery query) {
    return matches(query).skip(query.offset()).limit(query.limit());
  }

  @Override
  public Optional<Item> find(String id, FeatureQuery query) {
    return items().stream().filter(item -> item.id().equals(id)).findFirst();
  }

  private Stream<Item> matches(FeatureQuery query) {
    return items().stream().filter(item -> isIn(item, query.boxes()) && has(item, query.filters()));
  }

  private static boolean isIn(Item item, List<Envelope> boxes) {
    return boxes.isEmpty()
        || shapeOf(item)
            .map(
                shape ->
                    boxes.stream()
                        .anyMatch(box -> shape.getFactory().toGeometry(box).intersects(shape)))
            .orElse(false);
  }

  private static Optional<Geometry> shapeOf(Item item) {
    return Optional.ofNullable(item.shape()).map(Shape::lonLat);
  }

  private static boolean has(Item item, Map<String, String> filters) {
    return filters.entrySet().stream()
        .allMatch(
            filter ->
                filter.getValue().equals(String.valueOf(item.properties().get(filter.getKey()))));
  }

  private List<Item> items() {
    long latest = service.findLatestId(Subject.PLAN).orElse(0L);
    Made known = made.get();
    if (known == null || known.check != latest) {
      known = new Made(latest, service.find(latest).map(this::items).orElse(List.of()));
      made.set(known);
    }
    return known.items;
  }

  private List<Item> items(CheckRun run) {
    Optional<Projection> projection = territory.findInForce().map(InForce::projection);
    return run.check().items().stream().map(item -> item(run, item, projection)).toList();
  }

  private static Item item(CheckRun run, CheckItem item, Optional<Projection> projection) {
    Map<String, @Nullable Object> properties = new LinkedHashMap<>();
    properties.put("check", run.id());
    properties.put("number", item.number());
    properties.put("kind", item.kind().key());
    properties.put("label", item.kind().label());
    properties.put("areaSquareMetres", item.areaSquareMetres());
    properties.put("widthMetres", item.widthMetres());
    properties.put(
        "parties", String.join(", ", item.parties().stream().map(CheckParty::id).toList()));
    properties.put("explanation", item.explanation().chinese());
    properties.put("suggestion", item.suggestion().chinese());
    properties.put("confidence", item.confidence());
    properties.put("checkedAt", run.checkedAt().atOffset(java.time.ZoneOffset.UTC));
    Geometry lonLat = item.geometry();
    Shape shape =
        lonLat == null || projection.isEmpty()
            ? null
            : Shape.of(lonLat, projection.get().toMetric(lonLat));
    return new Item(run.id() + "-" + item.number(), shape, properties);
  }

  /** Items made of a check, kept while it is the latest. */
  private record Made(long check, List<Item> items) {}
}
