package org.wangge.access;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;
import org.wangge.db.Database;
import org.wangge.db.Sql;
import org.wangge.db.Where;
import org.wangge.policy.Grant;
import org.wangge.policy.Role;

/** Accounts and their grants in the store. */
final class AccountStore {
  private final Database database;

  AccountStore(Database database) {
    this.database = database;
  }

  private static String sql(String part) {
    return Sql.of(AccountStore.class, "access#" + part);
  }

  List<Account> list() {
    return list(new Where());
  }

  Optional<Account> find(long id) {
    return list(new Where().and(sql("by-id"), "id", id)).stream().findFirst();
  }

  Optional<Account> findByName(String name) {
    return list(new Where().and(sql("by-name"), "name", name)).stream().findFirst();
  }

  /** Of those of the names that there are. */
  Map<String, String> displayNames(Set<String> names) {
    Map<String, String> found = new LinkedHashMap<>();
    database.read(
        handle ->
            handle
                .createQuery(sql("display-names"))
                .bind("names", names.toArray(String[]::new))
                .map((row, at) -> found.put(row.getString("name"), row.getString("display_name")))
                .list());
    return found;
  }

  private List<Account> list(Where where) {
    return database.read(
        handle -> {
          Map<Long, Account> accounts = new LinkedHashMap<>();
          where
              .applyTo(handle.createQuery(sql("accounts")))
              .map(AccountStore::map)
              .forEach(row -> accounts.merge(row.id(), row, AccountStore::withGrantsOf));
          return List.copyOf(accounts.values());
        });
  }

  private static Account withGrantsOf(Account account, Account row) {
    List<Grant> grants = new ArrayList<>(account.grants());
    grants.addAll(row.grants());
    return new Account(
        account.id(),
        account.name(),
        account.displayName(),
        account.passwordHash(),
        account.mustChange(),
        account.disabled(),
        account.createdAt(),
        account.signedInAt(),
        account.version(),
        grants);
  }

  private static Account map(RowView row) {
    return new Account(
        row.getColumn("id", Long.class),
        row.getColumn("name", String.class),
        row.getColumn("display_name", String.class),
        row.getColumn("password_hash", String.class),
        row.getColumn("must_change", Boolean.class),
        row.getColumn("disabled", Boolean.class),
        row.getColumn("created_at", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(row.getColumn("signed_in_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant)
            .orElse(null),
        row.getColumn("version", Integer.class),
        grant(row));
  }

  private static List<Grant> grant(RowView row) {
    return Optional.ofNullable(row.getColumn("role", String.class))
        .flatMap(Role::find)
        .map(role -> List.of(new Grant(role, row.getColumn("scope", String.class))))
        .orElse(List.of());
  }

  /** Adds an account, whose id does not count. */
  Account add(Account account) {
    return database.inTransaction(
        handle -> {
          long id = 1 + handle.createQuery(sql("last-account")).mapTo(Long.class).one();
          handle
              .createUpdate(sql("insert-account"))
              .bind("id", id)
              .bind("name", account.name())
              .bind("displayName", account.displayName())
              .bind("passwordHash", account.passwordHash())
              .bind("mustChange", account.mustChange())
              .bind("disabled", account.disabled())
              .bind("createdAt", utc(account.createdAt()))
              .execute();
          insertGrants(handle, id, account.grants());
          return find(id).orElseThrow();
        });
  }

  private static void insertGrants(Handle handle, long account, List<Grant> grants) {
    for (Grant grant : grants) {
      handle
          .createUpdate(sql("insert-grant"))
          .bind("account", account)
          .bind("role", grant.role().code())
          .bind("scope", grant.scope())
          .execute();
    }
  }

  /** Writes name, grants and whether it is disabled; false when the version is no longer that. */
  boolean update(Account account) {
    return database.inTransaction(
        handle -> {
          int updated =
              handle
                  .createUpdate(sql("update-account"))
                  .bind("displayName", account.displayName())
                  .bind("disabled", account.disabled())
                  .bind("id", account.id())
                  .bind("version", account.version())
                  .execute();
          if (updated == 1) {
            handle.createUpdate(sql("delete-grants")).bind("account", account.id()).execute();
            insertGrants(handle, account.id(), account.grants());
          }
          return updated == 1;
        });
  }

  void setPassword(long id, String hash, boolean mustChange) {
    database.useTransaction(
        handle ->
            handle
                .createUpdate(sql("set-password"))
                .bind("passwordHash", hash)
                .bind("mustChange", mustChange)
                .bind("id", id)
                .execute());
  }

  void signedIn(long id, Instant at) {
    database.useTransaction(
        handle ->
            handle.createUpdate(sql("signed-in")).bind("at", utc(at)).bind("id", id).execute());
  }

  /** Keeps all accounts from being changed by others until the transaction ends. */
  void lock() {
    database.useTransaction(
        handle -> handle.createQuery(sql("lock-accounts")).mapTo(Long.class).list());
  }

  static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
