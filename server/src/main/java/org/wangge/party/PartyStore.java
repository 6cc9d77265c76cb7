package org.wangge.party;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.wangge.db.BatchInsert;
import org.wangge.db.ChangeTopic;
import org.wangge.db.Database;
import org.wangge.db.Sql;
import org.wangge.db.Where;
import org.wangge.intake.Site;
import org.wangge.territory.BoundRowsStore;

/** Members and assignments in the store. */
final class PartyStore {

  private final Database database;
  private final ChangeTopic topic;
  private final BoundRowsStore rows;

  PartyStore(Database database) {
    this.database = database;
    this.topic = new ChangeTopic(database, "party");
    this.rows = new BoundRowsStore(database, "party_assignment");
  }

  /** As what is bound to blocks. */
  BoundRowsStore rows() {
    return rows;
  }

  private static String sql(String part) {
    return Sql.of(PartyStore.class, "party#" + part);
  }

  /** Calls back after rows were added, see {@link ChangeTopic#onChange}. */
  void onChange(Runnable listener) {
    topic.onChange(listener);
  }

  /**
   * Adds members and then assignments of members, all or nothing. Members are numbered here; an
   * assignment names its member by code, which may be one of the added or one in the store.
   */
  long add(List<Member> members, List<Assignment> assignments) {
    return topic.change(handle -> add(handle, members, assignments));
  }

  private long add(Handle handle, List<Member> members, List<Assignment> assignments) {
    AtomicLong member = new AtomicLong(number(handle, "last-member"));
    BatchInsert.run(
        handle,
        sql("insert-member"),
        members.stream(),
        (batch, each) -> bind(batch, each, member.incrementAndGet()));
    Map<String, Long> ids = ids(handle);
    AtomicLong id = new AtomicLong(number(handle, "last-assignment"));
    long added =
        BatchInsert.run(
            handle,
            sql("insert-assignment"),
            assignments.stream(),
            (batch, each) -> bind(batch, each, id.incrementAndGet(), ids));
    rows.settle(handle, assignments.stream().mapToInt(it -> it.site().fabric()).min().orElse(0));
    return added;
  }

  private static long number(Handle handle, String part) {
    return handle.createQuery(sql(part)).mapTo(Long.class).one();
  }

  private static Map<String, Long> ids(Handle handle) {
    Map<String, Long> ids = new HashMap<>();
    handle
        .createQuery(sql("members"))
        .map(row -> Map.entry(row.getColumn("code", String.class), row.getColumn("id", Long.class)))
        .forEach(entry -> ids.put(entry.getKey(), entry.getValue()));
    return ids;
  }

  private static void bind(PreparedBatch batch, Member each, long id) {
    batch
        .bind("id", id)
        .bind("code", each.code())
        .bind("name", each.name())
        .bind("branch", each.branch())
        .bind("community", each.community());
  }

  private static void bind(
      PreparedBatch batch, Assignment each, long id, Map<String, Long> members) {
    Site site = each.site();
    batch
        .bind("id", id)
        .bind("member", members.get(each.member().code()))
        .bind("building", each.building())
        .bind("step", each.step().number())
        .bind("from", each.from())
        .bind("to", each.to())
        .bind("displayed", each.displayedOn())
        .bind("pledged", each.pledgedOn())
        .bind("fulfilled", each.fulfilledOn())
        .bind("pledge", each.pledge())
        .bind("fabric", site.fabric())
        .bind("face", site.face())
        .bind("lon", site.lon())
        .bind("lat", site.lat())
        .bind("x", site.xMillimetres())
        .bind("y", site.yMillimetres())
        .bind("geom", site.point());
  }

  /** The members' codes. */
  java.util.Set<String> listMemberCodes() {
    return database.read(handle -> ids(handle).keySet());
  }

  List<Assignment> list(Where where, int limit, int offset) {
    return database.read(
        handle ->
            where
                .applyTo(handle.createQuery(sql("list")))
                .bind("limit", limit)
                .bind("offset", offset)
                .map(PartyStore::map)
                .list());
  }

  long count(Where where) {
    return database.read(
        handle -> where.applyTo(handle.createQuery(sql("count"))).mapTo(Long.class).one());
  }

  Optional<Assignment> find(long id) {
    return list(new Where().and(sql("by-id"), "id", id), 1, 0).stream().findFirst();
  }

  /** Who stands for a building on a day. */
  List<Assignment> listIn(String building, LocalDate day) {
    return list(PartyConditions.on(day).equal("building", building).where(), 1_000, 0);
  }

  /** For every building with somebody on a day: the furthest step and how many members. */
  Map<String, Reached> reached(LocalDate day) {
    Map<String, Reached> reached = new HashMap<>();
    database
        .read(
            handle ->
                handle
                    .createQuery(sql("buildings"))
                    .bind("day", day)
                    .map(PartyStore::reached)
                    .list())
        .forEach(each -> reached.put(each.building(), each));
    return reached;
  }

  private static Reached reached(RowView row) {
    return new Reached(
        row.getColumn("building", String.class),
        Step.of(row.getColumn("step", Integer.class)),
        row.getColumn("members", Integer.class));
  }

  Fingerprint fingerprint() {
    return database.read(
        handle -> handle.createQuery(sql("fingerprint")).map(PartyStore::fingerprint).one());
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
        row.getColumn("members", Long.class),
        count,
        row.getColumn("last", Long.class),
        date(row, "earliest"),
        box);
  }

  private static Assignment map(RowView row) {
    return new Assignment(
        row.getColumn("id", Long.class),
        member(row),
        row.getColumn("building", String.class),
        Step.of(row.getColumn("step", Integer.class)),
        row.getColumn("valid_from", LocalDate.class),
        date(row, "valid_to"),
        date(row, "displayed_on"),
        date(row, "pledged_on"),
        date(row, "fulfilled_on"),
        row.getColumn("pledge", String.class),
        site(row));
  }

  private static Member member(RowView row) {
    return new Member(
        row.getColumn("member", Long.class),
        row.getColumn("code", String.class),
        row.getColumn("name", String.class),
        row.getColumn("branch", String.class),
        "");
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

  private static @Nullable LocalDate date(RowView row, String column) {
    return Optional.ofNullable(row.getColumn(column, LocalDate.class)).orElse(null);
  }

  /** How far a building has come. */
  record Reached(String building, Step step, int members) {}

  /** What is in the store in a few numbers; rows are only ever added. */
  record Fingerprint(
      long members, long count, long last, @Nullable LocalDate earliest, Envelope box) {

    /** Changes whenever rows were added. */
    String version() {
      return members + "/" + count + "/" + last;
    }

    java.time.@Nullable Instant begin() {
      return earliest == null ? null : earliest.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
  }
}
