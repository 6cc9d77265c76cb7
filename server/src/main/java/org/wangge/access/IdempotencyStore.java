package org.wangge.access;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.result.RowView;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;
import org.wangge.db.Database;
import org.wangge.db.Sql;

/** Idempotency keys in the store: a request with a key is carried out once. */
final class IdempotencyStore {
  private final Database database;

  IdempotencyStore(Database database) {
    this.database = database;
  }

  private static String sql(String part) {
    return Sql.of(IdempotencyStore.class, "access#" + part);
  }

  /** What came of a request; the status is null while it is under way. */
  record Outcome(@Nullable Integer status, @Nullable String location) {}

  /** Takes a key; false when it is taken. */
  boolean take(String keyHash, Instant at) {
    try {
      database.useTransaction(
          handle ->
              handle
                  .createUpdate(sql("insert-key"))
                  .bind("keyHash", keyHash)
                  .bind("at", AccountStore.utc(at))
                  .execute());
      return true;
    } catch (UnableToExecuteStatementException taken) {
      if (find(keyHash).isEmpty()) {
        throw taken;
      }
      return false;
    }
  }

  Optional<Outcome> find(String keyHash) {
    return database.read(
        handle ->
            handle
                .createQuery(sql("key"))
                .bind("keyHash", keyHash)
                .map(IdempotencyStore::outcome)
                .findFirst());
  }

  private static Outcome outcome(RowView row) {
    return new Outcome(
        row.getColumn("status", Integer.class), row.getColumn("location", String.class));
  }

  void finish(String keyHash, int status, @Nullable String location) {
    database.useTransaction(
        handle ->
            handle
                .createUpdate(sql("finish-key"))
                .bind("status", status)
                .bind("location", location)
                .bind("keyHash", keyHash)
                .execute());
  }

  /** Gives a key back: the request came to nothing. */
  void release(String keyHash) {
    database.useTransaction(
        handle -> handle.createUpdate(sql("delete-key")).bind("keyHash", keyHash).execute());
  }

  void deleteBefore(Instant at) {
    database.useTransaction(
        handle ->
            handle.createUpdate(sql("delete-old-keys")).bind("at", AccountStore.utc(at)).execute());
  }
}
