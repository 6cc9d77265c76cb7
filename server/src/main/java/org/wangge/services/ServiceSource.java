package org.wangge.services;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.wangge.catalogue.Description;
import org.wangge.catalogue.Extent;
import org.wangge.catalogue.FeatureQuery;
import org.wangge.catalogue.FeatureSource;
import org.wangge.catalogue.Item;
import org.wangge.catalogue.Property;
import org.wangge.territory.Grid;

/**
 * The collection {@code service-points}, by id. Points have no time: {@code datetime} selects
 * nothing away.
 */
final class ServiceSource implements FeatureSource {
  private static final Description DESCRIPTION =
      new Description(
          "service-points",
          "服务点",
          "Service points",
          "党群服务中心、便民服务中心、窗口、社工站、民情反映栏、举报箱等。",
          Description.GeometryKind.POINT,
          false,
          List.of(
              Property.queryable("code", "编号", Property.Type.STRING),
              Property.oneOf("kind", "类型", Kind.labels()),
              Property.of("name", "名称", Property.Type.STRING),
              Property.of("address", "地址", Property.Type.STRING),
              Property.of("hours", "开放时间", Property.Type.STRING),
              Property.of("phone", "电话", Property.Type.STRING),
              Property.queryable("unit", "所属单位代码", Property.Type.STRING),
              Property.queryable("grid", "网格代码", Property.Type.STRING)));

  private final ServiceBook book;

  ServiceSource(ServiceBook book) {
    this.book = book;
  }

  @Override
  public Description description() {
    return DESCRIPTION;
  }

  @Override
  public Extent extent() {
    Envelope box = new Envelope();
    book.current()
        .points()
        .forEach(p -> box.expandToInclude(p.point().site().lon(), p.point().site().lat()));
    return new Extent(box, null, null);
  }

  @Override
  public String version() {
    return book.current().version();
  }

  @Override
  public long count(FeatureQuery query) {
    return matching(query).count();
  }

  @Override
  public Stream<Item> list(FeatureQuery query) {
    return matching(query).skip(query.offset()).limit(query.limit()).map(ServiceSource::item);
  }

  @Override
  public Optional<Item> find(String id, FeatureQuery query) {
    return book.current().find(id).map(ServiceSource::item);
  }

  private Stream<ServiceBook.Placed> matching(FeatureQuery query) {
    return book.current().points().stream()
        .filter(placed -> isInside(query.boxes(), placed.point()))
        .filter(
            placed ->
                query.filters().entrySet().stream()
                    .allMatch(f -> has(placed, f.getKey(), f.getValue())));
  }

  private static boolean isInside(List<Envelope> boxes, ServicePoint point) {
    return boxes.isEmpty()
        || boxes.stream().anyMatch(box -> box.contains(point.site().lon(), point.site().lat()));
  }

  private static boolean has(ServiceBook.Placed placed, String property, String value) {
    return value.equals(properties(placed).get(property));
  }

  static Item item(ServiceBook.Placed placed) {
    return new Item(
        Long.toString(placed.point().id()), placed.point().site().shape(), properties(placed));
  }

  static Map<String, @Nullable Object> properties(ServiceBook.Placed placed) {
    ServicePoint point = placed.point();
    Grid grid = placed.grid();
    Map<String, @Nullable Object> properties = new LinkedHashMap<>();
    properties.put("code", point.code());
    properties.put("kind", point.kind().label());
    properties.put("name", point.name());
    properties.put("address", point.address());
    properties.put("hours", point.hours().toString());
    properties.put("phone", point.phone());
    properties.put("unit", point.unit());
    properties.put("grid", grid == null ? null : grid.code());
    return properties;
  }
}
