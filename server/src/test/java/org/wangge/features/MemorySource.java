package org.wangge.features;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.wangge.catalogue.Description;
import org.wangge.catalogue.Extent;
import org.wangge.catalogue.FeatureQuery;
import org.wangge.catalogue.FeatureSource;
import org.wangge.catalogue.Item;

/**
 * Items in a list: the plainest source that keeps the contract. Property {@code from} is the day an
 * item begins to be.
 */
public final class MemorySource implements FeatureSource {
  private final Description description;
  private final List<Item> items;

  public MemorySource(Description description, List<Item> items) {
    this.description = description;
    this.items = List.copyOf(items);
  }

  @Override
  public Description description() {
    return description;
  }

  @Override
  public Extent extent() {
    Envelope box = new Envelope();
    items.stream()
        .filter(item -> item.shape() != null)
        .forEach(item -> box.expandToInclude(item.shape().lonLat().getEnvelopeInternal()));
    return new Extent(
        box, description.temporal() ? Instant.parse("2025-01-01T00:00:00Z") : null, null);
  }

  @Override
  public String version() {
    return "1";
  }

  @Override
  public long count(FeatureQuery query) {
    return items.stream().filter(matching(query)).count();
  }

  @Override
  public Stream<Item> list(FeatureQuery query) {
    return items.stream().filter(matching(query)).skip(query.offset()).limit(query.limit());
  }

  @Override
  public Optional<Item> find(String id, FeatureQuery query) {
    return items.stream().filter(item -> item.id().equals(id)).findFirst();
  }

  private Predicate<Item> matching(FeatureQuery query) {
    return item -> inBox(item, query.boxes()) && inTime(item, query) && passes(item, query);
  }

  private static boolean inBox(Item item, List<Envelope> boxes) {
    GeometryFactory factory = new GeometryFactory();
    Geometry geometry = item.shape() == null ? null : item.shape().lonLat();
    return boxes.isEmpty()
        || geometry != null
            && boxes.stream().anyMatch(box -> factory.toGeometry(box).intersects(geometry));
  }

  private static boolean inTime(Item item, FeatureQuery query) {
    if (!(item.properties().get("from") instanceof LocalDate from)) {
      return true;
    }
    Instant begin = from.atStartOfDay().toInstant(ZoneOffset.UTC);
    return query.end().map(end -> !begin.isAfter(end)).orElse(true)
        && query.begin().map(start -> !begin.isBefore(start)).orElse(true);
  }

  private static boolean passes(Item item, FeatureQuery query) {
    return query.filters().entrySet().stream()
        .allMatch(
            filter ->
                String.valueOf(item.properties().get(filter.getKey())).equals(filter.getValue()));
  }
}
