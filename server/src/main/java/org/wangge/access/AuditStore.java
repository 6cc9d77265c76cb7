package org.wangge.access;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;
import org.wangge.db.Database;
import org.wangge.db.Sql;
import org.wangge.db.Where;

/** The audit trail in the store: rows are added and read, nothing else. */
final class AuditStore {
  private final Database database;

  AuditStore(Database database) {
    this.database = database;
  }

  private static String sql(String part) {
    return Sql.of(AuditStore.class, "audit#" + part);
  }

  /** The last event's number and hash; 0 and empty before the first. */
  record Head(long seq, String hash) {}

  /**
   * Adds an event behind the last, in the transaction of the caller when there is one: what it
   * tells and its telling stand or fall together. Number, previous hash and hash are made here.
   */
  AuditEvent add(AuditEvent event) {
    return database.inTransaction(
        handle -> {
          Head head = handle.createQuery(sql("lock-head")).map(AuditStore::head).one();
          AuditEvent sealed = after(head, event).sealed();
          insert(handle, sealed);
          handle
              .createUpdate(sql("move-head"))
              .bind("seq", sealed.seq())
              .bind("hash", sealed.hash())
              .execute();
          return sealed;
        });
  }

  private static AuditEvent after(Head head, AuditEvent event) {
    return new AuditEvent(
        head.seq() + 1,
        event.at(),
        event.actor(),
        event.actorKind(),
        event.roles(),
        event.action(),
        event.subject(),
        event.outcome(),
        event.before(),
        event.after(),
        event.why(),
        event.address(),
        head.hash(),
        "");
  }

  private static void insert(Handle handle, AuditEvent event) {
    handle
        .createUpdate(sql("insert"))
        .bind("seq", event.seq())
        .bind("at", AccountStore.utc(event.at()))
        .bind("actor", event.actor())
        .bind("actorKind", event.actorKind())
        .bind("roles", event.roles())
        .bind("action", event.action())
        .bind("subject", event.subject())
        .bind("outcome", event.outcome())
        .bind("before", event.before())
        .bind("after", event.after())
        .bind("why", event.why())
        .bind("address", event.address())
        .bind("previousHash", event.previousHash())
        .bind("hash", event.hash())
        .execute();
  }

  Head head() {
    return database.read(handle -> handle.createQuery(sql("head")).map(AuditStore::head).one());
  }

  private static Head head(RowView row) {
    return new Head(row.getColumn("seq", Long.class), row.getColumn("hash", String.class));
  }

  /** The newest first. */
  List<AuditEvent> list(Where where, int limit) {
    return database.read(
        handle ->
            where
                .applyTo(handle.createQuery(sql("list")))
                .bind("limit", limit)
                .map(AuditStore::map)
                .list());
  }

  /** Hands every event over, the oldest first, without holding them all. */
  void forEach(Consumer<AuditEvent> consumer) {
    database.inTransaction(
        handle -> {
          handle.createQuery(sql("all")).setFetchSize(1_000).map(AuditStore::map).forEach(consumer);
          return true;
        });
  }

  static String condition(String name) {
    return sql("by-" + name);
  }

  private static AuditEvent map(RowView row) {
    return new AuditEvent(
        row.getColumn("seq", Long.class),
        row.getColumn("at", OffsetDateTime.class).toInstant(),
        row.getColumn("actor", String.class),
        row.getColumn("actor_kind", String.class),
        row.getColumn("roles", String.class),
        row.getColumn("action", String.class),
        row.getColumn("subject", String.class),
        row.getColumn("outcome", String.class),
        row.getColumn("before_text", String.class),
        row.getColumn("after_text", String.class),
        row.getColumn("why", String.class),
        row.getColumn("address", String.class),
        row.getColumn("previous_hash", String.class),
        row.getColumn("hash", String.class));
  }
}
