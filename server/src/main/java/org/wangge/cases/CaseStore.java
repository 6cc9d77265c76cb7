package org.wangge.cases;

import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.wangge.db.BatchInsert;
import org.wangge.db.ChangeTopic;
import org.wangge.db.Database;
import org.wangge.db.Sql;
import org.wangge.db.Where;
import org.wangge.intake.Site;
import org.wangge.territory.BoundRowsStore;

/**
 * Cases in the store. Everything that reads leaves restricted cases out; only adding knows them.
 */
final class CaseStore {
  private static final String INSERT = sql("insert");
  private static final String LIST = sql("list");
  private static final String OPEN = "not restricted";
  private static final String RESTRICTED = "restricted";
  private static final String BY_TIME = "order by reported_at desc, id desc";

  private final Database database;
  private final ChangeTopic topic;
  private final BoundRowsStore rows;

  CaseStore(Database database) {
    this.database = database;
    this.topic = new ChangeTopic(database, "cases");
    this.rows = new BoundRowsStore(database, "case_event");
  }

  /** As what is bound to blocks. */
  BoundRowsStore rows() {
    return rows;
  }

  private static String sql(String part) {
    return Sql.of(CaseStore.class, "cases#" + part);
  }

  /** Calls back after cases were added, see {@link ChangeTopic#onChange}. */
  void onChange(Runnable listener) {
    topic.onChange(listener);
  }

  /** Adds all cases, or none when one cannot be added; cases without a code get one. */
  long add(Stream<Case> cases) {
    return topic.change(handle -> add(handle, cases));
  }

  /** Adds the demo data with its hot spots, all or nothing. */
  long add(DemoCases demo) {
    return topic.change(
        handle -> {
          addSpots(handle, demo.spots());
          return add(handle, demo.cases().stream());
        });
  }

  private long add(Handle handle, Stream<Case> cases) {
    AtomicLong id = new AtomicLong(lastId(handle));
    AtomicInteger fabric = new AtomicInteger();
    long added =
        BatchInsert.run(
            handle,
            INSERT,
            cases.peek(each -> fabric.set(each.site().fabric())),
            (batch, each) -> bind(batch, each, id.incrementAndGet()));
    rows.settle(handle, fabric.get());
    return added;
  }

  private static long lastId(Handle handle) {
    return handle.createQuery(sql("last-id")).mapTo(Long.class).one();
  }

  private static void bind(PreparedBatch batch, Case each, long id) {
    batch
        .bind("id", id)
        .bind("code", each.code().isEmpty() ? String.format(Locale.ROOT, "W%09d", id) : each.code())
        .bind("category", each.category().code())
        .bind("restricted", each.category().restricted())
        .bind("title", each.title())
        .bind("description", each.description())
        .bind("channel", each.channel().label())
        .bind("status", each.status().label())
        .bind("reported", time(each.reportedAt()))
        .bind("due", time(each.dueAt()))
        .bind("closed", time(each.closedAt()))
        .bind("onTime", each.findOnTime().orElse(null));
    bind(batch, each.site());
  }

  private static void bind(PreparedBatch batch, Site site) {
    batch
        .bind("fabric", site.fabric())
        .bind("face", site.face())
        .bind("lon", site.lon())
        .bind("lat", site.lat())
        .bind("x", site.xMillimetres())
        .bind("y", site.yMillimetres())
        .bind("geom", site.point());
  }

