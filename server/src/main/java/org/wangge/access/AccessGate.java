package org.wangge.access;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.wangge.access.AuditLog.Entry;
import org.wangge.policy.Policy;
import org.wangge.policy.Right;
import org.wangge.policy.Role;
import org.wangge.policy.RouteTable;
import org.wangge.policy.RouteTable.Need;
import org.wangge.policy.Viewer;
import org.wangge.web.Gate;
import org.wangge.web.Problem;
import org.wangge.web.ProblemException;
import org.wangge.web.ProblemKind;
import org.wangge.web.ReadableAddress;
import org.wangge.web.RequestRate;
import org.wangge.web.Visit;
import org.wangge.web.Visitor;

/**
 * The one place where requests are let in: by cookie, by token, or as nobody in particular; asks
 * the policy for the route's right, the session's token of a writing request, and that an
 * Idempotency-Key is new. Notes in the audit trail who was refused, who may have seen personal data
 * and who wrote what.
 */
final class AccessGate implements Gate {
  static final String CSRF_HEADER = "X-CSRF-Token";

  private static final String SESSION = Sessions.Known.class.getName();
  private static final String KEY = IdempotencyStore.class.getName();
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  /** Other schemes are for a gateway in front of this server, not for it. */
  private static final Pattern BEARER = Pattern.compile("^ *bearer +", Pattern.CASE_INSENSITIVE);

  private static final Duration KEYS_KEPT = Duration.ofDays(1);
  private static final int LONGEST_KEY = 200;

  /** What may be done with a one-time password: change it, or leave. */
  private static final Set<String> WITH_ONE_TIME_PASSWORD =
      Set.of("GET /api/v1/session", "POST /api/v1/password", "POST /api/v1/logout");

  /** Routes that write the audit trail themselves, with what was before and after. */
  private static final List<String> NOTED_BY_THEMSELVES =
      List.of("/api/v1/accounts", "/api/v1/tokens", "/api/v1/log", "/api/v1/password");

  private final Sessions sessions;
  private final Tokens tokens;
  private final IdempotencyStore keys;
  private final AuditLog audit;
  private final LocalKey local;
  private final RequestRate tokenRate;
  private final BooleanSupplier showsPublicMap;
  private final Clock clock;

  AccessGate(
      Sessions sessions,
      Tokens tokens,
      IdempotencyStore keys,
      AuditLog audit,
      LocalKey local,
      RequestRate tokenRate,
      BooleanSupplier showsPublicMap,
      Clock clock) {
    this.sessions = sessions;
    this.tokens = tokens;
    this.keys = keys;
    this.audit = audit;
    this.local = local;
    this.tokenRate = tokenRate;
    this.showsPublicMap = showsPublicMap;
    this.clock = clock;
  }

  @Override
  public void expect(Collection<String> routes) {
    Set<String> missing = RouteTable.missing(routes);
    if (!missing.isEmpty()) {
      throw new IllegalStateException("routes without a line in the policy's table: " + missing);
    }
  }

  @Override
  public Viewer admit(Visit visit) {
    Viewer viewer = identify(visit);
    requireNeed(visit, viewer);
    requireCsrfToken(visit);
    takeKey(visit, viewer);
    return viewer;
  }

  // Who is it

  private Viewer identify(Visit visit) {
    Optional<String> bearer =
        visit.findHeader("Authorization").filter(text -> BEARER.matcher(text).lookingAt());
    if (bearer.isPresent()) {
      return byToken(bearer.get(), visit);
    }
    Optional<Sessions.Known> known = SessionCookie.find(visit).flatMap(sessions::find);
    known.ifPresent(session -> visit.keep(SESSION, session));
    return known
        .map(session -> session.account().viewer(showsPublicMap.getAsBoolean()))
        .orElseGet(() -> Viewer.anonymous(showsPublicMap.getAsBoolean()));
  }

