package org.wangge.territory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Envelope;
import org.wangge.catalogue.Description;
import org.wangge.catalogue.Extent;
import org.wangge.catalogue.FeatureQuery;
import org.wangge.catalogue.FeatureSource;
import org.wangge.catalogue.Item;

/**
 * A collection made of what is in force, from memory. The asked time selects the publication: that
 * of an instant; of an interval that of its end, or of today where it is open. Before the first
 * publication there is nothing.
 */
final class SnapshotSource implements FeatureSource {
  private final Territory territory;
  private final Description description;
  private final BiFunction<Columns, InForce, List<Item>> maker;
  private final Columns columns;
  private final Recent<ItemTable> tables = new Recent<>();

  SnapshotSource(
      Territory territory,
      Description description,
      BiFunction<Columns, InForce, List<Item>> maker) {
    this.territory = territory;
    this.description = description;
    this.maker = maker;
    this.columns = Columns.of(description.properties());
  }

  @Override
  public Description description() {
    return description;
  }

  @Override
  public Extent extent() {
    Envelope box =
        territory
            .findInForce()
            .map(inForce -> inForce.domainShape().lonLat().getEnvelopeInternal())
            .orElseGet(Envelope::new);
    return new Extent(box, description.temporal() ? firstInstant().orElse(null) : null, null);
  }

  private Optional<Instant> firstInstant() {
    return territory.publications().stream()
        .findFirst()
        .map(first -> first.effective().atStartOfDay(territory.zone()).toInstant());
  }

  @Override
  public String version() {
    return territory.findInForce().map(InForce::version).orElse("empty");
  }

  @Override
  public long count(FeatureQuery query) {
    return table(query).map(table -> table.count(query)).orElse(0L);
  }

  @Override
  public Stream<Item> list(FeatureQuery query) {
    return table(query).map(table -> table.list(query)).orElseGet(Stream::empty);
  }

  @Override
  public Optional<Item> find(String id, FeatureQuery query) {
    return table(query).flatMap(table -> table.find(id));
  }

  private Optional<ItemTable> table(FeatureQuery query) {
    return snapshot(query)
        .map(
            inForce ->
                tables.get(inForce.version(), () -> ItemTable.of(maker.apply(columns, inForce))));
  }

  private Optional<InForce> snapshot(FeatureQuery query) {
    if (query.end().isPresent()) {
      return territory.findAsOf(query.end().get());
    }
    LocalDate today = territory.today();
    LocalDate begin =
        query.begin().map(at -> LocalDate.ofInstant(at, territory.zone())).orElse(today);
    return territory.findAsOf(begin.isAfter(today) ? begin : today);
  }
}
