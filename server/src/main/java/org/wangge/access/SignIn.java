package org.wangge.access;

import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.wangge.access.AuditLog.Entry;
import org.wangge.policy.Viewer;
import org.wangge.web.Problem;
import org.wangge.web.ProblemException;
import org.wangge.web.ProblemKind;
import org.wangge.web.RequestRate;

/** Signing in with name and password. An answer never tells whether a name is known. */
final class SignIn {
  private static final Viewer NOBODY = Viewer.anonymous(false);
  private static final int LONGEST_NAME = 40;
  private static final String ACTION = "sign-in";

  private final AccountStore accounts;
  private final Sessions sessions;
  private final Passwords passwords;
  private final LoginThrottle throttle;
  private final AuditLog audit;
  private final Clock clock;

  /** So that nobody can fill the store with refusals that cost him nothing. */
  private final RequestRate noted = new RequestRate(20);

  SignIn(
      AccountStore accounts,
      Sessions sessions,
      Passwords passwords,
      LoginThrottle throttle,
      AuditLog audit,
      Clock clock) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.passwords = passwords;
    this.throttle = throttle;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Opens a session.
   *
   * @throws TooSoonException when this address must wait
   * @throws ProblemException 401 when name or password are wrong or the account is disabled
   */
  Sessions.Opened withPassword(String given, String password, String address) {
    String name = given.toLowerCase(Locale.ROOT);
    String key = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    OptionalLong wait = throttle.waitSeconds(key, address);
    if (wait.isPresent()) {
      throw new TooSoonException(wait.getAsLong());
    }
    Optional<Account> found = accounts.findByName(name);
    boolean right = passwords.matches(password, found.map(Account::passwordHash));
    if (!right || found.get().disabled()) {
      throttle.failed(key, address);
      note(NOBODY, address, new Entry(ACTION, "account " + key, AuditLog.REFUSED, "", "", ""));
      throw Problem.of(ProblemKind.WRONG_PASSWORD, "Name and password do not belong together.")
          .withRemedy("Try again, or ask your administrator for a new password.")
          .raise();
    }
    throttle.succeeded(key, address);
    entered(found.get(), address);
    return sessions.open(found.get());
  }

  /**
   * Does what asks for the password of somebody who is signed in already: a session that was taken
   * over must not be a place to guess it at leisure.
   *
   * @throws TooSoonException when this address must wait
   */
  <T> T proving(String name, String address, Supplier<T> work) {
    OptionalLong wait = throttle.waitSeconds(name, address);
    if (wait.isPresent()) {
      throw new TooSoonException(wait.getAsLong());
    }
    try {
      return work.get();
    } catch (ProblemException refused) {
      if (refused.problem().kind() == ProblemKind.WRONG_PASSWORD) {
        throttle.failed(name, address);
      }
      throw refused;
    }
  }

  /** Opens a session for an account that proved itself elsewhere. */
  Sessions.Opened open(Account account, String address) {
    entered(account, address);
    return sessions.openByProvider(account);
  }

  private void entered(Account account, String address) {
    accounts.signedIn(account.id(), clock.instant());
    note(account.viewer(false), address, Entry.done(ACTION, "account " + account.name()));
  }

  /** Notes that somebody who tried elsewhere was not let in. */
  void refused(String subject, String why, String address) {
    if (noted.take(address).isPresent()) {
      return;
    }
    note(NOBODY, address, Entry.refused(ACTION, subject, why));
  }

  private void note(Viewer viewer, String address, Entry entry) {
    audit.note(viewer, address, entry);
  }

  /** The address must wait before it may try again. */
  static final class TooSoonException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final long seconds;

    TooSoonException(long seconds) {
      super("wait " + seconds + " s");
      this.seconds = seconds;
    }

    long seconds() {
      return seconds;
    }
  }
}
