package org.wangge.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Opens, finds and ends sessions. A session ends when it was idle for a while, at the latest some
 * hours after it began, with signing out, and with every change of its account. The identifier is
 * new at each signing-in and is never taken from the visitor.
 */
final class Sessions {
  private static final int MOST_CACHED = 10_000;
  private static final Duration TOUCHED_EVERY = Duration.ofMinutes(1);
  private static final Duration CACHED = Duration.ofSeconds(20);

  private final SessionStore store;
  private final AccountStore accounts;
  private final Limits limits;
  private final Clock clock;
  private final Cache<String, Known> cache =
      Caffeine.newBuilder().maximumSize(MOST_CACHED).expireAfterWrite(CACHED).build();

  Sessions(SessionStore store, AccountStore accounts, Limits limits, Clock clock) {
    this.store = store;
    this.accounts = accounts;
    this.limits = limits;
    this.clock = clock;
  }

  /**
   * How long a session lives.
   *
   * @param idle without a request
   * @param absolute at most
   */
  record Limits(Duration idle, Duration absolute) {}

  /** A session and whose it is. */
  record Known(Session session, Account account) {

    /** Whether a one-time password must be changed first; not when none was used. */
    boolean mustChange() {
      return account.mustChange() && !session.byProvider();
    }
  }

  /**
   * A session just begun.
   *
   * @param id what the cookie holds; known to nobody else from here on
   */
  record Opened(String id, Known known) {}

  /** Opens one for an account whose password was right. */
  Opened open(Account account) {
    return open(account, false);
  }

  /** Opens one for an account that the identity provider vouches for. */
  Opened openByProvider(Account account) {
    return open(account, true);
  }

  private Opened open(Account account, boolean byProvider) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    store.deleteStale(now.minus(limits.absolute()), now.minus(limits.idle()));
    String id = Secrets.random();
    Session session =
        new Session(Secrets.hash(id), account.id(), byProvider, Secrets.random(), now, now);
    store.add(session);
    return new Opened(id, new Known(session, account));
  }

  /** The session with this identifier; none when it has ended or its account may not sign in. */
  Optional<Known> find(String id) {
    String idHash = Secrets.hash(id);
    Optional<Known> found = Optional.ofNullable(cache.getIfPresent(idHash)).or(() -> read(idHash));
    Instant now = clock.instant();
    return found.filter(known -> isAlive(known, now)).map(known -> touched(known, now));
  }

  private Optional<Known> read(String idHash) {
    Optional<Known> read =
        store
            .find(idHash)
            .flatMap(
                session ->
                    accounts.find(session.account()).map(account -> new Known(session, account)));
    read.ifPresent(known -> cache.put(idHash, known));
    return read;
  }

  private boolean isAlive(Known known, Instant now) {
    return !known.account().disabled()
        && now.isBefore(known.session().seenAt().plus(limits.idle()))
        && now.isBefore(known.session().startedAt().plus(limits.absolute()));
  }

  /** Writes the time down once a minute, not at every request. */
  private Known touched(Known known, Instant now) {
    Session session = known.session();
    if (now.isBefore(session.seenAt().plus(TOUCHED_EVERY))) {
      return known;
    }
    store.touch(session.idHash(), now);
    cache.invalidate(session.idHash());
    return known;
  }

  /** When the session ends if nothing more is asked. */
  Instant end(Session session) {
    Instant idle = clock.instant().plus(limits.idle());
    Instant absolute = session.startedAt().plus(limits.absolute());
    return idle.isBefore(absolute) ? idle : absolute;
  }

  void close(Session session) {
    store.delete(session.idHash());
    cache.invalidate(session.idHash());
  }

  void closeAll(long account) {
    store.deleteOf(account);
    forget();
  }

  /** Something about accounts or sessions was changed, here or on another server. */
  void forget() {
    cache.invalidateAll();
  }
}