  private Viewer byToken(String authorization, Visit visit) {
    String text = BEARER.matcher(authorization).replaceFirst("");
    if (local.opens(text, visit.address())) {
      return Viewer.local("command-line");
    }
    Token token = tokens.find(text).orElseThrow(() -> badToken(visit));
    OptionalLong wait = tokenRate.take(token.id());
    if (wait.isPresent()) {
      visit.answer("Retry-After", Long.toString(wait.getAsLong()));
      throw Problem.of(ProblemKind.TOO_MANY_REQUESTS, "Too many requests came with this token.")
          .withRemedy("Wait the seconds of Retry-After.")
          .raise();
    }
    return token.viewer(showsPublicMap.getAsBoolean());
  }

  private static ProblemException badToken(Visit visit) {
    visit.answer("WWW-Authenticate", "Bearer error=\"invalid_token\"");
    return Problem.of(ProblemKind.SIGN_IN, "This token is unknown, revoked or past its day.")
        .withWhere("header Authorization")
        .withRemedy("Send Authorization: Bearer with a token that is good.")
        .raise();
  }

  /** The session of a visit that came with a good cookie. */
  static Optional<Sessions.Known> findSession(Visit visit) {
    return visit.findKept(SESSION).map(Sessions.Known.class::cast);
  }

  // May he

  private void requireNeed(Visit visit, Viewer viewer) {
    boolean oneTime = findSession(visit).filter(Sessions.Known::mustChange).isPresent();
    Need need = RouteTable.need(visit.route());
    if (oneTime && !WITH_ONE_TIME_PASSWORD.contains(visit.route()) && need != Need.NOTHING) {
      throw Problem.of(ProblemKind.CHANGE_PASSWORD, "请先把一次性口令改成自己的口令。")
          .withRemedy("POST /api/v1/password")
          .raise();
    }
    switch (need) {
      case NOTHING -> {}
      case SIGNED_IN -> requireSignedIn(visit, viewer);
      case RIGHT -> require(visit, viewer, RouteTable.findRight(visit.route()).orElseThrow());
      case COLLECTION ->
          visit
              .findPathValue("collection")
              .flatMap(RouteTable::findCollectionRight)
              .ifPresentOrElse(
                  right -> require(visit, viewer, right),
                  () -> require(visit, viewer, Right.MAP_READ));
    }
  }

  private void requireSignedIn(Visit visit, Viewer viewer) {
    if (viewer.isAnonymous()) {
      throw signIn(visit);
    }
  }

  private void require(Visit visit, Viewer viewer, Right right) {
    if (!viewer.may(right)) {
      if (viewer.isAnonymous()) {
        throw signIn(visit);
      }
      note(
          visit,
          viewer,
          Entry.refused("refused", visit.method() + " " + ReadableAddress.of(visit.path()), ""));
      throw forbidden(right);
    }
    RouteTable.findPersonal(right)
        .filter(viewer::may)
        .filter(personal -> RouteTable.mayTellPersons(visit.route()))
        .ifPresent(personal -> noteReading(visit, viewer, personal));
  }

  private static ProblemException signIn(Visit visit) {
    visit.answer("WWW-Authenticate", "Bearer");
    boolean expired = SessionCookie.find(visit).isPresent();
    return Problem.of(
            ProblemKind.SIGN_IN,
            expired ? "登录已过期，请重新登录。 Your session has ended." : "请先登录。 Sign in first.")
        .withAttempted(visit.method() + " " + visit.path())
        .withRemedy("Sign in on the page, or send Authorization: Bearer with a token.")
        .with("expired", expired)
        .raise();
  }

  private static ProblemException forbidden(Right right) {
    List<Role> roles = Policy.rolesWith(right);
    return Problem.of(ProblemKind.FORBIDDEN, "您的角色没有这项权限：" + right.label() + "。")
        .withAttempted(right.code())
        .withRemedy(
            "有此权限的角色："
                + roles.stream().map(Role::label).collect(Collectors.joining("、"))
                + "。请联系管理员授权。")
        .with("right", right.code())
        .raise();
  }

