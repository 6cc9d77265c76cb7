package org.wangge.territory;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;
import org.wangge.catalogue.FeatureQuery;
import org.wangge.catalogue.Item;
import org.wangge.catalogue.Shape;

/**
 * Items in memory that never change, in a fixed order: by id, by box through a tree, by equal
 * properties.
 */
final class ItemTable {
  private static final GeometryFactory FACTORY = new GeometryFactory();

  private final List<Item> items;
  private final Map<String, Item> byId;
  private final Once<STRtree> tree = Once.of(this::buildTree);

  private ItemTable(List<Item> items) {
    this.items = items;
    this.byId = new HashMap<>(items.size() * 2);
    items.forEach(item -> byId.put(item.id(), item));
  }

  static ItemTable of(List<Item> items) {
    return new ItemTable(List.copyOf(items));
  }

  private STRtree buildTree() {
    STRtree built = new STRtree();
    for (int i = 0; i < items.size(); i++) {
      Shape shape = items.get(i).shape();
      if (shape != null) {
        built.insert(shape.lonLat().getEnvelopeInternal(), i);
      }
    }
    built.build();
    return built;
  }

  Optional<Item> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  long count(FeatureQuery query) {
    return isEverything(query) ? items.size() : matches(query).count();
  }

  Stream<Item> list(FeatureQuery query) {
    if (isEverything(query)) {
      int from = Math.min(query.offset(), items.size());
      int to = (int) Math.min((long) from + query.limit(), items.size());
      return items.subList(from, to).stream();
    }
    return matches(query).skip(query.offset()).limit(query.limit());
  }

  private static boolean isEverything(FeatureQuery query) {
    return query.boxes().isEmpty() && query.filters().isEmpty();
  }

  private Stream<Item> matches(FeatureQuery query) {
    Stream<Item> found = query.boxes().isEmpty() ? items.stream() : inBoxes(query.boxes());
    for (Map.Entry<String, String> filter : query.filters().entrySet()) {
      found = found.filter(item -> has(item, filter.getKey(), filter.getValue()));
    }
    return found;
  }

  private static boolean has(Item item, String name, String text) {
    Object value = item.properties().get(name);
    return value != null && value.toString().equals(text);
  }

  private Stream<Item> inBoxes(List<Envelope> boxes) {
    return boxes.stream().flatMapToInt(this::inBox).sorted().distinct().mapToObj(items::get);
  }

  private IntStream inBox(Envelope box) {
    Geometry rectangle = FACTORY.toGeometry(box);
    List<?> candidates = tree.get().query(box);
    return Arrays.stream(candidates.toArray())
        .mapToInt(index -> (Integer) index)
        .filter(i -> isIn(items.get(i).shape(), box, rectangle));
  }

  /** Most candidates lie wholly in the box: their envelope tells. */
  private static boolean isIn(@Nullable Shape shape, Envelope box, Geometry rectangle) {
    if (shape == null) {
      return false;
    }
    Geometry geometry = shape.lonLat();
    return box.covers(geometry.getEnvelopeInternal()) || rectangle.intersects(geometry);
  }
}
