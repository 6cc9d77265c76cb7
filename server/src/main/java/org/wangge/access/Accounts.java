package org.wangge.access;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.wangge.access.AuditLog.Entry;
import org.wangge.db.Database;
import org.wangge.policy.Grant;
import org.wangge.policy.Redaction;
import org.wangge.policy.Right;
import org.wangge.policy.Viewer;
import org.wangge.web.JsonFields;
import org.wangge.web.Problem;
import org.wangge.web.ProblemException;
import org.wangge.web.ProblemKind;

/**
 * Keeps accounts by these rules: an administrator manages accounts whose every grant lies in his
 * own units and gives no grant beyond them; accounts without a grant are managed by those of the
 * whole district; nobody changes his own grants or disables himself; the last administrator of the
 * whole district stays one. Every change and its audit event are one transaction.
 */
final class Accounts {
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{1,39}");

  private final Database database;
  private final AccountStore store;
  private final Sessions sessions;
  private final Scopes scopes;
  private final Passwords passwords;
  private final AuditLog audit;
  private final Clock clock;

  Accounts(
      Database database,
      AccountStore store,
      Sessions sessions,
      Scopes scopes,
      Passwords passwords,
      AuditLog audit,
      Clock clock) {
    this.database = database;
    this.store = store;
    this.sessions = sessions;
    this.scopes = scopes;
    this.passwords = passwords;
    this.audit = audit;
    this.clock = clock;
  }

  /** An account and the password that is shown this once. */
  record WithPassword(Account account, String password) {}

  /** Display names of those of the accounts that there are. */
  Map<String, String> displayNames(Set<String> names) {
    return store.displayNames(names);
  }

  /** The accounts a viewer manages. */
  List<Account> list(Viewer viewer) {
    return store.list().stream().filter(account -> manages(viewer, account)).toList();
  }

  private boolean manages(Viewer viewer, Account account) {
    return scopes.holds(viewer.area(Right.ACCOUNT_MANAGE), account.grants());
  }

  Account get(Viewer viewer, long id) {
    Account account = store.find(id).orElseThrow(() -> notFound(id));
    if (!manages(viewer, account)) {
      throw Problem.of(ProblemKind.FORBIDDEN, "This account has grants outside your units.")
          .withAttempted("manage the account " + id)
          .withRemedy("Ask an administrator of the whole district.")
          .raise();
    }
    return account;
  }

  private static ProblemException notFound(long id) {
    return Problem.notFound("account", Long.toString(id)).raise();
  }

  boolean isEmpty() {
    return store.list().isEmpty();
  }

  /** Makes an account with a password of its own, to be changed at the first signing-in. */
  WithPassword create(
      Actor actor, String name, String displayName, List<Grant> grants, boolean mustChange) {
    requireName(name);
    scopes.requireGivable(actor.viewer().area(Right.ACCOUNT_MANAGE), grants);
    String password = Passwords.oneTime();
    String hash = passwords.hash(password);
    Account wanted = of(name, displayName, hash, mustChange, grants);
    return changing(
        () -> {
          store.lock();
          if (store.findByName(name).isPresent()) {
            throw taken(name);
          }
          Account account = store.add(wanted);
          audit.note(
              actor.viewer(),
              actor.address(),
              Entry.done("account-create", "account " + name).change("", account.summary(), ""));
          return new WithPassword(account, password);
        });
  }

  private Account of(
      String name, String displayName, String hash, boolean mustChange, List<Grant> grants) {
    return new Account(
        0, name, displayName, hash, mustChange, false, clock.instant(), null, 1, grants);
  }

  private static void requireName(String name) {
    boolean tellsAPerson = !Redaction.text(name).equals(name);
    if (tellsAPerson || !NAME.matcher(name).matches()) {
      throw JsonFields.bad(
          "name",
          name,
          "is no account name",
          "2 to 40 lower-case letters, digits, dots, hyphens or underscores, the first a letter or"
              + " digit; no phone or identity number.");
    }
  }

  private static ProblemException taken(String name) {
    return Problem.of(ProblemKind.CONFLICT, "There is an account " + name + " already.")
        .withValue(name)
        .withRemedy("Choose another name.")
        .raise();
  }

  /**
   * What is to be changed; empty stays as it is.
   *
   * @param version the one it was read with
   * @param why for the audit trail
   */
  record Change(
      int version,
      Optional<String> displayName,
      Optional<Boolean> disabled,
      Optional<List<Grant>> grants,
      String why) {}

