package org.wangge.access;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;
import org.wangge.db.Database;
import org.wangge.db.Sql;
import org.wangge.policy.Grant;
import org.wangge.policy.Role;

/** Tokens in the store. */
final class TokenStore {
  private final Database database;

  TokenStore(Database database) {
    this.database = database;
  }

  private static String sql(String part) {
    return Sql.of(TokenStore.class, "access#" + part);
  }

  List<Token> list() {
    return database.read(handle -> handle.createQuery(sql("tokens")).map(TokenStore::map).list());
  }

  Optional<Token> find(String id) {
    return database.read(
        handle -> handle.createQuery(sql("token")).bind("id", id).map(TokenStore::map).findFirst());
  }

  private static Token map(RowView row) {
    String role = row.getColumn("role", String.class);
    return new Token(
        row.getColumn("id", String.class),
        row.getColumn("secret_hash", String.class),
        row.getColumn("name", String.class),
        new Grant(
            Role.find(role).orElseThrow(() -> new IllegalStateException("no role " + role)),
            row.getColumn("scope", String.class)),
        row.getColumn("created_by", String.class),
        row.getColumn("created_at", OffsetDateTime.class).toInstant(),
        row.getColumn("expires_at", OffsetDateTime.class).toInstant(),
        time(row, "revoked_at"),
        time(row, "used_at"));
  }

  private static @Nullable Instant time(RowView row, String column) {
    return Optional.ofNullable(row.getColumn(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant)
        .orElse(null);
  }

  void add(Token token) {
    database.useTransaction(
        handle ->
            handle
                .createUpdate(sql("insert-token"))
                .bind("id", token.id())
                .bind("secretHash", token.secretHash())
                .bind("name", token.name())
                .bind("role", token.grant().role().code())
                .bind("scope", token.grant().scope())
                .bind("createdBy", token.createdBy())
                .bind("createdAt", AccountStore.utc(token.createdAt()))
                .bind("expiresAt", AccountStore.utc(token.expiresAt()))
                .execute());
  }

  /** False when it was revoked already or is not there. */
  boolean revoke(String id, Instant at) {
    return database.inTransaction(handle -> execute(handle, "revoke-token", id, at)) == 1;
  }

  void used(String id, Instant at) {
    database.useTransaction(handle -> execute(handle, "used-token", id, at));
  }

  private static int execute(
      org.jdbi.v3.core.Handle handle, String statement, String id, Instant at) {
    return handle
        .createUpdate(sql(statement))
        .bind("at", AccountStore.utc(at))
        .bind("id", id)
        .execute();
  }
}
