package org.wangge.access;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jdbi.v3.core.result.RowView;
import org.wangge.db.Database;
import org.wangge.db.Sql;

/** Sessions in the store, so that they outlive a restart and count on every server. */
final class SessionStore {
  private final Database database;

  SessionStore(Database database) {
    this.database = database;
  }

  private static String sql(String part) {
    return Sql.of(SessionStore.class, "access#" + part);
  }

  void add(Session session) {
    database.useTransaction(
        handle ->
            handle
                .createUpdate(sql("insert-session"))
                .bind("idHash", session.idHash())
                .bind("account", session.account())
                .bind("byProvider", session.byProvider())
                .bind("csrf", session.csrf())
                .bind("at", AccountStore.utc(session.startedAt()))
                .execute());
  }

  Optional<Session> find(String idHash) {
    return database.read(
        handle ->
            handle
                .createQuery(sql("session"))
                .bind("idHash", idHash)
                .map(SessionStore::map)
                .findFirst());
  }

  private static Session map(RowView row) {
    return new Session(
        row.getColumn("id_hash", String.class),
        row.getColumn("account", Long.class),
        row.getColumn("by_provider", Boolean.class),
        row.getColumn("csrf", String.class),
        row.getColumn("started_at", OffsetDateTime.class).toInstant(),
        row.getColumn("seen_at", OffsetDateTime.class).toInstant());
  }

  void touch(String idHash, Instant at) {
    database.useTransaction(
        handle ->
            handle
                .createUpdate(sql("touch-session"))
                .bind("at", AccountStore.utc(at))
                .bind("idHash", idHash)
                .execute());
  }

  void delete(String idHash) {
    database.useTransaction(
        handle -> handle.createUpdate(sql("delete-session")).bind("idHash", idHash).execute());
  }

  void deleteOf(long account) {
    database.useTransaction(
        handle ->
            handle.createUpdate(sql("delete-sessions-of")).bind("account", account).execute());
  }

  /** Deletes what began before the one time or was last seen before the other. */
  void deleteStale(Instant started, Instant seen) {
    database.useTransaction(
        handle ->
            handle
                .createUpdate(sql("delete-stale-sessions"))
                .bind("started", AccountStore.utc(started))
                .bind("seen", AccountStore.utc(seen))
                .execute());
  }
}
