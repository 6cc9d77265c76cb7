package org.wangge.services;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.wangge.db.BatchInsert;
import org.wangge.db.ChangeTopic;
import org.wangge.db.Database;
import org.wangge.db.Sql;
import org.wangge.intake.Site;
import org.wangge.territory.BoundRowsStore;

/** Service points in the store. */
final class ServiceStore {

  private final Database database;
  private final ChangeTopic topic;
  private final BoundRowsStore rows;

  ServiceStore(Database database) {
    this.database = database;
    this.topic = new ChangeTopic(database, "services");
    this.rows = new BoundRowsStore(database, "service_point");
  }

  /** As what is bound to blocks. */
  BoundRowsStore rows() {
    return rows;
  }

  private static String sql(String part) {
    return Sql.of(ServiceStore.class, "services#" + part);
  }

  /** Calls back after points were added, see {@link ChangeTopic#onChange}. */
  void onChange(Runnable listener) {
    topic.onChange(listener);
  }

  /** Adds all points, or none when one cannot be added. */
  long add(Stream<ServicePoint> points) {
    return topic.change(handle -> add(handle, points));
  }

  private long add(Handle handle, Stream<ServicePoint> points) {
    AtomicLong id = new AtomicLong(handle.createQuery(sql("last-id")).mapTo(Long.class).one());
    AtomicInteger fabric = new AtomicInteger();
    long added =
        BatchInsert.run(
            handle,
            sql("insert"),
            points.peek(each -> fabric.set(each.site().fabric())),
            (batch, each) -> bind(batch, each, id.incrementAndGet()));
    rows.settle(handle, fabric.get());
    return added;
  }

  private static void bind(PreparedBatch batch, ServicePoint each, long id) {
    Site site = each.site();
    batch
        .bind("id", id)
        .bind("code", each.code().isEmpty() ? String.format(Locale.ROOT, "F%06d", id) : each.code())
        .bind("kind", each.kind().label())
        .bind("name", each.name())
        .bind("address", each.address())
        .bind("hours", each.hours().toString())
        .bind("phone", each.phone())
        .bind("unit", each.unit())
        .bind("fabric", site.fabric())
        .bind("face", site.face())
        .bind("lon", site.lon())
        .bind("lat", site.lat())
        .bind("x", site.xMillimetres())
        .bind("y", site.yMillimetres())
        .bind("geom", site.point());
  }

  /** All of them by id. */
  List<ServicePoint> list() {
    return database.read(handle -> handle.createQuery(sql("all")).map(ServiceStore::map).list());
  }

  private static ServicePoint map(RowView row) {
    return new ServicePoint(
        row.getColumn("id", Long.class),
        row.getColumn("code", String.class),
        Kind.find(row.getColumn("kind", String.class)).orElse(Kind.OTHER),
        row.getColumn("name", String.class),
        row.getColumn("address", String.class),
        OpeningHours.of(row.getColumn("hours", String.class)),
        row.getColumn("phone", String.class),
        row.getColumn("unit", String.class),
        site(row));
  }

  private static Site site(RowView row) {
    return new Site(
        row.getColumn("lon", Double.class),
        row.getColumn("lat", Double.class),
        row.getColumn("x", Long.class),
        row.getColumn("y", Long.class),
        row.getColumn("fabric", Integer.class),
        row.getColumn("face", Integer.class));
  }
}