  private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }

  Set<String> listCodes() {
    return database.read(
        handle -> handle.createQuery(sql("codes")).mapTo(String.class).collect(toSet()));
  }

  private static void addSpots(Handle handle, List<HotSpot> spots) {
    PreparedBatch batch = handle.prepareBatch(sql("insert-spot"));
    for (HotSpot spot : spots) {
      batch
          .bind("id", spots.indexOf(spot))
          .bind("name", spot.name())
          .bind("category", spot.category())
          .bind("lon", spot.lon())
          .bind("lat", spot.lat())
          .bind("spread", spot.spreadMetres())
          .bind("cases", spot.cases())
          .add();
    }
    batch.execute();
  }

  List<HotSpot> listSpots() {
    return database.read(handle -> handle.createQuery(sql("spots")).map(CaseStore::spot).list());
  }

  private static HotSpot spot(RowView row) {
    return new HotSpot(
        row.getColumn("name", String.class),
        row.getColumn("category", String.class),
        row.getColumn("lon", Double.class),
        row.getColumn("lat", Double.class),
        row.getColumn("spread_metres", Double.class),
        row.getColumn("cases", Integer.class));
  }

  /** What is in the store now, in a few numbers. */
  Fingerprint fingerprint() {
    return database.read(
        handle -> handle.createQuery(sql("fingerprint")).map(CaseStore::fingerprint).one());
  }

  private static Fingerprint fingerprint(RowView row) {
    long count = row.getColumn("n", Long.class);
    Envelope box = new Envelope();
    if (count > 0) {
      box.init(
          row.getColumn("west", Double.class),
          row.getColumn("east", Double.class),
          row.getColumn("south", Double.class),
          row.getColumn("north", Double.class));
    }
    return new Fingerprint(
        count,
        row.getColumn("last", Long.class),
        instant(row, "earliest"),
        instant(row, "latest"),
        box);
  }

  /** Hands every case over as the few values that columns are made of. */
  void forEachBrief(BriefConsumer consumer) {
    database
        .jdbi()
        .useTransaction(
            handle -> {
              try (Stream<Brief> briefs =
                  handle
                      .createQuery(sql("columns"))
                      .setFetchSize(2_000)
                      .map(CaseStore::brief)
                      .stream()) {
                briefs.forEach(consumer::accept);
              }
            });
  }

  private static Brief brief(RowView row) {
    return new Brief(
        row.getColumn("category", String.class),
        channel(row),
        status(row),
        row.getColumn("reported_at", Instant.class),
        row.getColumn("fabric", Integer.class),
        row.getColumn("face", Integer.class),
        row.getColumn("lon", Double.class),
        row.getColumn("lat", Double.class));
  }

  /** The cases a filter keeps, by id. */
  List<Case> list(Where where, int limit, int offset) {
    return list(OPEN, where, "order by id", limit, offset);
  }

  /** The same, newest first. */
  List<Case> listNewest(Where where, int limit) {
    return list(OPEN, where, BY_TIME, limit, 0);
  }

  /** Restricted cases, newest first: what was put into a report box. */
  List<Case> listReports(Where where, int limit) {
    return list(RESTRICTED, where, BY_TIME, limit, 0);
  }

  private List<Case> list(String kind, Where where, String order, int limit, int offset) {
    return database.read(
        handle -> {
          Query query =
              where.applyTo(handle.createQuery(LIST)).define("kind", kind).define("order", order);
          return query.bind("limit", limit).bind("offset", offset).map(CaseStore::map).list();
        });
  }

  Optional<Case> find(long id) {
    return list(new Where().and(sql("by-id"), "id", id), 1, 0).stream().findFirst();
  }

  Optional<Case> findReport(long id) {
    return listReports(new Where().and(sql("by-id"), "id", id), 1).stream().findFirst();
  }

  long count(Where where) {
    return count(OPEN, where);
  }

  long countReports(Where where) {
    return count(RESTRICTED, where);
  }

  private long count(String kind, Where where) {
    return database.read(
        handle ->
            where
                .applyTo(handle.createQuery(sql("count")))
                .define("kind", kind)
                .mapTo(Long.class)
                .one());
  }

  private static Case map(RowView row) {
    return new Case(
        row.getColumn("id", Long.class),
        row.getColumn("code", String.class),
        Categories.standard().findLeaf(row.getColumn("category", String.class)).orElseThrow(),
        row.getColumn("title", String.class),
        row.getColumn("description", String.class),
        channel(row),
        status(row),
        row.getColumn("reported_at", Instant.class),
        instant(row, "due_at"),
        instant(row, "closed_at"),
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

  private static @Nullable Instant instant(RowView row, String column) {
    return Optional.ofNullable(row.getColumn(column, Instant.class)).orElse(null);
  }

  private static Channel channel(RowView row) {
    return Channel.find(row.getColumn("channel", String.class)).orElse(Channel.OTHER);
  }

  private static Status status(RowView row) {
    return Status.find(row.getColumn("status", String.class)).orElseThrow();
  }

  /** The values of a case that columns are made of. */
  record Brief(
      String category,
      Channel channel,
      Status status,
      Instant reportedAt,
      int fabric,
      int face,
      double lon,
      double lat) {}

  interface BriefConsumer {
    void accept(Brief brief);
  }

  /**
   * What is in the store in a few numbers; cases are only ever added (their workflow will add a
   * counter of changes).
   *
   * @param box degrees, null envelope when there are none
   */
  record Fingerprint(
      long count, long last, @Nullable Instant earliest, @Nullable Instant latest, Envelope box) {}
}
