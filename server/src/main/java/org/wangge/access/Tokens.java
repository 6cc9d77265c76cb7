package org.wangge.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wangge.access.AuditLog.Entry;
import org.wangge.db.Database;
import org.wangge.policy.Grant;
import org.wangge.policy.Right;
import org.wangge.policy.Viewer;
import org.wangge.web.Problem;
import org.wangge.web.ProblemKind;

/**
 * Makes, finds and revokes tokens. The secret is shown once and kept as its hash. A revoked token
 * is refused from the next request on, on every server of the store.
 */
final class Tokens {
  static final int LONGEST_DAYS = 730;
  private static final Pattern FORM = Pattern.compile("wg_([a-z0-9]{12})_([A-Za-z0-9_-]{43})");
  private static final int ID_LENGTH = 12;
  private static final int MOST_CACHED = 10_000;
  private static final Duration CACHED = Duration.ofSeconds(20);

  private final Database database;
  private final TokenStore store;
  private final Scopes scopes;
  private final AuditLog audit;
  private final Clock clock;
  private final Cache<String, Token> cache =
      Caffeine.newBuilder().maximumSize(MOST_CACHED).expireAfterWrite(CACHED).build();
  private final Cache<String, Boolean> justUsed =
      Caffeine.newBuilder()
          .maximumSize(MOST_CACHED)
          .expireAfterWrite(Duration.ofMinutes(1))
          .build();

  Tokens(Database database, TokenStore store, Scopes scopes, AuditLog audit, Clock clock) {
    this.database = database;
    this.store = store;
    this.scopes = scopes;
    this.audit = audit;
    this.clock = clock;
  }

  /** A token and what is shown this once. */
  record WithSecret(Token token, String secret) {}

  /** The tokens a viewer manages: those inside his units. */
  List<Token> list(Viewer viewer) {
    return store.list().stream().filter(token -> manages(viewer, token)).toList();
  }

  private boolean manages(Viewer viewer, Token token) {
    return scopes.holds(viewer.area(Right.TOKEN_MANAGE), token.grant());
  }

  WithSecret create(Actor actor, String name, Grant grant, int days) {
    scopes.requireGivable(actor.viewer().area(Right.TOKEN_MANAGE), List.of(grant));
    String secret = Secrets.random();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Token token =
        new Token(
            Secrets.legible(ID_LENGTH),
            Secrets.hash(secret),
            name,
            grant,
            actor.viewer().name(),
            now,
            now.plus(Duration.ofDays(days)),
            null,
            null);
    database.useTransaction(
        handle -> {
          store.add(token);
          audit.note(
              actor.viewer(),
              actor.address(),
              Entry.done("token-create", "token " + token.id()).change("", token.summary(), ""));
        });
    return new WithSecret(token, "wg_" + token.id() + "_" + secret);
  }

  /** The good token this text is; none when it is unknown, revoked or past its day. */
  Optional<Token> find(String text) {
    Matcher form = FORM.matcher(text);
    return form.matches() ? find(form.group(1), form.group(2)) : Optional.empty();
  }

  private Optional<Token> find(String id, String secret) {
    Instant now = clock.instant();
    Optional<Token> found =
        Optional.ofNullable(cache.getIfPresent(id))
            .or(() -> store.find(id))
            .filter(token -> Secrets.same(token.secretHash(), Secrets.hash(secret)))
            .filter(token -> token.isGood(now));
    found.ifPresent(
        token -> {
          cache.put(id, token);
          noteUse(id, now);
        });
    return found;
  }

  private void noteUse(String id, Instant now) {
    if (justUsed.getIfPresent(id) == null) {
      justUsed.put(id, true);
      store.used(id, now);
    }
  }

  void revoke(Actor actor, String id) {
    Token token =
        store
            .find(id)
            .filter(found -> manages(actor.viewer(), found))
            .orElseThrow(() -> Problem.notFound("token", id).raise());
    database.useTransaction(
        handle -> {
          if (!store.revoke(id, clock.instant())) {
            throw Problem.of(ProblemKind.CONFLICT, "This token was revoked already.").raise();
          }
          audit.note(
              actor.viewer(),
              actor.address(),
              Entry.done("token-revoke", "token " + id).change(token.summary(), "", ""));
          database.changes().tell(handle, Access.TOPIC, "token");
        });
    forget();
  }

  /** Something about tokens was changed, here or on another server. */
  void forget() {
    cache.invalidateAll();
  }
}