  Account update(Actor actor, long id, Change change) {
    Account before = get(actor.viewer(), id);
    Account wanted = changed(before, change);
    requireNotOneself(actor, before, wanted);
    change
        .grants()
        .ifPresent(
            grants -> scopes.requireGivable(actor.viewer().area(Right.ACCOUNT_MANAGE), grants));
    return changing(
        () -> {
          store.lock();
          requireAdministratorLeft(before, wanted);
          if (!store.update(wanted)) {
            throw stale(before);
          }
          Account after = store.find(id).orElseThrow(() -> notFound(id));
          audit.note(
              actor.viewer(),
              actor.address(),
              Entry.done("account-change", "account " + before.name())
                  .change(before.summary(), after.summary(), change.why()));
          if (after.disabled()) {
            sessions.closeAll(id);
          }
          return after;
        });
  }

  private static Account changed(Account before, Change change) {
    return new Account(
        before.id(),
        before.name(),
        change.displayName().orElse(before.displayName()),
        before.passwordHash(),
        before.mustChange(),
        change.disabled().orElse(before.disabled()),
        before.createdAt(),
        before.signedInAt(),
        change.version(),
        change.grants().orElse(before.grants()));
  }

  private static void requireNotOneself(Actor actor, Account before, Account wanted) {
    boolean self =
        actor.viewer().kind() == Viewer.Kind.ACCOUNT && actor.viewer().name().equals(before.name());
    boolean touchesRights =
        wanted.disabled() != before.disabled()
            || !new HashSet<>(wanted.grants()).equals(new HashSet<>(before.grants()));
    if (self && touchesRights) {
      throw Problem.of(ProblemKind.FORBIDDEN, "Nobody changes his own grants.")
          .withAttempted("change the grants of " + before.name())
          .withRemedy("Ask another administrator.")
          .raise();
    }
  }

  private void requireAdministratorLeft(Account before, Account wanted) {
    boolean losesOne = isChief(before) && !isChief(wanted);
    boolean another =
        store.list().stream().anyMatch(each -> each.id() != before.id() && isChief(each));
    if (losesOne && !another) {
      throw Problem.of(ProblemKind.CONFLICT, "This is the last administrator of the district.")
          .withAttempted("take the role from " + before.name())
          .withRemedy("Make another administrator first.")
          .raise();
    }
  }

  private boolean isChief(Account account) {
    return account.isAdministrator()
        && account.viewer(false).area(Right.ACCOUNT_MANAGE).isEverywhere();
  }

  private static ProblemException stale(Account before) {
    return Problem.of(ProblemKind.STALE, "The account was changed by somebody else meanwhile.")
        .withValue(before.name())
        .withWhere("header If-Match")
        .withRemedy("Read the account again and repeat the change.")
        .raise();
  }

  /** A new one-time password, and an end to all sessions. */
  WithPassword resetPassword(Actor actor, long id, String why) {
    Account account = get(actor.viewer(), id);
    String password = Passwords.oneTime();
    String hash = passwords.hash(password);
    return changing(
        () -> {
          store.setPassword(id, hash, true);
          sessions.closeAll(id);
          audit.note(
              actor.viewer(),
              actor.address(),
              Entry.done("password-reset", "account " + account.name()).change("", "", why));
          return new WithPassword(store.find(id).orElseThrow(() -> notFound(id)), password);
        });
  }

  /** A password of one's own choice; all sessions end. */
  Account changePassword(Actor actor, Account account, String current, String next) {
    if (!passwords.matches(current, Optional.of(account.passwordHash()))) {
      audit.note(
          actor.viewer(),
          actor.address(),
          Entry.refused("password-change", "account " + account.name(), "wrong password"));
      throw Problem.of(ProblemKind.WRONG_PASSWORD, "The current password is not right.").raise();
    }
    Optional<String> objection =
        next.equals(current)
            ? Optional.of("新口令不能与原口令相同")
            : Passwords.findObjection(next, account.name());
    objection.ifPresent(
        what -> {
          throw Problem.of(ProblemKind.REFUSED_DATA, what + "。")
              .withWhere("member next")
              .withRemedy("换一个更长、不常见的口令。")
              .raise();
        });
    String hash = passwords.hash(next);
    return changing(
        () -> {
          store.setPassword(account.id(), hash, false);
          sessions.closeAll(account.id());
          audit.note(
              actor.viewer(),
              actor.address(),
              Entry.done("password-change", "account " + account.name()));
          return store.find(account.id()).orElseThrow(() -> notFound(account.id()));
        });
  }

  /** One transaction, after which sessions are looked up anew here and on every other server. */
  private <T> T changing(Supplier<T> work) {
    T done =
        database.inTransaction(
            handle -> {
              T result = work.get();
              database.changes().tell(handle, Access.TOPIC, "account");
              return result;
            });
    sessions.forget();
    return done;
  }
}