  private void noteReading(Visit visit, Viewer viewer, Right personal) {
    String query = visit.query().isEmpty() ? "" : "?" + ReadableAddress.of(visit.query());
    note(
        visit,
        viewer,
        Entry.done("read-personal", ReadableAddress.of(visit.path()) + query)
            .change("", personal.code(), ""));
  }

  // Is it meant

  private void requireCsrfToken(Visit visit) {
    Optional<Sessions.Known> session = findSession(visit);
    if (READING.contains(visit.method()) || session.isEmpty()) {
      return;
    }
    String given = visit.findHeader(CSRF_HEADER).orElse("");
    if (!Secrets.same(given, session.get().session().csrf())) {
      throw Problem.of(ProblemKind.BAD_CSRF_TOKEN, "写入请求没有带上本次登录的凭据。")
          .withWhere("header " + CSRF_HEADER)
          .withRemedy("GET /api/v1/session tells the token of your session; send it back.")
          .raise();
    }
  }

  private void takeKey(Visit visit, Viewer viewer) {
    Optional<String> given = visit.findHeader("Idempotency-Key");
    if (given.isEmpty() || READING.contains(visit.method())) {
      return;
    }
    if (given.get().length() > LONGEST_KEY) {
      throw Problem.of(ProblemKind.BAD_REQUEST, "The Idempotency-Key is too long.")
          .withWhere("header Idempotency-Key")
          .raise();
    }
    String hash =
        Secrets.hash(String.join("\n", viewer.name(), visit.method(), visit.path(), given.get()));
    keys.deleteBefore(clock.instant().minus(KEYS_KEPT));
    if (!keys.take(hash, clock.instant())) {
      throw replayed(keys.find(hash));
    }
    visit.keep(KEY, hash);
  }

  private static ProblemException replayed(Optional<IdempotencyStore.Outcome> outcome) {
    Problem problem =
        Problem.of(
                ProblemKind.REPLAYED,
                outcome.map(IdempotencyStore.Outcome::status).isPresent()
                    ? "A request with this Idempotency-Key was carried out already."
                    : "A request with this Idempotency-Key is still under way.")
            .withWhere("header Idempotency-Key")
            .withRemedy("Look at what came of it; send another key to do it once more.");
    Optional<String> location = outcome.map(IdempotencyStore.Outcome::location);
    return location.map(place -> problem.with("location", place)).orElse(problem).raise();
  }

  // What came of it

  @Override
  public void left(Visit visit, Viewer viewer, int status) {
    boolean done = status < 400;
    visit
        .findKept(KEY)
        .map(Object::toString)
        .ifPresent(key -> settle(key, status, visit.findAnswer("Location").orElse(null)));
    if (!READING.contains(visit.method()) && !isNotedByItself(visit) && !viewer.isAnonymous()) {
      String note = visit.findKept(Visitor.NOTE).map(Object::toString).orElse("");
      note(
          visit,
          viewer,
          new Entry(
              "write",
              visit.method() + " " + ReadableAddress.of(visit.path()),
              done ? AuditLog.DONE : AuditLog.FAILED,
              "",
              note,
              done ? "" : "status " + status));
    }
  }

  private void settle(String key, int status, @org.jspecify.annotations.Nullable String location) {
    if (status < 400) {
      keys.finish(key, status, location);
    } else {
      keys.release(key);
    }
  }

  private static boolean isNotedByItself(Visit visit) {
    return NOTED_BY_THEMSELVES.stream().anyMatch(visit.path().toLowerCase(Locale.ROOT)::startsWith);
  }

  private void note(Visit visit, Viewer viewer, Entry entry) {
    audit.note(viewer, visit.address(), entry);
  }
}
